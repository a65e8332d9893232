import { defineChangeRule } from '../change-rule.ts';
import { guardVerdict } from '../judging/guard.ts';

/** Reports a condition that lets through other cases, neither more nor less. */
export const guardChanged = defineChangeRule({
  id: 'guard-changed',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-TRN', 'OQ-NEG'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a condition that lets through other cases, neither more nor less.',
  why: 'It has to be tested as if the old one were removed and a new one added.',
  fix: 'Change it in two steps, so that each can be judged.',
  mirror: { self: true },
  core: true,
  claims: [
    { kinds: ['transition'], paths: ['when', 'procedure'] },
    { kinds: ['set'], paths: ['members', 'except', 'classes', 'unknown'] },
    { kinds: ['state'], paths: ['class'] },
  ],
  check: (change, context) => guardVerdict(change, context, 'incomparable'),
  examples: [
    {
      name: 'another fact',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, when: {fact: verified}}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, when: {fact: counted}}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: ['risky H transition:NCR.T1 when'],
    },
    {
      name: 'the same in another order',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, when: {all: [{fact: verified}, {fact: counted}]}}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, when: {all: [{fact: counted}, {fact: verified}]}}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: [],
    },
    {
      name: 'the words stay, and the set that they name takes in others',
      before: `objects: {lot: {}, ncr: {of: lot}}
sets: {DONE: {of: NCR, members: [Closed], unknown: out}}
lifecycles: {NCR: {object: ncr, initial: Open, states: {Open: open, Review: open, Closed: closed}}, LOT: {object: lot, initial: QI, states: {QI: open, Used: active}, transitions: {T1: {from: QI, to: Used, when: {every: ncr, NCR: {in: DONE}}}}}}`,
      after: `objects: {lot: {}, ncr: {of: lot}}
sets: {DONE: {of: NCR, members: [Review], unknown: out}}
lifecycles: {NCR: {object: ncr, initial: Open, states: {Open: open, Review: open, Closed: closed}}, LOT: {object: lot, initial: QI, states: {QI: open, Used: active}, transitions: {T1: {from: QI, to: Used, when: {every: ncr, NCR: {in: DONE}}}}}}`,
      expect: ['risky H transition:LOT.T1 when'],
    },
  ],
});
