import { defineChangeRule } from '../change-rule.ts';
import { isTypeWidening } from '../judging/type-widening.ts';
import { VALUE_KINDS } from '../judging/value-kinds.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a type that does not take every value of the old one. */
export const fieldTypeChanged = defineChangeRule({
  id: 'field-type-changed',
  family: 'data',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-MAP', 'OQ-BND', 'REG-DEP'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a type that does not take every value of the old one.',
  why: 'Parsing, comparison and sort order change: “00123” and 123 stop being the same lot.',
  fix: 'Add a field of the new type and move its readers one by one.',
  mirror: { self: true },
  core: true,
  claims: [{ kinds: VALUE_KINDS, paths: ['type', 'source.type'] }],
  check({ before, after, path, from, to }) {
    if (typeof from !== 'string' || typeof to !== 'string' || isTypeWidening(from, to)) return [];
    return [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to), before, after }];
  },
  examples: [
    {
      name: 'text to number',
      before: `objects: {lot: {fields: {nr: {type: string}}}}`,
      after: `objects: {lot: {fields: {nr: {type: integer}}}}`,
      expect: ['breaking H field:lot.nr type'],
    },
    {
      name: 'a number gains decimals',
      before: `objects: {lot: {fields: {nr: {type: integer}}}}`,
      after: `objects: {lot: {fields: {nr: {type: decimal}}}}`,
      expect: [],
    },
  ],
});
