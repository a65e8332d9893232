import { defineChangeRule } from '../change-rule.ts';
import { casesVerdict } from '../judging/case-condition.ts';
import { gatedStarts } from '../judging/started-steps.ts';

/** Reports a filter by which more cases are sent. */
export const interfaceTriggerWidened = defineChangeRule({
  id: 'interface-trigger-widened',
  family: 'interfaces',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['OQ-MAP', 'OQ-ERR'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a filter by which more cases are sent.',
  why: 'Receivers see kinds of records that they never handled.',
  fix: 'Test each receiver with the new cases.',
  mirror: { rule: 'interface-trigger-narrowed' },
  core: false,
  claims: [{ kinds: ['interface', 'message'], paths: ['filter'] }],
  check(change, context) {
    const started = [
      gatedStarts(context.base).byMessage.get(change.before.key),
      gatedStarts(context.head).byMessage.get(change.after.key),
    ].find((step) => step?.act.withdraws === false);
    return casesVerdict(change, context, ['more']).map((verdict) =>
      started === undefined
        ? verdict
        : { ...verdict, raise: { risk: 'H', reason: `the filter decides when ${started.transition.id} starts` } },
    );
  },
  examples: [
    {
      name: 'no filter any more',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, filter: {fact: released lots}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B}}`,
      expect: ['risky M interface:IF-1 filter'],
    },
    {
      name: 'one thing less is asked for',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, filter: {all: [{fact: own lots}, {fact: released lots}]}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, filter: {fact: own lots}}}`,
      expect: ['risky M interface:IF-1 filter'],
    },
    {
      name: 'the same in another order',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, filter: {all: [{fact: own lots}, {fact: released lots}]}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, filter: {all: [{fact: released lots}, {fact: own lots}]}}}`,
      expect: [],
    },
    {
      name: 'other cases, neither more nor fewer',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, filter: {fact: released lots}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, filter: {fact: own lots}}}`,
      expect: [],
    },
    {
      name: 'the filter of the message that lifts a hold is gone',
      before: `systems: {MES: {}, ERP: {}}
roles: {OP: {}, QA: {}}
objects: {lot: {fields: {prio: {type: integer}}}}
interfaces: {IF-1: {from: MES, to: ERP, pattern: event, messages: {HOLD: {}, UNHOLD: {filter: {field: lot.prio, above: 5}}}}}
lifecycles:
  MLOT: {object: lot, system: MES, initial: Run, states: {Run: active, Hold: held}, transitions: {M1: {from: Run, to: Hold, by: QA, emits: IF-1.HOLD}, M2: {from: Hold, to: Run, by: QA, sign: {meaning: Hold lifted}, emits: IF-1.UNHOLD}, M3: {from: [Run, Hold], to: same, by: OP}}}
  STOCK: {object: lot, system: ERP, initial: Free, states: {Free: released, Blocked: held}, transitions: {S1: {from: Free, to: Blocked, receives: IF-1.HOLD}, S2: {from: Blocked, to: Free, receives: IF-1.UNHOLD}}}`,
      after: `systems: {MES: {}, ERP: {}}
roles: {OP: {}, QA: {}}
objects: {lot: {fields: {prio: {type: integer}}}}
interfaces: {IF-1: {from: MES, to: ERP, pattern: event, messages: {HOLD: {}, UNHOLD: {}}}}
lifecycles:
  MLOT: {object: lot, system: MES, initial: Run, states: {Run: active, Hold: held}, transitions: {M1: {from: Run, to: Hold, by: QA, emits: IF-1.HOLD}, M2: {from: Hold, to: Run, by: QA, sign: {meaning: Hold lifted}, emits: IF-1.UNHOLD}, M3: {from: [Run, Hold], to: same, by: OP}}}
  STOCK: {object: lot, system: ERP, initial: Free, states: {Free: released, Blocked: held}, transitions: {S1: {from: Free, to: Blocked, receives: IF-1.HOLD}, S2: {from: Blocked, to: Free, receives: IF-1.UNHOLD}}}`,
      expect: ['risky H message:IF-1.UNHOLD filter'],
    },
    {
      name: 'the filter of the message that puts on hold is gone',
      before: `systems: {MES: {}, ERP: {}}
roles: {OP: {}, QA: {}}
objects: {lot: {fields: {prio: {type: integer}}}}
interfaces: {IF-1: {from: MES, to: ERP, pattern: event, messages: {HOLD: {filter: {field: lot.prio, above: 5}}, UNHOLD: {}}}}
lifecycles:
  MLOT: {object: lot, system: MES, initial: Run, states: {Run: active, Hold: held}, transitions: {M1: {from: Run, to: Hold, by: QA, emits: IF-1.HOLD}, M2: {from: Hold, to: Run, by: QA, sign: {meaning: Hold lifted}, emits: IF-1.UNHOLD}, M3: {from: [Run, Hold], to: same, by: OP}}}
  STOCK: {object: lot, system: ERP, initial: Free, states: {Free: released, Blocked: held}, transitions: {S1: {from: Free, to: Blocked, receives: IF-1.HOLD}, S2: {from: Blocked, to: Free, receives: IF-1.UNHOLD}}}`,
      after: `systems: {MES: {}, ERP: {}}
roles: {OP: {}, QA: {}}
objects: {lot: {fields: {prio: {type: integer}}}}
interfaces: {IF-1: {from: MES, to: ERP, pattern: event, messages: {HOLD: {}, UNHOLD: {}}}}
lifecycles:
  MLOT: {object: lot, system: MES, initial: Run, states: {Run: active, Hold: held}, transitions: {M1: {from: Run, to: Hold, by: QA, emits: IF-1.HOLD}, M2: {from: Hold, to: Run, by: QA, sign: {meaning: Hold lifted}, emits: IF-1.UNHOLD}, M3: {from: [Run, Hold], to: same, by: OP}}}
  STOCK: {object: lot, system: ERP, initial: Free, states: {Free: released, Blocked: held}, transitions: {S1: {from: Free, to: Blocked, receives: IF-1.HOLD}, S2: {from: Blocked, to: Free, receives: IF-1.UNHOLD}}}`,
      expect: ['risky M message:IF-1.HOLD filter'],
    },
  ],
});
