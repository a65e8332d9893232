import { defineChangeRule } from '../change-rule.ts';
import { removedElement } from '../judging/whole-element.ts';

/** Reports a code that is gone. */
export const codeRemoved = defineChangeRule({
  id: 'code-removed',
  family: 'codes',
  judges: 'element',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-COD', 'MIG', 'OQ-RPT'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a code that is gone.',
  why: 'Maps point at nothing, and historical records hold a value that nothing explains.',
  fix: 'Mark it `use: deprecated` instead: deprecated codes are read and no longer written.',
  mirror: { rule: 'code-added' },
  core: true,
  claims: [{ kinds: ['code'], action: 'removed' }],
  check(code, { base }) {
    const list = code.parent === undefined ? undefined : base.elements.get(code.parent);
    const maps = base.ofKind('value-map').filter(({ attributes }) => attributes.from === list?.id);
    // An entry for a code that is gone goes with it: one edit, one finding that explains the other.
    const claims = maps.map(({ key }) => ({ element: key, path: `map.${code.localId}` }));
    return [{ ...removedElement(code), claims }];
  },
  examples: [
    {
      name: 'code deleted',
      before: `codes: {CL: {values: {A: First, B: Second}}}`,
      after: `codes: {CL: {values: {A: First}}}`,
      expect: ['breaking H code:CL.B'],
    },
    {
      name: 'code deprecated',
      before: `codes: {CL: {values: {A: First, B: Second}}}`,
      after: `codes: {CL: {values: {A: First, B: {title: Second, use: deprecated}}}}`,
      expect: [],
    },
  ],
});
