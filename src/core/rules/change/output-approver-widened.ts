import { defineChangeRule } from '../change-rule.ts';
import { items, without } from '../judging/values.ts';
import { listed, named } from '../judging/wording.ts';

/** Reports roles that may issue a regulated output and could not before. */
export const outputApproverWidened = defineChangeRule({
  id: 'output-approver-widened',
  family: 'process',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['IQ-SEC', 'OQ-NEG'],
  approvers: { approve: ['OPS', 'QA'], inform: [] },
  purpose: 'Reports roles that may issue a regulated output and could not before.',
  why: 'People may issue it of whom nobody has decided that they may.',
  fix: 'Check the training and the independence of the role.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [{ kinds: ['output'], paths: ['issue.by'] }],
  check({ after, from, to }) {
    // An empty list names nobody, and an output that nobody may issue cannot be meant: it is as if nothing were said.
    if (items(to).length === 0) return [{ what: `${named(after)}: who may issue it is not declared any more.` }];
    const gained = without(items(to), items(from));
    return from === undefined || gained.length === 0
      ? []
      : [{ what: `${named(after)} may now also be issued by ${listed(gained)}.` }];
  },
  examples: [
    {
      name: 'one role more',
      before: `lifecycles: {L: {states: {A: open, B: closed, C: closed}, transitions: {T1: {from: A, to: B, sign: [{meaning: Released}]}, T2: {from: B, to: C}, T3: {from: A, to: B, sign: [{meaning: Released}]}}}}
roles: {QA: {}, OP: {}}
outputs: {RO: {issue: {when: {L: C}, by: [QA]}}}`,
      after: `lifecycles: {L: {states: {A: open, B: closed, C: closed}, transitions: {T1: {from: A, to: B, sign: [{meaning: Released}]}, T2: {from: B, to: C}, T3: {from: A, to: B, sign: [{meaning: Released}]}}}}
roles: {QA: {}, OP: {}}
outputs: {RO: {issue: {when: {L: C}, by: [QA, OP]}}}`,
      expect: ['risky H output:RO issue.by'],
    },
    {
      name: 'an empty list of roles',
      before: `roles: {QA: {}}
outputs: {RO: {issue: {when: {fact: reviewed}, by: [QA]}}}`,
      after: `roles: {QA: {}}
outputs: {RO: {issue: {when: {fact: reviewed}, by: []}}}`,
      expect: ['risky H output:RO issue.by'],
    },
    {
      name: 'no role is named any more',
      before: `lifecycles: {L: {states: {A: open, B: closed, C: closed}, transitions: {T1: {from: A, to: B, sign: [{meaning: Released}]}, T2: {from: B, to: C}, T3: {from: A, to: B, sign: [{meaning: Released}]}}}}
roles: {QA: {}, OP: {}}
outputs: {RO: {issue: {when: {L: C}, by: [QA]}}}`,
      after: `lifecycles: {L: {states: {A: open, B: closed, C: closed}, transitions: {T1: {from: A, to: B, sign: [{meaning: Released}]}, T2: {from: B, to: C}, T3: {from: A, to: B, sign: [{meaning: Released}]}}}}
roles: {QA: {}, OP: {}}
outputs: {RO: {issue: {when: {L: C}}}}`,
      expect: ['risky H output:RO issue.by'],
    },
    {
      name: 'one role fewer',
      before: `lifecycles: {L: {states: {A: open, B: closed, C: closed}, transitions: {T1: {from: A, to: B, sign: [{meaning: Released}]}, T2: {from: B, to: C}, T3: {from: A, to: B, sign: [{meaning: Released}]}}}}
roles: {QA: {}, OP: {}}
outputs: {RO: {issue: {when: {L: C}, by: [QA, OP]}}}`,
      after: `lifecycles: {L: {states: {A: open, B: closed, C: closed}, transitions: {T1: {from: A, to: B, sign: [{meaning: Released}]}, T2: {from: B, to: C}, T3: {from: A, to: B, sign: [{meaning: Released}]}}}}
roles: {QA: {}, OP: {}}
outputs: {RO: {issue: {when: {L: C}, by: [QA]}}}`,
      expect: [],
    },
  ],
});
