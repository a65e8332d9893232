import { defineChangeRule } from '../change-rule.ts';
import { signatureVerdict } from '../judging/signatures.ts';

/** Reports another declared meaning of a signature. */
export const signatureMeaningChanged = defineChangeRule({
  id: 'signature-meaning-changed',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-SIG', 'OQ-RPT', 'DOC'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports another declared meaning of a signature.',
  why: 'The same act carries another responsibility, and printed records change.',
  fix: 'Have the quality unit approve the new meaning.',
  mirror: { self: true },
  core: true,
  claims: [{ kinds: ['transition'], paths: ['sign'] }],
  check: (change, context) => signatureVerdict(change, 'meaning', context),
  examples: [
    {
      name: 'another meaning',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, sign: {meaning: Reviewed}}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, sign: {meaning: Approved}}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: ['risky H transition:NCR.T1 sign'],
    },
    {
      name: 'signature added',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, sign: {meaning: Closed}}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: [],
    },
  ],
});
