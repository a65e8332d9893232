import type { Json } from '../../language/canonical.ts';
import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

const WEIGHTS: Readonly<Record<string, number>> = { true: 1, direct: 2, indirect: 1, high: 2, medium: 1 };

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
  mirror: {
    elsewhere: 'A marking that is added has no rule of its own in this version and is reported as unclassified-change.',
  },
  core: true,
  claims: [
    { kinds: ['object', 'field', 'mapping', 'reply', 'interface', 'step'], paths: ['critical'] },
    { kinds: ['system'], paths: ['gxp'] },
    { kinds: ['invariant'], paths: ['severity'] },
  ],
  check({ after, path, from, to }) {
    return weight(to) < weight(from) && from !== undefined
      ? [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }]
      : [];
  },
  examples: [
    {
      name: 'field no longer critical',
      before: `objects: {lot: {fields: {nr: {type: string, critical: true}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string, critical: false}}}}`,
      expect: ['risky H field:lot.nr critical'],
    },
    {
      name: 'system less relevant',
      before: `systems: {MES: {gxp: direct}}`,
      after: `systems: {MES: {gxp: none}}`,
      expect: ['risky H system:MES gxp'],
    },
    {
      name: 'field now critical',
      before: `objects: {lot: {fields: {nr: {type: string, critical: false}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string, critical: true}}}}`,
      expect: [],
    },
  ],
});

function weight(marking: Json | undefined): number {
  return typeof marking === 'string' || marking === true ? (WEIGHTS[`${marking}`] ?? 0) : 0;
}
