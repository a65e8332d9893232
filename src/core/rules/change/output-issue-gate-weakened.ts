import { defineChangeRule } from '../change-rule.ts';
import { issueGateVerdict } from '../judging/issue-gate.ts';

/** Reports a regulated output that may be issued in more cases, or with fewer approvals. */
export const outputIssueGateWeakened = defineChangeRule({
  id: 'output-issue-gate-weakened',
  family: 'process',
  judges: 'attribute',
  class: 'risky',
  risk: 'C',
  evidence: ['OQ-NEG', 'PQ-OUT', 'RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a regulated output that may be issued in more cases, or with fewer approvals.',
  why: 'A certificate may leave before the decision that it certifies.',
  fix: 'Keep the condition and every approving step, or show what blocks the output instead.',
  mirror: { rule: 'assurance-strengthened' },
  core: true,
  claims: [{ kinds: ['output'], paths: ['issue.when', 'approvals'] }],
  check: (change, context) => issueGateVerdict(change, context, 'weakened'),
  examples: [
    {
      name: 'in more states',
      before: `lifecycles: {L: {states: {A: open, B: closed, C: closed}, transitions: {T1: {from: A, to: B, sign: [{meaning: Released}]}, T2: {from: B, to: C}, T3: {from: A, to: B, sign: [{meaning: Released}]}}}}
roles: {QA: {}, OP: {}}
outputs: {RO: {issue: {when: {L: C}}}}`,
      after: `lifecycles: {L: {states: {A: open, B: closed, C: closed}, transitions: {T1: {from: A, to: B, sign: [{meaning: Released}]}, T2: {from: B, to: C}, T3: {from: A, to: B, sign: [{meaning: Released}]}}}}
roles: {QA: {}, OP: {}}
outputs: {RO: {issue: {when: {L: [B, C]}}}}`,
      expect: ['risky C output:RO issue.when'],
    },
    {
      name: 'no condition any more',
      before: `lifecycles: {L: {states: {A: open, B: closed, C: closed}, transitions: {T1: {from: A, to: B, sign: [{meaning: Released}]}, T2: {from: B, to: C}, T3: {from: A, to: B, sign: [{meaning: Released}]}}}}
roles: {QA: {}, OP: {}}
outputs: {RO: {kind: certificate, issue: {when: {L: C}}}}`,
      after: `lifecycles: {L: {states: {A: open, B: closed, C: closed}, transitions: {T1: {from: A, to: B, sign: [{meaning: Released}]}, T2: {from: B, to: C}, T3: {from: A, to: B, sign: [{meaning: Released}]}}}}
roles: {QA: {}, OP: {}}
outputs: {RO: {kind: certificate}}`,
      expect: ['risky C output:RO issue.when'],
    },
    {
      name: 'another condition that cannot be compared',
      before: `lifecycles: {L: {states: {A: open, B: closed, C: closed}, transitions: {T1: {from: A, to: B, sign: [{meaning: Released}]}, T2: {from: B, to: C}, T3: {from: A, to: B, sign: [{meaning: Released}]}}}}
roles: {QA: {}, OP: {}}
outputs: {RO: {issue: {when: {fact: reviewed}}}}`,
      after: `lifecycles: {L: {states: {A: open, B: closed, C: closed}, transitions: {T1: {from: A, to: B, sign: [{meaning: Released}]}, T2: {from: B, to: C}, T3: {from: A, to: B, sign: [{meaning: Released}]}}}}
roles: {QA: {}, OP: {}}
outputs: {RO: {issue: {when: {fact: printed}}}}`,
      expect: ['risky C output:RO issue.when'],
    },
    {
      name: 'one approval fewer',
      before: `lifecycles: {L: {states: {A: open, B: closed, C: closed}, transitions: {T1: {from: A, to: B, sign: [{meaning: Released}]}, T2: {from: B, to: C}, T3: {from: A, to: B, sign: [{meaning: Released}]}}}}
roles: {QA: {}, OP: {}}
outputs: {RO: {approvals: [L.T1, L.T2]}}`,
      after: `lifecycles: {L: {states: {A: open, B: closed, C: closed}, transitions: {T1: {from: A, to: B, sign: [{meaning: Released}]}, T2: {from: B, to: C}, T3: {from: A, to: B, sign: [{meaning: Released}]}}}}
roles: {QA: {}, OP: {}}
outputs: {RO: {approvals: [L.T1]}}`,
      expect: ['risky C output:RO approvals'],
    },
    {
      name: 'approved by a step with the same signature, to the same state',
      before: `lifecycles: {L: {states: {A: open, B: closed, C: closed}, transitions: {T1: {from: A, to: B, sign: [{meaning: Released}]}, T2: {from: B, to: C}, T3: {from: A, to: B, sign: [{meaning: Released}]}}}}
roles: {QA: {}, OP: {}}
outputs: {RO: {approvals: [L.T1]}}`,
      after: `lifecycles: {L: {states: {A: open, B: closed, C: closed}, transitions: {T1: {from: A, to: B, sign: [{meaning: Released}]}, T2: {from: B, to: C}, T3: {from: A, to: B, sign: [{meaning: Released}]}}}}
roles: {QA: {}, OP: {}}
outputs: {RO: {approvals: [L.T3]}}`,
      expect: [],
    },
    {
      name: 'in fewer states',
      before: `lifecycles: {L: {states: {A: open, B: closed, C: closed}, transitions: {T1: {from: A, to: B, sign: [{meaning: Released}]}, T2: {from: B, to: C}, T3: {from: A, to: B, sign: [{meaning: Released}]}}}}
roles: {QA: {}, OP: {}}
outputs: {RO: {issue: {when: {L: [B, C]}}}}`,
      after: `lifecycles: {L: {states: {A: open, B: closed, C: closed}, transitions: {T1: {from: A, to: B, sign: [{meaning: Released}]}, T2: {from: B, to: C}, T3: {from: A, to: B, sign: [{meaning: Released}]}}}}
roles: {QA: {}, OP: {}}
outputs: {RO: {issue: {when: {L: C}}}}`,
      expect: [],
    },
  ],
});
