import { defineChangeRule } from '../change-rule.ts';
import { reshapedEffect } from '../judging/effects.ts';

/** Reports an effect of a step that has other content, or messages that are sent in another order or number. */
export const effectChanged = defineChangeRule({
  id: 'effect-changed',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-TRN', 'OQ-ERR', 'OQ-SYN'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports an effect of a step that has other content, or messages that are sent in another order or number.',
  why: 'What is half done when something fails, and who overtakes whom, changes.',
  fix: 'Test the step with a failure between its effects, and with the messages overtaking each other.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['transition'], paths: ['emits', 'creates.*', 'fills.*'] }],
  check: reshapedEffect,
  examples: [
    {
      name: 'another order',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, by: QA, emits: [IF-1, IF-2]}}}}
roles: {QA: {}, OP: {}, LEAD: {}}
systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B}, IF-2: {from: A, to: B}, IF-3: {from: A, to: B}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, by: QA, emits: [IF-2, IF-1]}}}}
roles: {QA: {}, OP: {}, LEAD: {}}
systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B}, IF-2: {from: A, to: B}, IF-3: {from: A, to: B}}`,
      expect: ['risky H transition:INV.T1 emits'],
    },
    {
      name: 'a new record begins elsewhere',
      before: `lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held}}, INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, by: QA, creates: {lot: {LOT: Run}}}}}}
roles: {QA: {}, OP: {}, LEAD: {}}
objects: {lot: {}}`,
      after: `lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held}}, INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, by: QA, creates: {lot: {LOT: Hold}}}}}}
roles: {QA: {}, OP: {}, LEAD: {}}
objects: {lot: {}}`,
      expect: ['risky H transition:INV.T1 creates.lot'],
    },
    {
      name: 'one message more',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, by: QA, emits: [IF-1, IF-2]}}}}
roles: {QA: {}, OP: {}, LEAD: {}}
systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B}, IF-2: {from: A, to: B}, IF-3: {from: A, to: B}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Blocked: held, Released: released, Scrapped: terminal}, transitions: {T1: {from: QI, to: Checked, by: QA, emits: [IF-1, IF-3, IF-2]}}}}
roles: {QA: {}, OP: {}, LEAD: {}}
systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B}, IF-2: {from: A, to: B}, IF-3: {from: A, to: B}}`,
      expect: [],
    },
  ],
});
