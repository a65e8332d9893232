import { defineChangeRule } from '../change-rule.ts';
import { VALUE_KINDS } from '../judging/value-kinds.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports that a quantity refers to something else: as is or dry, gross or net, per batch or per piece. */
export const quantityBasisChanged = defineChangeRule({
  id: 'quantity-basis-changed',
  family: 'quantities',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-UOM', 'PQ-E2E', 'PQ-OUT'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports that a quantity refers to something else: as is or dry, gross or net, per batch or per piece.',
  why: 'The units still agree, so no check of units speaks; charges and yields are wrong all the same.',
  fix: 'Add a field on the other basis, or convert in the same change wherever the value is read.',
  mirror: { self: true },
  core: true,
  claims: [{ kinds: VALUE_KINDS, paths: ['basis'] }],
  check: ({ after, from, to }) => [{ what: shift(`${named(after)}, basis`, from, to) }],
  examples: [
    {
      name: 'dry instead of as is',
      before: `objects: {lot: {fields: {quantity: {type: decimal, unit: kg, basis: as is}}}}`,
      after: `objects: {lot: {fields: {quantity: {type: decimal, unit: kg, basis: dry}}}}`,
      expect: ['breaking H field:lot.quantity basis'],
    },
    {
      name: 'no longer said, at arrival',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, fields: {quantity: {from: quantity, unit: kg, basis: net}}}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, fields: {quantity: {from: quantity, unit: kg}}}}`,
      expect: ['breaking H mapping:IF-1.quantity basis'],
    },
    {
      name: 'another unit on the same basis',
      before: `objects: {lot: {fields: {quantity: {type: decimal, unit: kg, basis: dry}}}}`,
      after: `objects: {lot: {fields: {quantity: {type: decimal, unit: g, basis: dry}}}}`,
      expect: [],
    },
  ],
});
