import { defineChangeRule } from '../change-rule.ts';
import { removedElement } from '../judging/whole-element.ts';

/** Reports a value map that is gone. */
export const valueMapRemoved = defineChangeRule({
  id: 'value-map-removed',
  family: 'codes',
  judges: 'element',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-COD', 'REG-DEP'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a value map that is gone.',
  why: 'Whoever translated with it hands over codes as they are, and nothing says any more what they became.',
  fix: 'Keep it as long as a system is configured with it.',
  mirror: { rule: 'value-map-added' },
  core: false,
  claims: [{ kinds: ['value-map'], action: 'removed' }],
  check: (element) => [removedElement(element)],
  examples: [
    {
      name: 'deleted',
      before: `valueMaps: {VM: {map: {A: X}}, VN: {map: {A: Z}}}`,
      after: `valueMaps: {VM: {map: {A: X}}}`,
      expect: ['breaking H value-map:VN'],
    },
    {
      name: 'an entry of a map that stays',
      before: `valueMaps: {VM: {map: {A: X, B: Z}}}`,
      after: `valueMaps: {VM: {map: {A: X}}}`,
      expect: [],
    },
  ],
});
