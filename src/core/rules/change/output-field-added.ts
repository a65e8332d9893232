import { defineChangeRule } from '../change-rule.ts';
import { addedElement } from '../judging/whole-element.ts';

/** Reports an item that a regulated output shows in addition. */
export const outputFieldAdded = defineChangeRule({
  id: 'output-field-added',
  family: 'process',
  judges: 'element',
  class: 'compatible',
  risk: 'M',
  evidence: ['OQ-RPT', 'PQ-OUT'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports an item that a regulated output shows in addition.',
  why: 'Its value must come unbroken from the system that owns it.',
  fix: 'Name its source in `from`, and show one value from the owner to the output.',
  mirror: { rule: 'output-field-removed' },
  core: false,
  claims: [{ kinds: ['output-item'], action: 'added' }],
  check: (element) => [addedElement(element)],
  examples: [
    {
      name: 'one item more',
      before: `outputs: {RO: {content: {nr: {from: lot_no}}}}`,
      after: `outputs: {RO: {content: {nr: {from: lot_no}, qty: {from: quantity}}}}`,
      expect: ['compatible M output-item:RO.qty'],
    },
    {
      name: 'one item fewer',
      before: `outputs: {RO: {content: {nr: {from: lot_no}, qty: {from: quantity}}}}`,
      after: `outputs: {RO: {content: {nr: {from: lot_no}}}}`,
      expect: [],
    },
  ],
});
