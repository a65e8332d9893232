import { defineChangeRule } from '../change-rule.ts';
import { bypasses } from '../judging/bypass.ts';

/** Reports a usable or final state that could be reached only through a signature, a condition or a state, and can now be reached without it. */
export const controlBypassIntroduced = defineChangeRule({
  id: 'control-bypass-introduced',
  family: 'lifecycles',
  judges: 'comparison',
  class: 'breaking',
  risk: 'C',
  evidence: ['OQ-NEG', 'PQ-E2E', 'RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose:
    'Reports a usable or final state that could be reached only through a signature, a condition or a state, and can now be reached without it.',
  why: 'No single edit may look serious; together they are a way around the control.',
  fix: 'Give the new way the control that it avoids.',
  mirror: { rule: 'control-bypass-closed' },
  core: true,
  claims: [],
  check: bypasses,
  examples: [
    {
      name: 'a way past the check',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Done: terminal, Released: released}, transitions: {T1: {from: QI, to: Checked, by: QA, sign: {meaning: Checked}}, T2: {from: Checked, to: Released, by: QA}}}}
roles: {QA: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Done: terminal, Released: released}, transitions: {T1: {from: QI, to: Checked, by: QA, sign: {meaning: Checked}}, T2: {from: Checked, to: Released, by: QA}, T3: {from: QI, to: Released, by: QA}}}}
roles: {QA: {}}`,
      expect: ['breaking C state:INV.Released'],
    },
    {
      name: 'a way that has the control',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Done: terminal, Released: released}, transitions: {T1: {from: QI, to: Checked, by: QA, sign: {meaning: Checked}}, T2: {from: Checked, to: Released, by: QA}}}}
roles: {QA: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Done: terminal, Released: released}, transitions: {T1: {from: QI, to: Checked, by: QA, sign: {meaning: Checked}}, T2: {from: Checked, to: Released, by: QA}, T3: {from: Checked, to: Released, by: QA}}}}
roles: {QA: {}}`,
      expect: [],
    },
    {
      name: 'a way with one of two conditions',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Done: terminal, Closed: closed, Released: released}, transitions: {T1: {from: QI, to: Released, by: QA, when: {all: [{fact: counted}, {fact: reviewed}]}}}}}
roles: {QA: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Done: terminal, Closed: closed, Released: released}, transitions: {T1: {from: QI, to: Released, by: QA, when: {all: [{fact: counted}, {fact: reviewed}]}}, T2: {from: QI, to: Released, by: QA, when: {fact: counted}}}}}
roles: {QA: {}}`,
      expect: ['breaking C state:INV.Released'],
    },
    {
      name: 'a way that asks for more',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Done: terminal, Closed: closed, Released: released}, transitions: {T1: {from: QI, to: Released, by: QA, when: {all: [{fact: counted}, {fact: reviewed}]}}}}}
roles: {QA: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Done: terminal, Closed: closed, Released: released}, transitions: {T1: {from: QI, to: Released, by: QA, when: {all: [{fact: counted}, {fact: reviewed}]}}, T2: {from: QI, to: Released, by: QA, when: {all: [{fact: counted}, {fact: reviewed}, {fact: sampled}]}}}}}
roles: {QA: {}}`,
      expect: [],
    },
    {
      name: 'another signature than the one that vouched',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Done: terminal, Closed: closed, Released: released}, transitions: {T1: {from: QI, to: Released, by: QA, sign: {meaning: Released by quality}}}}}
