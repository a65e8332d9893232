import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports a field in which several values may stand where one stood, or one where several stood. */
export const fieldMultiplicityChanged = defineChangeRule({
  id: 'field-multiplicity-changed',
  family: 'data',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-MAP', 'OQ-BND', 'MIG'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a field in which several values may stand where one stood, or one where several stood.',
  why: 'A reader of one value takes the first of several; and where one is left, nobody said which.',
  fix: 'Say for every mapping, condition and output that reads the field which value it takes.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['field'], paths: ['many'] }],
  check: (change) => [{ what: plainShift(change) }],
  examples: [
    {
      name: 'several values',
      before: `objects: {lot: {fields: {nr: {type: string}, kind: {type: string}, x: {type: string}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string}, kind: {type: string}, x: {type: string, many: true}}}}`,
      expect: ['breaking H field:lot.x many'],
    },
    {
      name: 'what holds anyway is said',
      before: `objects: {lot: {fields: {nr: {type: string}, kind: {type: string}, x: {type: string}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string}, kind: {type: string}, x: {type: string, many: false}}}}`,
      expect: [],
    },
  ],
});
