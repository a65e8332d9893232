import { defineChangeRule } from '../change-rule.ts';
import { moveOn } from '../judging/scale.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a requirement on which less is said to depend. */
export const requirementCriticalityLowered = defineChangeRule({
  id: 'requirement-criticality-lowered',
  family: 'trace',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['RSK', 'TRC'],
  approvers: { approve: ['OPS', 'QA'], inform: [] },
  purpose: 'Reports a requirement on which less is said to depend.',
  why: 'It lowers the depth of testing without touching a test.',
  fix: 'Keep the criticality, or give the reason in the risk assessment.',
  mirror: { rule: 'criticality-raised' },
  core: false,
  claims: [{ kinds: ['requirement'], paths: ['criticality'] }],
  check({ after, path, from, to }) {
    if (from === undefined || moveOn(['low', 'medium', 'high'], from, to ?? 'low') === 'up') return [];
    return [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }];
  },
  examples: [
    {
      name: 'from high to low',
      before: `requirements: {URS-1: {text: Held stock stays blocked., criticality: high}}`,
      after: `requirements: {URS-1: {text: Held stock stays blocked., criticality: low}}`,
      expect: ['risky H requirement:URS-1 criticality'],
    },
    {
      name: 'no longer said',
      before: `requirements: {URS-1: {text: Held stock stays blocked., criticality: medium}}`,
      after: `requirements: {URS-1: {text: Held stock stays blocked.}}`,
      expect: ['risky H requirement:URS-1 criticality'],
    },
    {
      name: 'from low to high',
      before: `requirements: {URS-1: {text: Held stock stays blocked., criticality: low}}`,
      after: `requirements: {URS-1: {text: Held stock stays blocked., criticality: high}}`,
      expect: [],
    },
  ],
});
