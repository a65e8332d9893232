import { defineChangeRule } from '../change-rule.ts';
import { contentVerdicts } from '../judging/record-content.ts';

/** Reports fields that leave the definition of a record. */
export const recordContentReduced = defineChangeRule({
  id: 'record-content-reduced',
  family: 'records',
  judges: 'comparison',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-AUD', 'OQ-RPT', 'TRC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports fields that leave the definition of a record.',
  why: 'The decision that rests on the record can no longer be reconstructed from it.',
  fix: 'Keep the field as long as decisions rest on it, or show where the same is recorded now.',
  mirror: { rule: 'record-content-extended' },
  core: true,
  claims: [],
  check: (context) => contentVerdicts(context, 'reduced'),
  examples: [
    {
      name: 'a field of a record is gone',
      before: `objects: {lot: {record: {regulated: true}, fields: {nr: {type: string}, qty: {type: integer}}}}`,
      after: `objects: {lot: {record: {regulated: true}, fields: {nr: {type: string}}}}`,
      expect: ['breaking H object:lot fields'],
    },
    {
      name: 'a field belongs to another object now',
      before: `objects: {lot: {record: {regulated: true}, fields: {nr: {type: string}, qty: {type: integer}}}, box: {fields: {id: {type: string}}}}`,
      after: `objects: {lot: {record: {regulated: true}, fields: {nr: {type: string}}}, box: {fields: {id: {type: string}, qty: {type: integer, formerIds: ["lot.qty"]}}}}`,
      expect: ['breaking H object:lot fields'],
    },
    {
      name: 'renamed as declared',
      before: `objects: {lot: {record: {regulated: true}, fields: {nr: {type: string}}}}`,
      after: `objects: {lot: {record: {regulated: true}, fields: {number: {type: string, formerIds: [nr]}}}}`,
      expect: [],
    },
    {
      name: 'nothing says what the record is',
      before: `objects: {lot: {fields: {nr: {type: string}, qty: {type: integer}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string}}}}`,
      expect: [],
    },
  ],
});
