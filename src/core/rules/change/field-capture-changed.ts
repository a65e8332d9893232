import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';
import { isTypedNoMore } from '../judging/typed.ts';

/** Reports a value that comes to be otherwise: typed, scanned, from equipment or computed. */
export const fieldCaptureChanged = defineChangeRule({
  id: 'field-capture-changed',
  family: 'data',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['OQ-BND', 'OQ-AUD', 'DOC'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a value that comes to be otherwise: typed, scanned, from equipment or computed.',
  why: 'Who is answerable for the value, and which errors are likely, differ; what is typed can be mistyped.',
  fix: 'Say who checks a typed value; show for the others that the right value arrives.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [{ kinds: ['field'], paths: ['capture'] }],
  check(change) {
    if (isTypedNoMore(change)) return [];
    const raise = { risk: 'H', reason: 'people type what was taken over, or may do so' } as const;
    return [
      change.to === 'manual' || change.to === undefined
        ? { what: plainShift(change), raise }
        : { what: plainShift(change) },
    ];
  },
  examples: [
    {
      name: 'typed',
      before: `objects: {lot: {fields: {nr: {type: string}, kind: {type: string}, x: {type: string, capture: scanned}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string}, kind: {type: string}, x: {type: string, capture: manual}}}}`,
      expect: ['risky H field:lot.x capture'],
    },
    {
      name: 'scanned instead of taken from equipment',
      before: `objects: {lot: {fields: {nr: {type: string}, kind: {type: string}, x: {type: string, capture: equipment}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string}, kind: {type: string}, x: {type: string, capture: scanned}}}}`,
      expect: ['risky M field:lot.x capture'],
    },
    {
      name: 'no longer typed',
      before: `objects: {lot: {fields: {nr: {type: string}, kind: {type: string}, x: {type: string, capture: manual}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string}, kind: {type: string}, x: {type: string, capture: scanned}}}}`,
      expect: [],
    },
  ],
});
