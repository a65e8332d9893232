import { defineChangeRule } from '../change-rule.ts';
import { effectVerdict } from '../judging/effects.ts';

/** Reports a message, a record, an entry or another effect that a step now has. */
export const effectAdded = defineChangeRule({
  id: 'effect-added',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['OQ-TRN', 'OQ-ERR', 'OQ-SYN'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a message, a record, an entry or another effect that a step now has.',
  why: 'One click now posts, prints or notifies elsewhere.',
  fix: 'Say what happens when the effect fails half-way.',
  mirror: { rule: 'effect-removed' },
  core: true,
  claims: [{ kinds: ['transition'], paths: ['emits', 'does', 'creates.*', 'fills.*'] }],
  check: (change) => effectVerdict(change, 'added'),
  examples: [
    {
      name: 'one more message',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B}, IF-2: {from: A, to: B}}
lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, emits: IF-1}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B}, IF-2: {from: A, to: B}}
lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, emits: [IF-1, IF-2]}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: ['risky M transition:NCR.T1 emits'],
    },
    {
      name: 'one message fewer',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B}, IF-2: {from: A, to: B}}
lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, emits: [IF-1, IF-2]}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B}, IF-2: {from: A, to: B}}
lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, emits: IF-1}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: [],
    },
  ],
});
