import { defineChangeRule } from '../change-rule.ts';
import { effectVerdict } from '../judging/effects.ts';
import { writesByFilling } from '../judging/filled-fields.ts';

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
  check(change, context) {
    const raise = writesByFilling(change, context);
    return effectVerdict(change, 'added').map((verdict) => (raise === undefined ? verdict : { ...verdict, raise }));
  },
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
      name: 'people who could not may enter what a condition reads',
      before: `objects: {ncr: {fields: {verdict: {type: text}, note: {type: text}}}}
roles: {QA: {may: {edit: [ncr.verdict]}}, OP: {}}
lifecycles: {NCR: {object: ncr, initial: Open, states: {Open: open, Closed: closed}, transitions: {N0: {from: Open, to: same, by: OP}, N1: {from: Open, to: Closed, by: QA, when: {field: ncr.verdict, equals: PASS}}}}}`,
      after: `objects: {ncr: {fields: {verdict: {type: text}, note: {type: text}}}}
roles: {QA: {may: {edit: [ncr.verdict]}}, OP: {}}
lifecycles: {NCR: {object: ncr, initial: Open, states: {Open: open, Closed: closed}, transitions: {N0: {from: Open, to: same, by: OP, fills: {ncr.verdict: any}}, N1: {from: Open, to: Closed, by: QA, when: {field: ncr.verdict, equals: PASS}}}}}`,
      expect: ['risky H transition:NCR.N0 fills.ncr.verdict'],
    },
    {
      name: 'people who could not may enter what a release rests on',
      before: `objects: {ncr: {fields: {verdict: {type: text}, note: {type: text}}}}
roles: {QA: {may: {edit: [ncr.verdict]}}, OP: {}}
lifecycles: {NCR: {object: ncr, initial: Open, states: {Open: open, Free: released}, transitions: {N0: {from: Open, to: same, by: OP}, N1: {from: Open, to: Free, by: QA, when: {field: ncr.verdict, equals: PASS}}}}}`,
      after: `objects: {ncr: {fields: {verdict: {type: text}, note: {type: text}}}}
roles: {QA: {may: {edit: [ncr.verdict]}}, OP: {}}
lifecycles: {NCR: {object: ncr, initial: Open, states: {Open: open, Free: released}, transitions: {N0: {from: Open, to: same, by: OP, fills: {ncr.verdict: any}}, N1: {from: Open, to: Free, by: QA, when: {field: ncr.verdict, equals: PASS}}}}}`,
      expect: ['risky C transition:NCR.N0 fills.ncr.verdict'],
    },
    {
      name: 'people who may write it enter it in one more step',
      before: `objects: {ncr: {fields: {verdict: {type: text}, note: {type: text}}}}
roles: {QA: {may: {edit: [ncr.verdict]}}, OP: {}}
lifecycles: {NCR: {object: ncr, initial: Open, states: {Open: open, Closed: closed}, transitions: {N0: {from: Open, to: same, by: QA}, N1: {from: Open, to: Closed, by: QA, when: {field: ncr.verdict, equals: PASS}}}}}`,
      after: `objects: {ncr: {fields: {verdict: {type: text}, note: {type: text}}}}
roles: {QA: {may: {edit: [ncr.verdict]}}, OP: {}}
lifecycles: {NCR: {object: ncr, initial: Open, states: {Open: open, Closed: closed}, transitions: {N0: {from: Open, to: same, by: QA, fills: {ncr.verdict: any}}, N1: {from: Open, to: Closed, by: QA, when: {field: ncr.verdict, equals: PASS}}}}}`,
      expect: ['risky M transition:NCR.N0 fills.ncr.verdict'],
    },
    {
      name: 'what nothing reads is entered',
      before: `objects: {ncr: {fields: {verdict: {type: text}, note: {type: text}}}}
roles: {QA: {may: {edit: [ncr.verdict]}}, OP: {}}
lifecycles: {NCR: {object: ncr, initial: Open, states: {Open: open, Closed: closed}, transitions: {N0: {from: Open, to: same, by: OP}, N1: {from: Open, to: Closed, by: QA, when: {field: ncr.verdict, equals: PASS}}}}}`,
      after: `objects: {ncr: {fields: {verdict: {type: text}, note: {type: text}}}}
roles: {QA: {may: {edit: [ncr.verdict]}}, OP: {}}
lifecycles: {NCR: {object: ncr, initial: Open, states: {Open: open, Closed: closed}, transitions: {N0: {from: Open, to: same, by: OP, fills: {ncr.note: any}}, N1: {from: Open, to: Closed, by: QA, when: {field: ncr.verdict, equals: PASS}}}}}`,
      expect: ['risky M transition:NCR.N0 fills.ncr.note'],
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
