import { defineChangeRule } from '../change-rule.ts';
import { CRITICALITY_CLAIMS, criticalityOf } from '../judging/criticality.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a marking as critical that is taken away or lowered. */
export const criticalityLowered = defineChangeRule({
  id: 'criticality-lowered',
  family: 'data',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['RSK', 'TRC'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a marking as critical that is taken away or lowered.',
  why: 'In one edit it leaves the scope of audit, the depth of testing and the routing of approvals.',
  fix: 'Keep the marking, or give the reason in the risk assessment.',
  mirror: { rule: 'criticality-raised' },
  core: true,
  claims: CRITICALITY_CLAIMS,
  check: ({ after, path, from, to }) =>
    criticalityOf(to) < criticalityOf(from) ? [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }] : [],
  examples: [
    {
      name: 'field no longer critical',
      before: `objects: {lot: {fields: {nr: {type: string, critical: true}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string, critical: false}}}}`,
      expect: ['risky H field:lot.nr critical'],
    },
    {
      name: 'invariant less severe',
      before: `invariants: {INV-1: {severity: high, never: {fact: held stock is used}}}`,
      after: `invariants: {INV-1: {severity: low, never: {fact: held stock is used}}}`,
      expect: ['risky H invariant:INV-1 severity'],
    },
    {
      name: 'field now critical',
      before: `objects: {lot: {fields: {nr: {type: string, critical: false}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string, critical: true}}}}`,
      expect: [],
    },
  ],
});
