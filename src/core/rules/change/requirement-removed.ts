import { defineChangeRule } from '../change-rule.ts';
import { removedElement } from '../judging/whole-element.ts';

/** Reports a requirement that is gone. */
export const requirementRemoved = defineChangeRule({
  id: 'requirement-removed',
  family: 'trace',
  judges: 'element',
  class: 'risky',
  risk: 'H',
  evidence: ['TRC', 'RSK'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a requirement that is gone.',
  why: 'Nothing breaks at once, yet controls and tests lose their reason and will go next.',
  fix: 'Retire it with `status: retired` and a reason.',
  mirror: { rule: 'requirement-added' },
  core: true,
  claims: [{ kinds: ['requirement'], action: 'removed' }],
  check: (element) => [removedElement(element)],
  examples: [
    {
      name: 'deleted',
      before: `requirements: {URS-1: {text: Held stock stays blocked.}}`,
      after: `systems: {MES: {}}`,
      expect: ['risky H requirement:URS-1'],
    },
    {
      name: 'renamed as declared',
      before: `requirements: {URS-1: {text: Held stock stays blocked.}}`,
      after: `requirements: {URS-2: {text: Held stock stays blocked., formerIds: [URS-1]}}`,
      expect: [],
    },
  ],
});
