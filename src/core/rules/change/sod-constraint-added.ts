import { defineChangeRule } from '../change-rule.ts';
import { addedSegregation } from '../judging/segregation-acts.ts';

/** Reports a segregation rule that is new, comes into force or is stricter. */
export const sodConstraintAdded = defineChangeRule({
  id: 'sod-constraint-added',
  family: 'roles',
  judges: 'comparison',
  class: 'breaking',
  risk: 'M',
  evidence: ['OQ-SOD', 'IQ-SEC'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a segregation rule that is new, comes into force or is stricter.',
  why: 'It is safer, but roles that people hold today may break it.',
  fix: 'List who holds both sides today, and move one of the rights before the rule comes into force.',
  mirror: { rule: 'sod-constraint-removed' },
  core: false,
  claims: [{ kinds: ['segregation'], paths: ['acts', 'status', 'enforced', 'scope', 'barred.roles', 'barred.kinds'] }],
  check: addedSegregation,
  examples: [
    {
      name: 'a new rule',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2]}}`,
      expect: ['breaking M segregation:S1'],
    },
    {
      name: 'one act more',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2, NCR.T3]}}`,
      expect: ['breaking M segregation:S1 acts'],
    },
    {
      name: 'the system checks it',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2], enforced: procedure}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2]}}`,
      expect: ['breaking M segregation:S1 enforced'],
    },
    {
      name: 'one act fewer',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2, NCR.T3]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Review}, T2: {from: Review, to: Closed}, T3: {from: Review, to: Open}}}}
roles: {QA: {}, OP: {}}
segregation: {S1: {acts: [NCR.T1, NCR.T2]}}`,
      expect: [],
    },
  ],
});
