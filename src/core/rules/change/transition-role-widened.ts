import { defineChangeRule } from '../change-rule.ts';
import { roleVerdicts } from '../judging/transition-roles.ts';

/** Reports people who may now start a step and could not before, inherited rights included. */
export const transitionRoleWidened = defineChangeRule({
  id: 'transition-role-widened',
  family: 'lifecycles',
  judges: 'comparison',
  class: 'risky',
  risk: 'H',
  evidence: ['IQ-SEC', 'OQ-TRN', 'OQ-NEG', 'OQ-SOD', 'RSK'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports people who may now start a step and could not before, inherited rights included.',
  why: 'Every old user still works, yet new people may decide.',
  fix: 'Grant the step to the role that already decides, or justify the wider circle.',
  mirror: { rule: 'transition-role-narrowed' },
  core: true,
  claims: [{ kinds: ['transition'], paths: ['by'] }],
  check: (context) => roleVerdicts(context, 'widened'),
  examples: [
    {
      name: 'one more role',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: [QA, OP]}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: ['risky H transition:NCR.T1 by'],
    },
    {
      name: 'by inheritance',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: ['risky H transition:NCR.T1 by'],
    },
    {
      name: 'one role replaced by another',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: OP}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: [],
    },
    {
      name: 'one role fewer',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: [QA, OP]}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: [],
    },
  ],
});
