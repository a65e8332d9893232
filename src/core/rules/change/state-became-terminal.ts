import { defineChangeRule } from '../change-rule.ts';
import { exitVerdicts } from '../judging/state-exits.ts';

/** Reports a state that some step left, and that none leaves now. */
export const stateBecameTerminal = defineChangeRule({
  id: 'state-became-terminal',
  family: 'lifecycles',
  judges: 'comparison',
  class: 'breaking',
  risk: 'M',
  evidence: ['OQ-TRN', 'MIG'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a state that some step left, and that none leaves now.',
  why: 'Records in it cannot be corrected or finished any more.',
  fix: 'Keep a way out for corrections, or say in `inFlight` of the change record what happens to records in it.',
  mirror: { rule: 'state-reopened' },
  core: false,
  claims: [],
  check: (context) => exitVerdicts(context, 'lost'),
  examples: [
    {
      name: 'the last way out is removed',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Released, by: QA}, T2: {from: Scrapped, to: QI, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Released, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: ['breaking M state:INV.Scrapped'],
    },
    {
      name: 'one of two ways out is removed',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Released, by: QA}, T2: {from: Scrapped, to: QI, by: QA}, T3: {from: Scrapped, to: Blocked, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Released, by: QA}, T2: {from: Scrapped, to: QI, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: [],
    },
    {
      name: 'it can be left to where it came from',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Blocked, by: QA}, T2: {from: Blocked, to: QI, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Blocked, by: QA}, T2: {from: Blocked, to: {last: [QI, Released]}, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: [],
    },
  ],
});
