import { defineChangeRule } from '../change-rule.ts';
import { guardVerdict } from '../judging/guard.ts';

/** Reports a condition that lets through all it let through, and more. */
export const guardWeakened = defineChangeRule({
  id: 'guard-weakened',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-NEG', 'OQ-BND'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a condition that lets through all it let through, and more.',
  why: 'The same as a condition removed, and harder to see in a line diff.',
  fix: 'Put back what was dropped, or show what else prevents the new cases.',
  mirror: { rule: 'guard-tightened' },
  core: true,
  claims: [
    { kinds: ['transition'], paths: ['when', 'procedure'] },
    { kinds: ['set'], paths: ['members', 'except', 'classes', 'unknown'] },
    { kinds: ['state'], paths: ['class'] },
  ],
  check: (change, context) => guardVerdict(change, context, 'weakened'),
  examples: [
    {
      name: 'one of two instead of both',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, when: {all: [{fact: verified}, {fact: counted}]}}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, when: {any: [{fact: verified}, {fact: counted}]}}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: ['risky H transition:NCR.T1 when'],
    },
    {
      name: 'both instead of one of two',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, when: {any: [{fact: verified}, {fact: counted}]}}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, when: {all: [{fact: verified}, {fact: counted}]}}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: [],
    },
    {
      name: 'the words stay, and the set that they name takes in more',
      before: `objects: {lot: {}, ncr: {of: lot}}
sets: {DONE: {of: NCR, members: [Closed], unknown: out}}
lifecycles: {NCR: {object: ncr, initial: Open, states: {Open: open, Review: open, Closed: closed}}, LOT: {object: lot, initial: QI, states: {QI: open, Used: active}, transitions: {T1: {from: QI, to: Used, when: {every: ncr, NCR: {in: DONE}}}}}}`,
      after: `objects: {lot: {}, ncr: {of: lot}}
sets: {DONE: {of: NCR, members: [Closed, Open], unknown: out}}
lifecycles: {NCR: {object: ncr, initial: Open, states: {Open: open, Review: open, Closed: closed}}, LOT: {object: lot, initial: QI, states: {QI: open, Used: active}, transitions: {T1: {from: QI, to: Used, when: {every: ncr, NCR: {in: DONE}}}}}}`,
      expect: ['risky H transition:LOT.T1 when'],
    },
    {
      name: 'a set that calls itself blocking, and is asked for',
      before: `objects: {lot: {}, ncr: {of: lot}}
sets: {DONE: {of: NCR, effect: blocks, members: [Closed], unknown: out}}
lifecycles: {NCR: {object: ncr, initial: Open, states: {Open: open, Review: open, Closed: closed}}, LOT: {object: lot, initial: QI, states: {QI: open, Used: active}, transitions: {T1: {from: QI, to: Used, when: {every: ncr, NCR: {in: DONE}}}}}}`,
      after: `objects: {lot: {}, ncr: {of: lot}}
sets: {DONE: {of: NCR, effect: blocks, members: [Closed, Open], unknown: out}}
lifecycles: {NCR: {object: ncr, initial: Open, states: {Open: open, Review: open, Closed: closed}}, LOT: {object: lot, initial: QI, states: {QI: open, Used: active}, transitions: {T1: {from: QI, to: Used, when: {every: ncr, NCR: {in: DONE}}}}}}`,
      expect: ['risky H transition:LOT.T1 when'],
    },
    {
      name: 'a state leaves the class that the condition forbids',
      before: `objects: {lot: {}, ncr: {of: lot}}
sets: {DONE: {of: NCR, members: [Closed], unknown: out}}
lifecycles: {NCR: {object: ncr, initial: Open, states: {Open: open, Review: open, Closed: closed}}, LOT: {object: lot, initial: QI, states: {QI: open, Used: active}, transitions: {T1: {from: QI, to: Used, when: {every: ncr, NCR: {not: {class: open}}}}}}}`,
      after: `objects: {lot: {}, ncr: {of: lot}}
sets: {DONE: {of: NCR, members: [Closed], unknown: out}}
lifecycles: {NCR: {object: ncr, initial: Open, states: {Open: open, Review: active, Closed: closed}}, LOT: {object: lot, initial: QI, states: {QI: open, Used: active}, transitions: {T1: {from: QI, to: Used, when: {every: ncr, NCR: {not: {class: open}}}}}}}`,
      expect: ['risky H transition:LOT.T1 when'],
    },
    {
      name: 'the set takes in fewer',
      before: `objects: {lot: {}, ncr: {of: lot}}
sets: {DONE: {of: NCR, members: [Closed, Review], unknown: out}}
lifecycles: {NCR: {object: ncr, initial: Open, states: {Open: open, Review: open, Closed: closed}}, LOT: {object: lot, initial: QI, states: {QI: open, Used: active}, transitions: {T1: {from: QI, to: Used, when: {every: ncr, NCR: {in: DONE}}}}}}`,
      after: `objects: {lot: {}, ncr: {of: lot}}
sets: {DONE: {of: NCR, members: [Closed], unknown: out}}
lifecycles: {NCR: {object: ncr, initial: Open, states: {Open: open, Review: open, Closed: closed}}, LOT: {object: lot, initial: QI, states: {QI: open, Used: active}, transitions: {T1: {from: QI, to: Used, when: {every: ncr, NCR: {in: DONE}}}}}}`,
      expect: [],
    },
    {
      name: 'the same states, said otherwise',
      before: `objects: {lot: {}, ncr: {of: lot}}
sets: {DONE: {of: NCR, members: [Closed], unknown: out}}
lifecycles: {NCR: {object: ncr, initial: Open, states: {Open: open, Review: open, Closed: closed}}, LOT: {object: lot, initial: QI, states: {QI: open, Used: active}, transitions: {T1: {from: QI, to: Used, when: {every: ncr, NCR: {in: DONE}}}}}}`,
      after: `objects: {lot: {}, ncr: {of: lot}}
sets: {DONE: {of: NCR, classes: [closed], unknown: out}}
lifecycles: {NCR: {object: ncr, initial: Open, states: {Open: open, Review: open, Closed: closed}}, LOT: {object: lot, initial: QI, states: {QI: open, Used: active}, transitions: {T1: {from: QI, to: Used, when: {every: ncr, NCR: {in: DONE}}}}}}`,
      expect: [],
    },
    {
      name: 'the set is renamed, and so is a state of it',
      before: `objects: {lot: {}, ncr: {of: lot}}
sets: {DONE: {of: NCR, members: [Closed], unknown: out}}
lifecycles: {NCR: {object: ncr, initial: Open, states: {Open: open, Review: open, Closed: closed}}, LOT: {object: lot, initial: QI, states: {QI: open, Used: active}, transitions: {T1: {from: QI, to: Used, when: {every: ncr, NCR: {in: DONE}}}}}}`,
      after: `objects: {lot: {}, ncr: {of: lot}}
sets: {DONE2: {formerIds: [DONE], of: NCR, members: [Shut], unknown: out}}
lifecycles: {NCR: {object: ncr, initial: Open, states: {Open: open, Review: open, Shut: {class: closed, formerIds: [Closed]}}}, LOT: {object: lot, initial: QI, states: {QI: open, Used: active}, transitions: {T1: {from: QI, to: Used, when: {every: ncr, NCR: {in: DONE2}}}}}}`,
      expect: [],
    },
  ],
});
