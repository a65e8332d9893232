import { defineChangeRule } from '../change-rule.ts';
import { closedBypasses } from '../judging/bypass.ts';

/** Reports a usable or final state that can now be reached only through a signature, a condition or a state, and had a way around it. */
export const controlBypassClosed = defineChangeRule({
  id: 'control-bypass-closed',
  family: 'lifecycles',
  judges: 'comparison',
  class: 'compatible',
  risk: 'M',
  evidence: ['OQ-TRN'],
  approvers: { approve: ['QA'], inform: ['OPS', 'IT'] },
  purpose:
    'Reports a usable or final state that can now be reached only through a signature, a condition or a state, and had a way around it.',
  why: 'It is stronger; ways that somebody needs may be among those that are closed.',
  fix: 'Check that the exceptions of the plant still have their way.',
  mirror: { rule: 'control-bypass-introduced' },
  core: false,
  claims: [],
  check: closedBypasses,
  examples: [
    {
      name: 'the way past the check is removed',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, by: QA, sign: {meaning: Checked}}, T2: {from: Checked, to: Released, by: QA}, T3: {from: QI, to: Released, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, by: QA, sign: {meaning: Checked}}, T2: {from: Checked, to: Released, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: ['compatible M state:INV.Released'],
    },
    {
      name: 'a way that had the control is removed',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, by: QA, sign: {meaning: Checked}}, T2: {from: Checked, to: Released, by: QA}, T3: {from: Checked, to: Released, by: OP}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, by: QA, sign: {meaning: Checked}}, T2: {from: Checked, to: Released, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: [],
    },
    {
      name: 'a signature at a step that stays is another finding',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Released, by: QA}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Released, by: QA, sign: {meaning: Released}}}}}
roles: {QA: {}, OP: {}, LEAD: {}}`,
      expect: [],
    },
  ],
});
