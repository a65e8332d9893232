import { defineChangeRule } from '../change-rule.ts';
import { weakenedSegregation } from '../judging/segregation-acts.ts';

/** Reports a segregation rule that only people check now, that holds for one record instead of for ever, that bars fewer, or that names new steps for old ones. */
export const sodConstraintWeakened = defineChangeRule({
  id: 'sod-constraint-weakened',
  family: 'roles',
  judges: 'comparison',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-SOD', 'RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose:
    'Reports a segregation rule that only people check now, that holds for one record instead of for ever, that bars fewer, or that names new steps for old ones.',
  why: 'For a part of the cases the rule is gone.',
  fix: 'Say how the other cases are prevented or found.',
  mirror: { rule: 'sod-constraint-added' },
  core: false,
  claims: [{ kinds: ['segregation'], paths: ['acts', 'enforced', 'scope', 'barred.roles', 'barred.kinds'] }],
  check: weakenedSegregation,
  examples: [
    {
      name: 'a new step in place of one that is gone',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T9: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T9, NCR.T2]}}`,
      expect: ['risky H segregation:S1 acts'],
    },
    {
      name: 'people check it instead of the system',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2], enforced: procedure}}`,
      expect: ['risky H segregation:S1 enforced'],
    },
    {
      name: 'for one record only',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2], scope: always}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2], scope: record}}`,
      expect: ['risky H segregation:S1 scope'],
    },
    {
      name: 'fewer are barred',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2], barred: {roles: [QA, OP]}}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2], barred: {roles: [OP]}}}`,
      expect: ['risky H segregation:S1 barred.roles'],
    },
    {
      name: 'nobody is barred any more',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2], barred: {roles: [QA, OP]}}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2], barred: {}}}`,
      expect: [],
    },
    {
      name: 'what holds anyway is said',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2], enforced: system}}`,
      expect: [],
    },
    {
      name: 'the system checks it',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2], enforced: procedure}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2]}}`,
      expect: [],
    },
  ],
});
