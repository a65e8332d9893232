import { defineChangeRule } from '../change-rule.ts';
import { effectVerdict } from '../judging/effects.ts';

/** Reports a message, a record, an entry or another effect that a step no longer has. */
export const effectRemoved = defineChangeRule({
  id: 'effect-removed',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-TRN', 'OQ-SYN', 'REG-DEP'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a message, a record, an entry or another effect that a step no longer has.',
  why: 'A posting, a record or a hold no longer happens, silently.',
  fix: 'Name what does it instead.',
  mirror: { rule: 'effect-added' },
  core: true,
  claims: [{ kinds: ['transition'], paths: ['emits', 'does', 'creates.*', 'fills.*'] }],
  check: (change) => effectVerdict(change, 'removed'),
  examples: [
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
      expect: ['breaking H transition:NCR.T1 emits'],
    },
    {
      name: 'other order',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B}, IF-2: {from: A, to: B}}
lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, emits: [IF-1, IF-2]}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B}, IF-2: {from: A, to: B}}
lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed, by: QA, emits: [IF-2, IF-1]}}}}
roles: {QA: {}, OP: {}, LEAD: {inherits: [QA]}}`,
      expect: [],
    },
  ],
});
