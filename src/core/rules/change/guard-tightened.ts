import { defineChangeRule } from '../change-rule.ts';
import { guardVerdict } from '../judging/guard.ts';

/** Reports a condition that lets through less than it did, and nothing else. */
export const guardTightened = defineChangeRule({
  id: 'guard-tightened',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'breaking',
  risk: 'M',
  evidence: ['OQ-TRN', 'OQ-NEG'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a condition that lets through less than it did, and nothing else.',
  why: 'No control is lost; records that could move may now be stuck.',
  fix: 'Check that what the condition asks for besides is filled, for records in flight too.',
  mirror: { rule: 'guard-weakened' },
  core: false,
  claims: [
    { kinds: ['transition'], paths: ['when', 'procedure'] },
    { kinds: ['set'], paths: ['members', 'except', 'classes', 'unknown'] },
    { kinds: ['state'], paths: ['class'] },
  ],
  check: (change, context) => guardVerdict(change, context, 'tightened'),
  examples: [
    {
      name: 'one more thing is asked for',
      before: `lifecycles: {L: {states: {X: open, Z: closed}, transitions: {T: {from: X, to: Z, when: {fact: reviewed}}}}}`,
      after: `lifecycles: {L: {states: {X: open, Z: closed}, transitions: {T: {from: X, to: Z, when: {all: [{fact: reviewed}, {fact: signed}]}}}}}`,
      expect: ['breaking M transition:L.T when'],
    },
    {
      name: 'one thing less is asked for',
      before: `lifecycles: {L: {states: {X: open, Z: closed}, transitions: {T: {from: X, to: Z, when: {all: [{fact: reviewed}, {fact: signed}]}}}}}`,
      after: `lifecycles: {L: {states: {X: open, Z: closed}, transitions: {T: {from: X, to: Z, when: {fact: reviewed}}}}}`,
      expect: [],
    },
    {
      name: 'the words stay, and the set that they name takes in fewer',
      before: `objects: {lot: {}, ncr: {of: lot}}
sets: {DONE: {of: NCR, members: [Closed, Review], unknown: out}}
lifecycles: {NCR: {object: ncr, initial: Open, states: {Open: open, Review: open, Closed: closed}}, LOT: {object: lot, initial: QI, states: {QI: open, Used: active}, transitions: {T1: {from: QI, to: Used, when: {every: ncr, NCR: {in: DONE}}}}}}`,
      after: `objects: {lot: {}, ncr: {of: lot}}
sets: {DONE: {of: NCR, members: [Closed], unknown: out}}
lifecycles: {NCR: {object: ncr, initial: Open, states: {Open: open, Review: open, Closed: closed}}, LOT: {object: lot, initial: QI, states: {QI: open, Used: active}, transitions: {T1: {from: QI, to: Used, when: {every: ncr, NCR: {in: DONE}}}}}}`,
      expect: ['breaking M transition:LOT.T1 when'],
    },
    {
      name: 'the words stay, and the set that they name takes in more',
      before: `objects: {lot: {}, ncr: {of: lot}}
sets: {DONE: {of: NCR, members: [Closed], unknown: out}}
lifecycles: {NCR: {object: ncr, initial: Open, states: {Open: open, Review: open, Closed: closed}}, LOT: {object: lot, initial: QI, states: {QI: open, Used: active}, transitions: {T1: {from: QI, to: Used, when: {every: ncr, NCR: {in: DONE}}}}}}`,
      after: `objects: {lot: {}, ncr: {of: lot}}
sets: {DONE: {of: NCR, members: [Closed, Open], unknown: out}}
lifecycles: {NCR: {object: ncr, initial: Open, states: {Open: open, Review: open, Closed: closed}}, LOT: {object: lot, initial: QI, states: {QI: open, Used: active}, transitions: {T1: {from: QI, to: Used, when: {every: ncr, NCR: {in: DONE}}}}}}`,
      expect: [],
    },
  ],
});
