import { defineChangeRule } from '../change-rule.ts';
import { roleVerdicts } from '../judging/transition-roles.ts';

/** Reports a step that other people may start than before: some gained the right and others lost it. */
export const transitionRoleReplaced = defineChangeRule({
  id: 'transition-role-replaced',
  family: 'lifecycles',
  judges: 'comparison',
  class: 'risky',
  risk: 'H',
  evidence: ['IQ-SEC', 'OQ-TRN', 'OQ-NEG', 'OQ-SOD'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a step that other people may start than before: some gained the right and others lost it.',
  why: 'Authority over the step moves from one department to another.',
  fix: 'Have both owners agree, and train the new ones before the old ones lose the right.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['transition'], paths: ['by'] }],
  check: (context) => roleVerdicts(context, 'replaced'),
  examples: [
    {
      name: 'one role instead of another',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, by: OP}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: ['risky H transition:INV.T1 by'],
    },
    {
      name: 'one role more',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, by: [QA, OP]}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: [],
    },
    {
      name: 'anyone instead of one role',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, by: anyone}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: [],
    },
  ],
});
