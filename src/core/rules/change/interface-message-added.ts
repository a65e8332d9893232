import { defineChangeRule } from '../change-rule.ts';
import { gatedStarts } from '../judging/started-steps.ts';
import { addedElement } from '../judging/whole-element.ts';

/** Reports a kind of message that is new. */
export const interfaceMessageAdded = defineChangeRule({
  id: 'interface-message-added',
  family: 'interfaces',
  judges: 'element',
  class: 'compatible',
  risk: 'M',
  evidence: ['OQ-MAP', 'OQ-ERR'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a kind of message that is new.',
  why: 'Receivers see a kind of message that they never handled.',
  fix: 'Say which step of each receiver takes it, and what happens to it where none does.',
  mirror: { rule: 'interface-message-removed' },
  core: false,
  claims: [{ kinds: ['message'], action: 'added' }],
  check(element, { base, head, inBase }) {
    const carrier = element.parent === undefined ? undefined : head.elements.get(element.parent);
    if (carrier === undefined || inBase(carrier) === undefined) return [addedElement(element)];
    const started = gatedStarts(head).byMessage.get(element.key);
    // A step that took in every message of the interface takes in this one too, without a word of it at the step.
    const before = inBase(carrier)?.key;
    const inUse = before !== undefined && gatedStarts(base).byMessage.get(before)?.act.withdraws === false;
    if (started === undefined || started.act.withdraws || !inUse)
      return [{ ...addedElement(element), raise: { class: 'risky', reason: 'the interface is in use already' } }];
    const reason = `it starts ${started.transition.id}, which ${started.act.words}`;
    return [
      {
        ...addedElement(element),
        raise: { class: 'risky', risk: 'H', reason },
      },
    ];
  },
  examples: [
    {
      name: 'one more kind of message',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, messages: [HOLD]}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, messages: [HOLD, SPLIT]}}`,
      expect: ['risky M message:IF-1.SPLIT'],
    },
    {
      name: 'with a new interface',
      before: `systems: {A: {}, B: {}, C: {}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, messages: [HOLD]}}`,
      expect: ['compatible M message:IF-1.HOLD'],
    },
    {
      name: 'one kind of message fewer',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, messages: [HOLD, SPLIT]}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, messages: [HOLD]}}`,
      expect: [],
    },
    {
      name: 'every message of the interface lifts the hold',
      before: `systems: {MES: {}, ERP: {}}
roles: {OP: {}, QA: {}}
objects: {lot: {fields: {prio: {type: integer}}}}
interfaces: {IF-1: {from: MES, to: ERP, pattern: event, messages: [UNHOLD, HOLD]}}
lifecycles:
  MLOT: {object: lot, system: MES, initial: Run, states: {Run: active, Hold: held}, transitions: {M1: {from: Run, to: Hold, by: QA, emits: IF-1.HOLD}, M2: {from: Hold, to: Run, by: QA, sign: {meaning: Hold lifted}, emits: IF-1.UNHOLD}, M3: {from: [Run, Hold], to: same, by: OP}}}
  STOCK: {object: lot, system: ERP, initial: Free, states: {Free: released, Blocked: held}, transitions: {S1: {from: Free, to: Blocked, receives: IF-1.HOLD}, S2: {from: Blocked, to: Free, receives: IF-1}}}`,
      after: `systems: {MES: {}, ERP: {}}
roles: {OP: {}, QA: {}}
objects: {lot: {fields: {prio: {type: integer}}}}
interfaces: {IF-1: {from: MES, to: ERP, pattern: event, messages: [UNHOLD, HOLD, NOTE]}}
lifecycles:
  MLOT: {object: lot, system: MES, initial: Run, states: {Run: active, Hold: held}, transitions: {M1: {from: Run, to: Hold, by: QA, emits: IF-1.HOLD}, M2: {from: Hold, to: Run, by: QA, sign: {meaning: Hold lifted}, emits: IF-1.UNHOLD}, M3: {from: [Run, Hold], to: same, by: OP}}}
  STOCK: {object: lot, system: ERP, initial: Free, states: {Free: released, Blocked: held}, transitions: {S1: {from: Free, to: Blocked, receives: IF-1.HOLD}, S2: {from: Blocked, to: Free, receives: IF-1}}}`,
      expect: ['risky H message:IF-1.NOTE'],
    },
    {
      name: 'the hold is lifted by another message',
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
interfaces: {IF-1: {from: MES, to: ERP, pattern: event, messages: [HOLD, UNHOLD, NOTE]}}
lifecycles:
  MLOT: {object: lot, system: MES, initial: Run, states: {Run: active, Hold: held}, transitions: {M1: {from: Run, to: Hold, by: QA, emits: IF-1.HOLD}, M2: {from: Hold, to: Run, by: QA, sign: {meaning: Hold lifted}, emits: IF-1.UNHOLD}, M3: {from: [Run, Hold], to: same, by: OP}}}
  STOCK: {object: lot, system: ERP, initial: Free, states: {Free: released, Blocked: held}, transitions: {S1: {from: Free, to: Blocked, receives: IF-1.HOLD}, S2: {from: Blocked, to: Free, receives: IF-1.UNHOLD}}}`,
      expect: ['risky M message:IF-1.NOTE'],
    },
  ],
});
