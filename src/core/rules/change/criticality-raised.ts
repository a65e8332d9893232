import { defineChangeRule } from '../change-rule.ts';
import { CRITICALITY_CLAIMS, criticalityOf } from '../judging/criticality.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a marking as critical that is new or higher. */
export const criticalityRaised = defineChangeRule({
  id: 'criticality-raised',
  family: 'data',
  judges: 'attribute',
  class: 'compatible',
  risk: 'M',
  evidence: ['RSK', 'TRC'],
  approvers: { approve: ['QA'], inform: ['OPS', 'IT'] },
  purpose: 'Reports a marking as critical that is new or higher.',
  why: 'The control is stronger, and the evidence that exists is now too shallow.',
  fix: 'List what tests, audit trail and requirements of it still lack.',
  mirror: { rule: 'criticality-lowered' },
  core: false,
  claims: [...CRITICALITY_CLAIMS, { kinds: ['requirement'], paths: ['criticality'] }],
  check: ({ after, path, from, to }) =>
    criticalityOf(to) > criticalityOf(from) ? [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }] : [],
  examples: [
    {
      name: 'field now critical',
      before: `objects: {lot: {fields: {nr: {type: string}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string, critical: true}}}}`,
      expect: ['compatible M field:lot.nr critical'],
    },
    {
      name: 'more depends on a requirement',
      before: `requirements: {URS-1: {text: Held stock stays blocked., criticality: low}}`,
      after: `requirements: {URS-1: {text: Held stock stays blocked., criticality: high}}`,
      expect: ['compatible M requirement:URS-1 criticality'],
    },
    {
      name: 'field no longer critical, and one that says so aloud',
      before: `objects: {lot: {fields: {nr: {type: string, critical: true}, remark: {type: string}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string, critical: false}, remark: {type: string, critical: false}}}}`,
      expect: [],
    },
  ],
});
