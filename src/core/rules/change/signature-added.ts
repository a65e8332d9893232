import { defineChangeRule } from '../change-rule.ts';
import { signatureVerdict } from '../judging/signatures.ts';

/** Reports a signature that is new. */
export const signatureAdded = defineChangeRule({
  id: 'signature-added',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'compatible',
  risk: 'M',
  evidence: ['OQ-SIG', 'DOC'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a signature that is new.',
  why: 'It is stronger, but whoever starts the step must now be able to sign.',
  fix: 'Train the signers, and check that no interface drives the step.',
  mirror: { rule: 'signature-removed' },
  core: true,
  claims: [{ kinds: ['transition'], paths: ['sign'] }],
  check: (change, context) => signatureVerdict(change, 'added', context),
  examples: [
    {
      name: 'signature added',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, sign: {meaning: Closed}}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: ['compatible M transition:NCR.T1 sign'],
    },
    {
      name: 'signature dropped',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, sign: {meaning: Closed}}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: [],
    },
  ],
});
