import { defineChangeRule } from '../change-rule.ts';
import { inheritanceVerdicts } from '../judging/inheritance.ts';

/** Reports a role that newly includes another one, with all rights that it gains by that. */
export const roleInheritanceWidened = defineChangeRule({
  id: 'role-inheritance-widened',
  family: 'roles',
  judges: 'comparison',
  class: 'risky',
  risk: 'H',
  evidence: ['IQ-SEC', 'OQ-SOD', 'OQ-NEG'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports a role that newly includes another one, with all rights that it gains by that.',
  why: 'One line grants many rights at once.',
  fix: 'Grant the rights that are needed one by one, or split the inherited role.',
  mirror: {
    elsewhere:
      'A role that is included no more is reported as permission-revoked, with the rights that go with it, and as transition-role-narrowed where it performs a step.',
  },
  core: true,
  claims: [{ kinds: ['role'], paths: ['inherits'] }],
  check: inheritanceVerdicts,
  examples: [
    {
      name: 'a supervisor gets what operators have',
      before: `lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold, by: OP}}}}
objects: {lot: {}, ncr: {}}
roles: {OP: {may: {edit: [ncr]}}, SUP: {}}`,
      after: `lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold, by: OP}}}}
objects: {lot: {}, ncr: {}}
roles: {OP: {may: {edit: [ncr]}}, SUP: {inherits: [OP]}}`,
      expect: ['risky H role:SUP inherits'],
    },
    {
      name: 'a new role inherits at once',
      before: `lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold, by: OP}}}}
objects: {lot: {}, ncr: {}}
roles: {OP: {}}`,
      after: `lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold, by: OP}}}}
objects: {lot: {}, ncr: {}}
roles: {OP: {}, SUP: {inherits: [OP]}}`,
      expect: ['risky H role:SUP inherits'],
    },
    {
      name: 'one role includes another no more',
      before: `lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold, by: OP}}}}
objects: {lot: {}, ncr: {}}
roles: {OP: {}, SUP: {inherits: [OP]}}`,
      after: `lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold, by: OP}}}}
objects: {lot: {}, ncr: {}}
roles: {OP: {}, SUP: {}}`,
      expect: [],
    },
    {
      name: 'the inherited role gains a right',
      before: `lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold, by: OP}}}}
objects: {lot: {}, ncr: {}}
roles: {OP: {}, SUP: {inherits: [OP]}}`,
      after: `lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold, by: OP}}}}
objects: {lot: {}, ncr: {}}
roles: {OP: {may: {edit: [ncr]}}, SUP: {inherits: [OP]}}`,
      expect: [],
    },
  ],
});
