import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports an output that is a certificate where it was a record, or a record where it was a certificate. */
export const outputKindChanged = defineChangeRule({
  id: 'output-kind-changed',
  family: 'process',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-RPT', 'PQ-OUT', 'DOC'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports an output that is a certificate where it was a record, or a record where it was a certificate.',
  why: 'A certificate promises somebody else what a record only keeps: approval, wording and retention differ.',
  fix: 'Say who receives it, who signs it, and what it promises.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['output'], paths: ['kind'] }],
  check: (change) => [{ what: plainShift(change) }],
  examples: [
    {
      name: 'no certificate any more',
      before: `outputs: {COC: {kind: certificate}}`,
      after: `outputs: {COC: {kind: record}}`,
      expect: ['risky H output:COC kind'],
    },
    {
      name: 'what holds anyway is said',
      before: `outputs: {COC: {}}`,
      after: `outputs: {COC: {kind: record}}`,
      expect: [],
    },
  ],
});
