import { defineChangeRule } from '../change-rule.ts';
import { contentVerdicts } from '../judging/record-content.ts';

/** Reports fields that join the definition of a record. */
export const recordContentExtended = defineChangeRule({
  id: 'record-content-extended',
  family: 'records',
  judges: 'comparison',
  class: 'compatible',
  risk: 'L',
  evidence: ['OQ-RPT'],
  approvers: { approve: ['QA'], inform: ['OPS', 'IT'] },
  purpose: 'Reports fields that join the definition of a record.',
  why: 'The record says more; where the new content comes from must be shown.',
  fix: 'Name the owner of the field and what fills it.',
  mirror: { rule: 'record-content-reduced' },
  core: false,
  claims: [],
  check: (context) => contentVerdicts(context, 'extended'),
  examples: [
    {
      name: 'a record has one field more',
      before: `objects: {lot: {record: {regulated: true}, fields: {nr: {type: string}}}}`,
      after: `objects: {lot: {record: {regulated: true}, fields: {nr: {type: string}, qty: {type: integer}}}}`,
      expect: ['compatible L object:lot fields'],
    },
    {
      name: 'one field fewer',
      before: `objects: {lot: {record: {regulated: true}, fields: {nr: {type: string}, qty: {type: integer}}}}`,
      after: `objects: {lot: {record: {regulated: true}, fields: {nr: {type: string}}}}`,
      expect: [],
    },
  ],
});
