import { defineChangeRule } from '../change-rule.ts';
import { addedElement } from '../judging/whole-element.ts';

/** Reports a new data object. */
export const objectAdded = defineChangeRule({
  id: 'object-added',
  family: 'data',
  judges: 'element',
  class: 'compatible',
  risk: 'L',
  evidence: ['TRC'],
  approvers: { approve: ['IT'], inform: ['OPS', 'QA'] },
  purpose: 'Reports a new data object.',
  why: 'Nothing reads it yet.',
  fix: 'Declare its owner, its keys and what is promised of its records.',
  mirror: { rule: 'object-removed' },
  core: false,
  claims: [{ kinds: ['object'], action: 'added' }],
  check: (element) => [addedElement(element)],
  examples: [
    {
      name: 'new object',
      before: `objects: {lot: {}}`,
      after: `objects: {lot: {}, pallet: {fields: {nr: {type: string, required: true}}}}`,
      expect: ['compatible L object:pallet'],
    },
    {
      name: 'renamed as declared',
      before: `objects: {pallet: {}}`,
      after: `objects: {unit: {formerIds: [pallet]}}`,
      expect: [],
    },
  ],
});
