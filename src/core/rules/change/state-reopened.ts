import { defineChangeRule } from '../change-rule.ts';
import { exitVerdicts } from '../judging/state-exits.ts';

/** Reports a final state that no step left, and that one leaves now. */
export const stateReopened = defineChangeRule({
  id: 'state-reopened',
  family: 'lifecycles',
  judges: 'comparison',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-TRN', 'OQ-NEG', 'OQ-AUD'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a final state that no step left, and that one leaves now.',
  why: 'Records that were closed and signed can be worked again.',
  fix: 'Let only a signed step with a reason lead out of it, or add a new record instead.',
  mirror: { rule: 'state-became-terminal' },
  core: false,
  claims: [],
  check: (context) => exitVerdicts(context, 'gained'),
  examples: [
    {
      name: 'scrapped stock comes back',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Released, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Released, by: QA}, T2: {from: Scrapped, to: QI, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: ['risky H state:INV.Scrapped'],
    },
    {
      name: 'any state may be left',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Released, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: any, to: Released, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: ['risky H state:INV.Scrapped'],
    },
    {
      name: 'a hold gets a way out',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Released, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Released, by: QA}, T2: {from: Blocked, to: QI, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: [],
    },
    {
      name: 'one more way out',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Released, by: QA}, T2: {from: Scrapped, to: QI, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Released, by: QA}, T2: {from: Scrapped, to: QI, by: QA}, T3: {from: Scrapped, to: Blocked, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: [],
    },
    {
      name: 'a step that stays',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Released, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Released, by: QA}, T2: {from: Scrapped, to: same, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: [],
    },
    {
      name: 'a way that is only planned',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Released, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Released, by: QA}, T2: {status: draft, from: Scrapped, to: QI, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: [],
    },
  ],
});
