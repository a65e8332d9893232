import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports another revision, number or kind of a document that people work by. */
export const documentRevised = defineChangeRule({
  id: 'document-revised',
  family: 'process',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['DOC'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports another revision, number or kind of a document that people work by.',
  why: 'What people do by it may differ, and who was trained on the old revision was not trained on the new one.',
  fix: 'Compare both revisions with the steps that rest on the document, and say who must be trained again.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['document'], paths: ['kind', 'number', 'revision'] }],
  check: (change) => [{ what: plainShift(change) }],
  examples: [
    {
      name: 'another revision',
      before: `systems: {MES: {}, ERP: {}}
documents: {SOP-1: {kind: procedure, revision: "3"}}`,
      after: `systems: {MES: {}, ERP: {}}
documents: {SOP-1: {kind: procedure, revision: "4"}}`,
      expect: ['risky M document:SOP-1 revision'],
    },
    {
      name: 'the number is its id anyway',
      before: `systems: {MES: {}, ERP: {}}
documents: {SOP-1: {kind: procedure}}`,
      after: `systems: {MES: {}, ERP: {}}
documents: {SOP-1: {kind: procedure, number: SOP-1}}`,
      expect: [],
    },
  ],
});
