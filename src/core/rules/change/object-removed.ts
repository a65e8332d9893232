import { defineChangeRule } from '../change-rule.ts';
import { removedElement } from '../judging/whole-element.ts';

/** Reports a data object that is gone. */
export const objectRemoved = defineChangeRule({
  id: 'object-removed',
  family: 'data',
  judges: 'element',
  class: 'breaking',
  risk: 'H',
  evidence: ['REG-DEP', 'MIG', 'TRC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a data object that is gone.',
  why: 'Lifecycles, ownership, mappings and outputs that name it lose their ground, and its history must stay readable.',
  fix: 'Retire it with `status: retired` while anything still refers to it, or declare the rename with `formerIds`.',
  mirror: { rule: 'object-added' },
  core: true,
  claims: [{ kinds: ['object'], action: 'removed' }],
  check: (element) => [removedElement(element)],
  examples: [
    {
      name: 'deleted',
      before: `objects: {lot: {}, pallet: {}}`,
      after: `objects: {lot: {}}`,
      expect: ['breaking H object:pallet'],
    },
    {
      name: 'renamed as declared',
      before: `objects: {pallet: {}}`,
      after: `objects: {unit: {formerIds: [pallet]}}`,
      expect: [],
    },
  ],
});
