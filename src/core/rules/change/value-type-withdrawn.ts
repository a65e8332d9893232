import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';
import { VALUE_KINDS } from '../judging/value-kinds.ts';

/** Reports a value whose type is no longer said. */
export const valueTypeWithdrawn = defineChangeRule({
  id: 'value-type-withdrawn',
  family: 'data',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-BND', 'OQ-MAP'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports a value whose type is no longer said.',
  why: 'Anything may stand in it, and no check compares it with what the other side expects.',
  fix: 'Keep the type; where several are possible, say `string` and what the texts mean.',
  mirror: { rule: 'value-type-declared' },
  core: false,
  claims: [{ kinds: VALUE_KINDS, paths: ['type', 'source.type'] }],
  check: (change) => (change.to === undefined ? [{ what: plainShift(change) }] : []),
  examples: [
    {
      name: 'no longer said',
      before: `objects: {lot: {fields: {nr: {type: string, length: 20}}}}`,
      after: `objects: {lot: {fields: {nr: {length: 20}}}}`,
      expect: ['risky H field:lot.nr type'],
    },
    {
      name: 'another type',
      before: `objects: {lot: {fields: {nr: {type: string}}}}`,
      after: `objects: {lot: {fields: {nr: {type: integer}}}}`,
      expect: [],
    },
  ],
});
