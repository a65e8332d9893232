import { defineChangeRule } from '../change-rule.ts';
import { removedSegregation } from '../judging/segregation-acts.ts';

/** Reports a segregation rule, or a pair of acts of it, that is gone or out of force. */
export const sodConstraintRemoved = defineChangeRule({
  id: 'sod-constraint-removed',
  family: 'roles',
  judges: 'comparison',
  class: 'risky',
  risk: 'C',
  evidence: ['OQ-SOD', 'IQ-SEC', 'RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a segregation rule, or a pair of acts of it, that is gone or out of force.',
  why: 'One person may execute and approve.',
  fix: 'Keep the rule until another control prevents the same.',
  mirror: { rule: 'sod-constraint-added' },
  core: true,
  claims: [{ kinds: ['segregation'], paths: ['acts', 'status', 'barred.roles', 'barred.kinds'] }],
  check: removedSegregation,
  examples: [
    {
      name: 'the rule is gone',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {}`,
      expect: ['risky C segregation:S1'],
    },
    {
      name: 'one act fewer',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2, NCR.T3]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2]}}`,
      expect: ['risky C segregation:S1 acts'],
    },
    {
      name: 'out of force',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2], status: retired}}`,
      expect: ['risky C segregation:S1 status'],
    },
    {
      name: 'a list of the barred in place of a pair',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2], barred: {roles: [OP]}}}`,
      expect: ['risky C segregation:S1 barred'],
    },
    {
      name: 'a step is replaced by a new one, in the rule as well',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T9: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T9, NCR.T2]}}`,
      expect: [],
    },
    {
      name: 'a step is gone, and nothing takes its place in the rule',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2, NCR.T3]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2]}}`,
      expect: ['risky C segregation:S1 acts'],
    },
    {
      name: 'the list of the barred is empty',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2], barred: {roles: [OP], kinds: [service]}}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2], barred: {}}}`,
      expect: ['risky C segregation:S1 barred'],
    },
    {
      name: 'a draft is dropped',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2], status: draft}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {}`,
      expect: [],
    },
    {
      name: 'one act more',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2, NCR.T3]}}`,
      expect: [],
    },
    {
      name: 'a step is renamed',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T9: {formerIds: [T1], from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T9, NCR.T2]}}`,
      expect: [],
    },
  ],
});
