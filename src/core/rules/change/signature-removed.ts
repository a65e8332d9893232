import { defineChangeRule } from '../change-rule.ts';
import { signatureVerdict } from '../judging/signatures.ts';

/** Reports a signature that is gone, or two that one person may now give. */
export const signatureRemoved = defineChangeRule({
  id: 'signature-removed',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'breaking',
  risk: 'C',
  evidence: ['OQ-SIG', 'OQ-NEG', 'RSK', 'TRC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a signature that is gone, or two that one person may now give.',
  why: 'Records made tomorrow no longer carry what their definition promises.',
  fix: 'Keep the signature on every way into the state that it vouches for.',
  mirror: { rule: 'signature-added' },
  core: true,
  claims: [{ kinds: ['transition'], paths: ['sign'] }],
  check: (change, context) => signatureVerdict(change, 'removed', context),
  examples: [
    {
      name: 'signature dropped',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, sign: {meaning: Closed}}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: ['breaking C transition:NCR.T1 sign'],
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
