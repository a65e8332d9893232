import { defineChangeRule } from '../change-rule.ts';
import { isSupplied, keepsReviews } from '../judging/document-evidence.ts';
import { listMove } from '../judging/list-move.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports a document that no longer controls or demonstrates something, or a review of supplier evidence that is gone or another one. */
export const documentCoverageReduced = defineChangeRule({
  id: 'document-coverage-reduced',
  family: 'trace',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['RSK', 'TRC'],
  approvers: { approve: ['QA'], inform: ['OPS', 'IT'] },
  purpose:
    'Reports a document that no longer controls or demonstrates something, or a review of supplier evidence that is gone or another one.',
  why: 'What rested on the document rests on nothing; evidence that nobody reviewed is not evidence.',
  fix: 'Name the document that covers it now, and who reviewed that.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [{ kinds: ['document'], paths: ['covers', 'reviewed'] }],
  check(change) {
    const { path, from, to } = change;
    const lost = path[0] === 'covers' ? listMove(from, to).lost : !keepsReviews(change);
    if (!lost) return [];
    const raise = { risk: 'H', reason: 'it is evidence of a supplier that is relied on' } as const;
    return [isSupplied(change.before) ? { what: plainShift(change), raise } : { what: plainShift(change) }];
  },
  examples: [
    {
      name: 'one system fewer',
      before: `systems: {MES: {}, ERP: {}}
documents: {SOP-1: {kind: procedure, covers: [MES, ERP]}}`,
      after: `systems: {MES: {}, ERP: {}}
documents: {SOP-1: {kind: procedure, covers: [MES]}}`,
      expect: ['risky M document:SOP-1 covers'],
    },
    {
      name: 'the review of supplier evidence is gone',
      before: `systems: {MES: {}, ERP: {}}
documents: {SA-1: {kind: supplier, reviewed: [{function: QA, name: A. Lindqvist, date: 2026-01-10}]}}`,
      after: `systems: {MES: {}, ERP: {}}
documents: {SA-1: {kind: supplier}}`,
      expect: ['risky H document:SA-1 reviewed'],
    },
    {
      name: 'one system more',
      before: `systems: {MES: {}, ERP: {}}
documents: {SOP-1: {kind: procedure, covers: [MES]}}`,
      after: `systems: {MES: {}, ERP: {}}
documents: {SOP-1: {kind: procedure, covers: [MES, ERP]}}`,
      expect: [],
    },
  ],
});
