import { defineChangeRule } from '../change-rule.ts';
import { regulationVerdict } from '../judging/regulation.ts';

/** Reports a record that a rule asks for now, or one clause more that asks for it. */
export const recordBecameRegulated = defineChangeRule({
  id: 'record-became-regulated',
  family: 'records',
  judges: 'attribute',
  class: 'compatible',
  risk: 'M',
  evidence: ['RSK', 'TRC', 'IQ-REC'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports a record that a rule asks for now, or one clause more that asks for it.',
  why: 'Every control that it needs now owes its evidence.',
  fix: 'Declare audit trail, retention and copies of the record, and show them.',
  mirror: { rule: 'record-deregulated' },
  core: false,
  claims: [{ kinds: ['object'], paths: ['record.regulated', 'record.predicateRule'] }],
  check: (change) => regulationVerdict(change, 'gained'),
  examples: [
    {
      name: 'regulated now',
      before: `objects: {lot: {}}`,
      after: `objects: {lot: {record: {regulated: true, predicateRule: [D211-188]}}}`,
      expect: ['compatible M object:lot record.predicateRule', 'compatible M object:lot record.regulated'],
    },
    {
      name: 'another clause instead',
      before: `objects: {lot: {record: {regulated: true, predicateRule: [D211-188]}}}`,
      after: `objects: {lot: {record: {regulated: true, predicateRule: [I-7-5-1]}}}`,
      expect: ['compatible M object:lot record.predicateRule'],
    },
    {
      name: 'no longer regulated',
      before: `objects: {lot: {record: {regulated: true}}}`,
      after: `objects: {lot: {record: {regulated: false}}}`,
      expect: [],
    },
  ],
});
