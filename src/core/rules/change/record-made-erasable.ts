import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports records that may be deleted or overwritten, or are no longer said to be safe from it. */
export const recordMadeErasable = defineChangeRule({
  id: 'record-made-erasable',
  family: 'records',
  judges: 'attribute',
  class: 'breaking',
  risk: 'C',
  evidence: ['IQ-REC', 'OQ-NEG', 'OQ-AUD'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports records that may be deleted or overwritten, or are no longer said to be safe from it.',
  why: 'The original may be lost.',
  fix: 'Keep `erasable: false`, or have the quality unit decide what protects the original.',
  mirror: { rule: 'assurance-strengthened' },
  core: true,
  claims: [{ kinds: ['object'], paths: ['record.erasable'] }],
  check: ({ after, path, from, to }) =>
    to === true || from === false ? [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }] : [],
  examples: [
    {
      name: 'may be erased',
      before: `objects: {lot: {record: {erasable: false}}}`,
      after: `objects: {lot: {record: {erasable: true}}}`,
      expect: ['breaking C object:lot record.erasable'],
    },
    {
      name: 'no longer said',
      before: `objects: {lot: {record: {regulated: true, erasable: false}}}`,
      after: `objects: {lot: {record: {regulated: true}}}`,
      expect: ['breaking C object:lot record.erasable'],
    },
    {
      name: 'said aloud for the first time',
      before: `objects: {lot: {record: {regulated: true}}}`,
      after: `objects: {lot: {record: {regulated: true, erasable: true}}}`,
      expect: ['breaking C object:lot record.erasable'],
    },
    {
      name: 'protected now',
      before: `objects: {lot: {record: {erasable: true}}}`,
      after: `objects: {lot: {record: {erasable: false}}}`,
      expect: [],
    },
  ],
});
