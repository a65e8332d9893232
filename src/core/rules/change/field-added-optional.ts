import { defineChangeRule } from '../change-rule.ts';
import { hasProducers, isDemanded } from '../judging/demanded.ts';
import { addedElement } from '../judging/whole-element.ts';

/** Reports a new field that nobody has to fill yet. */
export const fieldAddedOptional = defineChangeRule({
  id: 'field-added-optional',
  family: 'data',
  judges: 'element',
  class: 'compatible',
  risk: 'L',
  evidence: ['OQ-MAP'],
  approvers: { approve: ['IT'], inform: ['QA'] },
  purpose: 'Reports a new field that nobody has to fill yet.',
  why: 'Old producers and consumers still conform.',
  fix: 'Say in `definition` what it means, and map it where it is needed.',
  mirror: { rule: 'field-removed' },
  core: true,
  claims: [{ kinds: ['field'], action: 'added' }],
  check: (element, context) => (isDemanded(element) && hasProducers(element, context) ? [] : [addedElement(element)]),
  examples: [
    {
      name: 'new remark',
      before: `objects: {lot: {fields: {nr: {type: string}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string}, remark: {type: text}}}}`,
      expect: ['compatible L field:lot.remark'],
    },
    {
      name: 'new mandatory field',
      before: `objects: {lot: {fields: {nr: {type: string}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string}, site: {type: code, required: true}}}}`,
      expect: [],
    },
    {
      name: 'mandatory, in an object that is new itself',
      before: `systems: {A: {}}`,
      after: `systems: {A: {}}
objects: {lot: {fields: {nr: {required: true}}}}`,
      expect: ['compatible L field:lot.nr'],
    },
  ],
});
