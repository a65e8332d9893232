import { defineChangeRule } from '../change-rule.ts';
import { regulationVerdict } from '../judging/regulation.ts';

/** Reports a record that is no longer said to be asked for by a rule, or a rule that no longer asks for it. */
export const recordDeregulated = defineChangeRule({
  id: 'record-deregulated',
  family: 'records',
  judges: 'attribute',
  class: 'breaking',
  risk: 'C',
  evidence: ['RSK', 'TRC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a record that is no longer said to be asked for by a rule, or a rule that no longer asks for it.',
  why: 'It takes the record out of the scope of signatures, audit trail and retention.',
  fix: 'Keep the marking and the clause, or have the quality unit decide that no rule asks for the record.',
  mirror: { rule: 'record-became-regulated' },
  core: true,
  claims: [{ kinds: ['object'], paths: ['record.regulated', 'record.predicateRule'] }],
  check: (change) => regulationVerdict(change, 'lost'),
  examples: [
    {
      name: 'no longer regulated',
      before: `objects: {lot: {record: {regulated: true}}}`,
      after: `objects: {lot: {record: {regulated: false}}}`,
      expect: ['breaking C object:lot record.regulated'],
    },
    {
      name: 'one clause fewer',
      before: `objects: {lot: {record: {regulated: true, predicateRule: [D211-188, I-7-5-1]}}}`,
      after: `objects: {lot: {record: {regulated: true, predicateRule: [I-7-5-1]}}}`,
      expect: ['breaking C object:lot record.predicateRule'],
    },
    {
      name: 'nothing is said any more',
      before: `objects: {lot: {record: {regulated: true}}}`,
      after: `objects: {lot: {}}`,
      expect: ['breaking C object:lot record.regulated'],
    },
    {
      name: 'said for the first time that no rule asks for it',
      before: `objects: {lot: {}}`,
      after: `objects: {lot: {record: {regulated: false}}}`,
      expect: ['breaking C object:lot record.regulated'],
    },
    {
      name: 'regulated now, by one clause more',
      before: `objects: {lot: {record: {regulated: false, predicateRule: [I-7-5-1]}}}`,
      after: `objects: {lot: {record: {regulated: true, predicateRule: [I-7-5-1, D211-188]}}}`,
      expect: [],
    },
  ],
});
