import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';
import { VALUE_KINDS } from '../judging/value-kinds.ts';

/** Reports a value whose type is said for the first time. */
export const valueTypeDeclared = defineChangeRule({
  id: 'value-type-declared',
  family: 'data',
  judges: 'attribute',
  class: 'breaking',
  risk: 'M',
  evidence: ['OQ-BND', 'OQ-MAP'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports a value whose type is said for the first time.',
  why: 'What is not of that type is refused from now on, or was never told from it.',
  fix: 'Check the values that there are against the type before it holds.',
  mirror: { rule: 'value-type-withdrawn' },
  core: false,
  claims: [{ kinds: VALUE_KINDS, paths: ['type', 'source.type'] }],
  check: (change) => (change.from === undefined ? [{ what: plainShift(change) }] : []),
  examples: [
    {
      name: 'a first type',
      before: `objects: {lot: {fields: {nr: {length: 20}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string, length: 20}}}}`,
      expect: ['breaking M field:lot.nr type'],
    },
    {
      name: 'another type',
      before: `objects: {lot: {fields: {nr: {type: string}}}}`,
      after: `objects: {lot: {fields: {nr: {type: integer}}}}`,
      expect: [],
    },
  ],
});
