import { defineChangeRule } from '../change-rule.ts';
import { demand } from '../judging/demanded.ts';
import { removedElement } from '../judging/whole-element.ts';
import { named } from '../judging/wording.ts';

/** Reports an item that a regulated output no longer shows, or no longer in every case. */
export const outputFieldRemoved = defineChangeRule({
  id: 'output-field-removed',
  family: 'process',
  judges: 'element',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-RPT', 'PQ-OUT'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports an item that a regulated output no longer shows, or no longer in every case.',
  why: 'The certificate or the record is incomplete.',
  fix: 'Keep the item, or show that nobody who reads the output needs it.',
  mirror: { rule: 'output-field-added' },
  core: true,
  claims: [{ kinds: ['output-item'], action: 'removed' }],
  check: (element) => [removedElement(element)],
  alike: {
    claims: [{ kinds: ['output-item'], paths: ['required'] }],
    check({ after, from, to }) {
      // Another condition may ask for it in other cases; whether in fewer is not compared.
      if (demand(to) > demand(from)) return [];
      return [
        {
          what: `${named(after)} ${demand(to) === 0 ? 'need not be shown any more' : 'must be shown in other cases only'}.`,
        },
      ];
    },
  },
  examples: [
    {
      name: 'item deleted',
      before: `outputs: {RO: {content: {nr: {from: lot_no}, qty: {from: quantity}}}}`,
      after: `outputs: {RO: {content: {nr: {from: lot_no}}}}`,
      expect: ['breaking H output-item:RO.qty'],
    },
    {
      name: 'need not be shown',
      before: `outputs: {RO: {content: {nr: {from: lot_no}, qty: {from: quantity, required: true}}}}`,
      after: `outputs: {RO: {content: {nr: {from: lot_no}, qty: {from: quantity}}}}`,
      expect: ['breaking H output-item:RO.qty required'],
    },
    {
      name: 'must be shown now',
      before: `outputs: {RO: {content: {nr: {from: lot_no}, qty: {from: quantity}}}}`,
      after: `outputs: {RO: {content: {nr: {from: lot_no}, qty: {from: quantity, required: true}}}}`,
      expect: [],
    },
  ],
});
