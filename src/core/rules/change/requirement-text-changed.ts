import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports another wording of a requirement. */
export const requirementTextChanged = defineChangeRule({
  id: 'requirement-text-changed',
  family: 'trace',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['TRC', 'REG-DEP'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports another wording of a requirement.',
  why: 'Every element and test that is linked to it is suspect until somebody confirms it.',
  fix: 'Re-confirm each link, or add a requirement for what is new.',
  mirror: { self: true },
  core: true,
  claims: [{ kinds: ['requirement'], paths: ['text'] }],
  check: ({ after, from, to }) => [{ what: shift(`${named(after)}, text`, from, to) }],
  examples: [
    {
      name: 'weaker wording',
      before: `requirements: {URS-1: {text: Held stock stays blocked.}}`,
      after: `requirements: {URS-1: {text: Held stock should stay blocked.}}`,
      expect: ['risky M requirement:URS-1 text'],
    },
    {
      name: 'another title',
      before: `requirements: {URS-1: {text: Held stock stays blocked.}}`,
      after: `requirements: {URS-1: {text: Held stock stays blocked., title: Hold}}`,
      expect: [],
    },
  ],
});
