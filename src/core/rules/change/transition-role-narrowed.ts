import { defineChangeRule } from '../change-rule.ts';
import { signerVerdicts } from '../judging/signers.ts';
import { roleVerdicts } from '../judging/transition-roles.ts';

/** Reports people who could start or sign a step and may no longer, inherited rights included. */
export const transitionRoleNarrowed = defineChangeRule({
  id: 'transition-role-narrowed',
  family: 'lifecycles',
  judges: 'comparison',
  class: 'breaking',
  risk: 'M',
  evidence: ['IQ-SEC', 'OQ-NEG', 'DOC'],
  approvers: { approve: ['OPS'], inform: ['QA', 'IT'] },
  purpose: 'Reports people who could start or sign a step and may no longer, inherited rights included.',
  why: 'Safe for the decision, but somebody is locked out in the middle of the process.',
  fix: 'Check who does the work on every shift, and train them before the switch.',
  mirror: { rule: 'transition-role-widened' },
  core: true,
  claims: [{ kinds: ['transition'], paths: ['by', 'sign'] }],
  check: (context) => [...roleVerdicts(context, 'narrowed'), ...signerVerdicts(context, 'narrowed')],
  examples: [
    {
      name: 'one role fewer',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: [QA, OP]}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: ['breaking M transition:NCR.T1 by'],
    },
    {
      name: 'one signer fewer',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, sign: {meaning: Closed, by: [QA, LEAD]}}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, sign: {meaning: Closed, by: QA}}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: ['breaking M transition:NCR.T1 sign'],
    },
    {
      name: 'role renamed as declared',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QUAL}}}}
roles: {QUAL: {formerIds: [QA]}, OP: {}, LEAD: {}}`,
      expect: [],
    },
  ],
});