roles: {QA: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Done: terminal, Closed: closed, Released: released}, transitions: {T1: {from: QI, to: Released, by: QA, sign: {meaning: Released by quality}}, T2: {from: QI, to: Released, by: QA, sign: {meaning: Seen}}}}}
roles: {QA: {}}`,
      expect: ['breaking C state:INV.Released'],
    },
    {
      name: 'into a closed state',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Done: terminal, Closed: closed, Released: released}, transitions: {T1: {from: QI, to: Closed, by: QA, sign: {meaning: Closed}}}}}
roles: {QA: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Done: terminal, Closed: closed, Released: released}, transitions: {T1: {from: QI, to: Closed, by: QA, sign: {meaning: Closed}}, T2: {from: QI, to: Closed, by: QA}}}}
roles: {QA: {}}`,
      expect: ['breaking C state:INV.Closed'],
    },
    {
      name: 'only one of two final states lost its control',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Done: terminal, Closed: closed, Released: released}, transitions: {T1: {from: QI, to: Checked, by: QA, sign: {meaning: Checked}}, T2: {from: Checked, to: Done, by: QA}, T3: {from: Checked, to: Closed, by: QA}}}}
roles: {QA: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Done: terminal, Closed: closed, Released: released}, transitions: {T1: {from: QI, to: Checked, by: QA, sign: {meaning: Checked}}, T2: {from: Checked, to: Done, by: QA}, T3: {from: [QI, Checked], to: Closed, by: QA}}}}
roles: {QA: {}}`,
      expect: ['breaking C state:INV.Closed'],
    },
    {
      name: 'a second beginning behind the control',
      before: `lifecycles: {INV: {title: Stock, states: {QI: quarantine, Checked: open, Done: terminal, Closed: closed, Released: released}, transitions: {T0: {from: absent, to: QI, by: QA}, T1: {from: QI, to: Released, by: QA, sign: {meaning: Released}}}}}
roles: {QA: {}}`,
      after: `lifecycles: {INV: {title: Stock, states: {QI: quarantine, Checked: open, Done: terminal, Closed: closed, Released: released}, transitions: {T0: {from: absent, to: QI, by: QA}, T1: {from: QI, to: Released, by: QA, sign: {meaning: Released}}, T2: {from: absent, to: Released, by: QA}}}}
roles: {QA: {}}`,
      expect: ['breaking C state:INV.Released'],
    },
    {
      name: 'a step of another lifecycle creates what is released already',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Done: terminal, Closed: closed, Released: released}, transitions: {T1: {from: QI, to: Released, by: QA, sign: {meaning: Released}}}}, NCR: {initial: Open, states: {Open: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA}}}}
objects: {lot: {}}
roles: {QA: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Done: terminal, Closed: closed, Released: released}, transitions: {T1: {from: QI, to: Released, by: QA, sign: {meaning: Released}}}}, NCR: {initial: Open, states: {Open: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, creates: {lot: {INV: Released}}}}}}
objects: {lot: {}}
roles: {QA: {}}`,
      expect: ['breaking C state:INV.Released'],
    },
    {
      name: 'a new usable state without the control of the others',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Done: terminal, Closed: closed, Released: released}, transitions: {T1: {from: QI, to: Released, by: QA, sign: {meaning: Released}}}}}
roles: {QA: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Done: terminal, Closed: closed, Released: released, Limited: released}, transitions: {T1: {from: QI, to: Released, by: QA, sign: {meaning: Released}}, T2: {from: QI, to: Limited, by: QA}}}}
roles: {QA: {}}`,
      expect: ['breaking C state:INV.Limited'],
    },
    {
      name: 'a way around that was a draft comes into force',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Done: terminal, Closed: closed, Released: released}, transitions: {T1: {from: QI, to: Released, by: QA, sign: {meaning: Released}}, T2: {status: draft, from: QI, to: Released, by: QA}}}}
roles: {QA: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Done: terminal, Closed: closed, Released: released}, transitions: {T1: {from: QI, to: Released, by: QA, sign: {meaning: Released}}, T2: {from: QI, to: Released, by: QA}}}}
roles: {QA: {}}`,
      expect: ['breaking C state:INV.Released'],
    },
    {
      name: 'the state on the way is gone',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Done: terminal, Closed: closed, Released: released}, transitions: {T1: {from: QI, to: Checked, by: QA}, T2: {from: Checked, to: Released, by: QA}}}}
