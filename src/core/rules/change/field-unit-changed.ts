import { defineChangeRule } from '../change-rule.ts';
import { VALUE_KINDS } from '../judging/value-kinds.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports another unit of a quantity. */
export const fieldUnitChanged = defineChangeRule({
  id: 'field-unit-changed',
  family: 'quantities',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-UOM', 'PQ-REC', 'OQ-RPT'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports another unit of a quantity.',
  why: 'The same number is now another amount.',
  fix: 'Convert in the same change wherever the value is read, or add a field in the new unit.',
  mirror: { self: true },
  core: true,
  claims: [{ kinds: VALUE_KINDS, paths: ['unit', 'unit.field', 'source.unit', 'source.unit.field'] }],
  check: ({ after, path, from, to }) => [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }],
  examples: [
    {
      name: 'another unit',
      before: `objects: {lot: {fields: {nr: {type: decimal, unit: kg}}}}`,
      after: `objects: {lot: {fields: {nr: {type: decimal, unit: g}}}}`,
      expect: ['breaking H field:lot.nr unit'],
    },
    {
      name: 'another maximum',
      before: `objects: {lot: {fields: {nr: {type: decimal, unit: kg, max: 5}}}}`,
      after: `objects: {lot: {fields: {nr: {type: decimal, unit: kg, max: 6}}}}`,
      expect: [],
    },
  ],
});
