import { defineChangeRule } from '../change-rule.ts';
import { signerVerdicts } from '../judging/signers.ts';

/** Reports people who may now give a signature and could not before, inherited rights included. */
export const signatureSignerWidened = defineChangeRule({
  id: 'signature-signer-widened',
  family: 'lifecycles',
  judges: 'comparison',
  class: 'risky',
  risk: 'H',
  evidence: ['IQ-SEC', 'OQ-SIG', 'OQ-NEG', 'OQ-SOD'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports people who may now give a signature and could not before, inherited rights included.',
  why: 'Authority is wider at the very point of accountability.',
  fix: 'Name only the role that answers for what the signature says.',
  mirror: { elsewhere: 'Fewer signers are reported as transition-role-narrowed.' },
  core: false,
  claims: [{ kinds: ['transition'], paths: ['sign'] }],
  check: (context) => signerVerdicts(context, 'widened'),
  examples: [
    {
      name: 'one more role may sign',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, by: QA, sign: {meaning: Checked, by: QA}}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, by: QA, sign: {meaning: Checked, by: [QA, OP]}}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: ['risky H transition:INV.T1 sign'],
    },
    {
      name: 'by inheritance',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, by: QA, sign: {meaning: Checked, by: QA}}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, by: QA, sign: {meaning: Checked, by: QA}}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: ['risky H transition:INV.T1 sign'],
    },
    {
      name: 'whoever starts the step signs it, and more may start it',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, by: QA, sign: {meaning: Checked}}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, by: [QA, OP], sign: {meaning: Checked}}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: [],
    },
    {
      name: 'the signers that it had anyway',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, by: QA, sign: {meaning: Checked}}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, by: QA, sign: {meaning: Checked, by: QA}}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: [],
    },
  ],
});