roles: {QA: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Done: terminal, Closed: closed, Released: released}, transitions: {T2: {from: QI, to: Released, by: QA}}}}
roles: {QA: {}}`,
      expect: ['breaking C state:INV.Released'],
    },
    {
      name: 'back to where it came from is no new way',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Done: terminal, Closed: closed, Released: released}, transitions: {T1: {from: QI, to: Released, by: QA, sign: {meaning: Released}}}}}
roles: {QA: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Done: terminal, Closed: closed, Released: released}, transitions: {T1: {from: QI, to: Released, by: QA, sign: {meaning: Released}}, T2: {from: QI, to: Checked, by: QA}, T3: {from: Checked, to: {last: [QI, Released]}, by: QA}}}}
roles: {QA: {}}`,
      expect: [],
    },
    {
      name: 'the signature says something else wherever it stood',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Done: terminal, Closed: closed, Released: released}, transitions: {T1: {from: QI, to: Released, by: QA, sign: {meaning: Released}}}}}
roles: {QA: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Done: terminal, Closed: closed, Released: released}, transitions: {T1: {from: QI, to: Released, by: QA, sign: {meaning: Release approved}}, T2: {from: Checked, to: Released, by: QA, sign: {meaning: Release approved}}, T3: {from: QI, to: Checked, by: QA}}}}
roles: {QA: {}}`,
      expect: [],
    },
    {
      name: 'state and condition renamed together',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Checked: open, Done: terminal, Closed: closed, Released: released}, transitions: {T1: {from: QI, to: Checked, by: QA}, T2: {from: Checked, to: Released, by: QA, when: {INV: Checked}}}}}
roles: {QA: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Seen: {class: open, formerIds: [Checked]}, Done: terminal, Closed: closed, Released: released}, transitions: {T1: {from: QI, to: Seen, by: QA}, T2: {from: Seen, to: Released, by: QA, when: {INV: Seen}}}}}
roles: {QA: {}}`,
      expect: [],
    },
    {
      name: 'an unsigned step of another lifecycle sends the message that lifts the hold',
      before: `systems: {MES: {}, ERP: {}}
roles: {OP: {}, QA: {}}
objects: {lot: {fields: {prio: {type: integer}}}}
interfaces: {IF-1: {from: MES, to: ERP, pattern: event, messages: [HOLD, UNHOLD]}}
lifecycles:
  MLOT: {object: lot, system: MES, initial: Run, states: {Run: active, Hold: held}, transitions: {M1: {from: Run, to: Hold, by: QA, emits: IF-1.HOLD}, M2: {from: Hold, to: Run, by: QA, sign: {meaning: Hold lifted}, emits: IF-1.UNHOLD}, M3: {from: [Run, Hold], to: same, by: OP}}}
  STOCK: {object: lot, system: ERP, initial: Free, states: {Free: released, Blocked: held}, transitions: {S1: {from: Free, to: Blocked, receives: IF-1.HOLD}, S2: {from: Blocked, to: Free, receives: IF-1.UNHOLD}}}`,
      after: `systems: {MES: {}, ERP: {}}
roles: {OP: {}, QA: {}}
objects: {lot: {fields: {prio: {type: integer}}}}
interfaces: {IF-1: {from: MES, to: ERP, pattern: event, messages: [HOLD, UNHOLD]}}
lifecycles:
  MLOT: {object: lot, system: MES, initial: Run, states: {Run: active, Hold: held}, transitions: {M1: {from: Run, to: Hold, by: QA, emits: IF-1.HOLD}, M2: {from: Hold, to: Run, by: QA, sign: {meaning: Hold lifted}, emits: IF-1.UNHOLD}, M3: {from: [Run, Hold], to: same, by: OP, emits: IF-1.UNHOLD}}}
  STOCK: {object: lot, system: ERP, initial: Free, states: {Free: released, Blocked: held}, transitions: {S1: {from: Free, to: Blocked, receives: IF-1.HOLD}, S2: {from: Blocked, to: Free, receives: IF-1.UNHOLD}}}`,
      expect: ['breaking C state:STOCK.Free'],
    },
    {
      name: 'an unsigned step sends a new message, and every message lifts the hold',
      before: `systems: {MES: {}, ERP: {}}
roles: {OP: {}, QA: {}}
objects: {lot: {fields: {prio: {type: integer}}}}
interfaces: {IF-1: {from: MES, to: ERP, pattern: event, messages: [UNHOLD]}}
lifecycles:
  MLOT: {object: lot, system: MES, initial: Run, states: {Run: active, Hold: held}, transitions: {M1: {from: Run, to: Hold, by: QA}, M2: {from: Hold, to: Run, by: QA, sign: {meaning: Hold lifted}, emits: IF-1.UNHOLD}, M3: {from: [Run, Hold], to: same, by: OP}}}
  STOCK: {object: lot, system: ERP, initial: Free, states: {Free: released, Blocked: held}, transitions: {S1: {from: Free, to: Blocked, by: OP}, S2: {from: Blocked, to: Free, receives: IF-1}}}`,
      after: `systems: {MES: {}, ERP: {}}
roles: {OP: {}, QA: {}}
objects: {lot: {fields: {prio: {type: integer}}}}
interfaces: {IF-1: {from: MES, to: ERP, pattern: event, messages: [UNHOLD, NOTE]}}
lifecycles:
  MLOT: {object: lot, system: MES, initial: Run, states: {Run: active, Hold: held}, transitions: {M1: {from: Run, to: Hold, by: QA}, M2: {from: Hold, to: Run, by: QA, sign: {meaning: Hold lifted}, emits: IF-1.UNHOLD}, M3: {from: [Run, Hold], to: same, by: OP, emits: IF-1.NOTE}}}
  STOCK: {object: lot, system: ERP, initial: Free, states: {Free: released, Blocked: held}, transitions: {S1: {from: Free, to: Blocked, by: OP}, S2: {from: Blocked, to: Free, receives: IF-1}}}`,
      expect: ['breaking C state:STOCK.Free'],
    },
    {
      name: 'a step with the same signature sends it',
      before: `systems: {MES: {}, ERP: {}}
roles: {OP: {}, QA: {}}
objects: {lot: {fields: {prio: {type: integer}}}}
interfaces: {IF-1: {from: MES, to: ERP, pattern: event, messages: [HOLD, UNHOLD]}}
lifecycles:
  MLOT: {object: lot, system: MES, initial: Run, states: {Run: active, Hold: held}, transitions: {M1: {from: Run, to: Hold, by: QA, emits: IF-1.HOLD}, M2: {from: Hold, to: Run, by: QA, sign: {meaning: Hold lifted}, emits: IF-1.UNHOLD}, M3: {from: [Run, Hold], to: same, by: OP}}}
  STOCK: {object: lot, system: ERP, initial: Free, states: {Free: released, Blocked: held}, transitions: {S1: {from: Free, to: Blocked, receives: IF-1.HOLD}, S2: {from: Blocked, to: Free, receives: IF-1.UNHOLD}}}`,
      after: `systems: {MES: {}, ERP: {}}
roles: {OP: {}, QA: {}}
objects: {lot: {fields: {prio: {type: integer}}}}
interfaces: {IF-1: {from: MES, to: ERP, pattern: event, messages: [HOLD, UNHOLD]}}
lifecycles:
  MLOT: {object: lot, system: MES, initial: Run, states: {Run: active, Hold: held}, transitions: {M1: {from: Run, to: Hold, by: QA, emits: IF-1.HOLD}, M2: {from: Hold, to: Run, by: QA, sign: {meaning: Hold lifted}, emits: IF-1.UNHOLD}, M3: {from: [Run, Hold], to: same, by: OP, sign: {meaning: Hold lifted}, emits: IF-1.UNHOLD}}}
  STOCK: {object: lot, system: ERP, initial: Free, states: {Free: released, Blocked: held}, transitions: {S1: {from: Free, to: Blocked, receives: IF-1.HOLD}, S2: {from: Blocked, to: Free, receives: IF-1.UNHOLD}}}`,
      expect: [],
    },
    {
      name: 'an unsigned step sends the message that puts on hold',
      before: `systems: {MES: {}, ERP: {}}
roles: {OP: {}, QA: {}}
objects: {lot: {fields: {prio: {type: integer}}}}
interfaces: {IF-1: {from: MES, to: ERP, pattern: event, messages: [HOLD, UNHOLD]}}
lifecycles:
  MLOT: {object: lot, system: MES, initial: Run, states: {Run: active, Hold: held}, transitions: {M1: {from: Run, to: Hold, by: QA, emits: IF-1.HOLD}, M2: {from: Hold, to: Run, by: QA, sign: {meaning: Hold lifted}, emits: IF-1.UNHOLD}, M3: {from: [Run, Hold], to: same, by: OP}}}
  STOCK: {object: lot, system: ERP, initial: Free, states: {Free: released, Blocked: held}, transitions: {S1: {from: Free, to: Blocked, receives: IF-1.HOLD}, S2: {from: Blocked, to: Free, receives: IF-1.UNHOLD}}}`,
      after: `systems: {MES: {}, ERP: {}}
roles: {OP: {}, QA: {}}
objects: {lot: {fields: {prio: {type: integer}}}}
interfaces: {IF-1: {from: MES, to: ERP, pattern: event, messages: [HOLD, UNHOLD]}}
lifecycles:
  MLOT: {object: lot, system: MES, initial: Run, states: {Run: active, Hold: held}, transitions: {M1: {from: Run, to: Hold, by: QA, emits: IF-1.HOLD}, M2: {from: Hold, to: Run, by: QA, sign: {meaning: Hold lifted}, emits: IF-1.UNHOLD}, M3: {from: [Run, Hold], to: same, by: OP, emits: IF-1.HOLD}}}
  STOCK: {object: lot, system: ERP, initial: Free, states: {Free: released, Blocked: held}, transitions: {S1: {from: Free, to: Blocked, receives: IF-1.HOLD}, S2: {from: Blocked, to: Free, receives: IF-1.UNHOLD}}}`,
      expect: [],
    },
    {
      name: 'nobody sends the message any more',
      before: `systems: {MES: {}, ERP: {}}
roles: {OP: {}, QA: {}}
objects: {lot: {fields: {prio: {type: integer}}}}
interfaces: {IF-1: {from: MES, to: ERP, pattern: event, messages: [HOLD, UNHOLD]}}
lifecycles:
  MLOT: {object: lot, system: MES, initial: Run, states: {Run: active, Hold: held}, transitions: {M1: {from: Run, to: Hold, by: QA, emits: IF-1.HOLD}, M2: {from: Hold, to: Run, by: QA, sign: {meaning: Hold lifted}, emits: IF-1.UNHOLD}, M3: {from: [Run, Hold], to: same, by: OP}}}
  STOCK: {object: lot, system: ERP, initial: Free, states: {Free: released, Blocked: held}, transitions: {S1: {from: Free, to: Blocked, receives: IF-1.HOLD}, S2: {from: Blocked, to: Free, receives: IF-1.UNHOLD}}}`,
      after: `systems: {MES: {}, ERP: {}}
roles: {OP: {}, QA: {}}
objects: {lot: {fields: {prio: {type: integer}}}}
interfaces: {IF-1: {from: MES, to: ERP, pattern: event, messages: [HOLD, UNHOLD]}}
lifecycles:
  MLOT: {object: lot, system: MES, initial: Run, states: {Run: active, Hold: held}, transitions: {M1: {from: Run, to: Hold, by: QA, emits: IF-1.HOLD}, M2: {from: Hold, to: Run, by: QA, sign: {meaning: Hold lifted}}, M3: {from: [Run, Hold], to: same, by: OP}}}
  STOCK: {object: lot, system: ERP, initial: Free, states: {Free: released, Blocked: held}, transitions: {S1: {from: Free, to: Blocked, receives: IF-1.HOLD}, S2: {from: Blocked, to: Free, receives: IF-1.UNHOLD}}}`,
      expect: [],
    },
  ],
});
