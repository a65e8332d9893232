import { defineChangeRule } from '../change-rule.ts';
import { holdVerdict } from '../judging/hold.ts';
import { membersChanged } from '../judging/set-members.ts';

/** Reports a status that no longer blocks, or a message that no longer puts on hold. */
export const holdPrecedenceWeakened = defineChangeRule({
  id: 'hold-precedence-weakened',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'risky',
  risk: 'C',
  evidence: ['OQ-NEG', 'OQ-SYN', 'PQ-E2E', 'RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a status that no longer blocks, or a message that no longer puts on hold.',
  why: 'It is a hold that does not hold.',
  fix: 'Keep the status in the list, or say `classes: [open]`, which cannot be forgotten.',
  mirror: { rule: 'assurance-strengthened' },
  core: true,
  claims: [
    { kinds: ['set'], paths: ['members', 'except', 'classes'] },
    { kinds: ['transition'], paths: ['receives'] },
  ],
  check(change, context) {
    if (change.after.kind === 'set') return membersChanged(change, context, 'lost', 'blocks');
    return holdVerdict(change, context, 'weakened');
  },
  examples: [
    {
      name: 'a status leaves the blocking list',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}}}
sets: {S: {of: NCR, effect: blocks, members: [Open, Review]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}}}
sets: {S: {of: NCR, effect: blocks, members: [Open]}}`,
      expect: ['risky C set:S members'],
    },
    {
      name: 'a message no longer holds',
      before: `objects: {lot: {}}
systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, about: lot, messages: [HOLD, SCRAP]}}
lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold, receives: [IF-1.HOLD, IF-1.SCRAP]}}}}`,
      after: `objects: {lot: {}}
systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, about: lot, messages: [HOLD, SCRAP]}}
lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold, receives: IF-1.HOLD}}}}`,
      expect: ['risky C transition:LOT.T1 receives'],
    },
    {
      name: 'one more status blocks',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}}}
sets: {S: {of: NCR, effect: blocks, members: [Open]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}}}
sets: {S: {of: NCR, effect: blocks, members: [Open, Review]}}`,
      expect: [],
    },
    {
      name: 'another message instead of one that must carry something',
      before: `objects: {lot: {}}
systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, about: lot, fields: {verdict: {from: v}}}, IF-3: {from: A, to: B, about: lot}}
lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold, receives: {message: IF-1, field: verdict, equals: F}}}}}`,
      after: `objects: {lot: {}}
systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, about: lot, fields: {verdict: {from: v}}}, IF-3: {from: A, to: B, about: lot}}
lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold, receives: [IF-3]}}}}`,
      expect: ['risky C transition:LOT.T1 receives'],
    },
    {
      name: 'the message need not carry anything any more',
      before: `objects: {lot: {}}
systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, about: lot, fields: {verdict: {from: v}}}, IF-3: {from: A, to: B, about: lot}}
lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold, receives: {message: IF-1, field: verdict, equals: F}}}}}`,
      after: `objects: {lot: {}}
systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, about: lot, fields: {verdict: {from: v}}}, IF-3: {from: A, to: B, about: lot}}
lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold, receives: [IF-1]}}}}`,
      expect: [],
    },
  ],
});
