import { defineChangeRule } from '../change-rule.ts';
import { addedElement } from '../judging/whole-element.ts';

/** Reports a new value map. */
export const valueMapAdded = defineChangeRule({
  id: 'value-map-added',
  family: 'codes',
  judges: 'element',
  class: 'compatible',
  risk: 'L',
  evidence: ['OQ-COD'],
  approvers: { approve: ['OPS'], inform: ['QA', 'IT'] },
  purpose: 'Reports a new value map.',
  why: 'Nothing is translated with it until a mapped field names it; that is where it weighs.',
  fix: 'Have the owner of the receiving side confirm every pair.',
  mirror: { rule: 'value-map-removed' },
  core: false,
  claims: [{ kinds: ['value-map'], action: 'added' }],
  check: (element) => [addedElement(element)],
  examples: [
    {
      name: 'new',
      before: `valueMaps: {VM: {map: {A: X}}}`,
      after: `valueMaps: {VM: {map: {A: X}}, VN: {map: {A: Z}}}`,
      expect: ['compatible L value-map:VN'],
    },
    {
      name: 'an entry of a map that is there',
      before: `valueMaps: {VM: {map: {A: X}}}`,
      after: `valueMaps: {VM: {map: {A: X, B: Z}}}`,
      expect: [],
    },
  ],
});
