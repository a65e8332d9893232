import { defineChangeRule } from '../change-rule.ts';
import { addedElement } from '../judging/whole-element.ts';

/** Reports a new requirement. */
export const requirementAdded = defineChangeRule({
  id: 'requirement-added',
  family: 'trace',
  judges: 'element',
  class: 'compatible',
  risk: 'M',
  evidence: ['TRC'],
  approvers: { approve: ['QA'], inform: ['OPS', 'IT'] },
  purpose: 'Reports a new requirement.',
  why: 'It is not covered until something satisfies and tests it.',
  fix: 'Name what realises it in `satisfiedBy`.',
  mirror: { rule: 'requirement-removed' },
  core: true,
  claims: [{ kinds: ['requirement'], action: 'added' }],
  check: (element) => [addedElement(element)],
  examples: [
    {
      name: 'new requirement',
      before: `systems: {MES: {}}`,
      after: `requirements: {URS-1: {text: Held stock stays blocked.}}`,
      expect: ['compatible M requirement:URS-1'],
    },
    {
      name: 'another source',
      before: `requirements: {URS-1: {text: Held stock stays blocked.}}`,
      after: `requirements: {URS-1: {text: Held stock stays blocked., source: URS rev 2}}`,
      expect: [],
    },
  ],
});
