import { defineChangeRule } from '../change-rule.ts';
import { INVARIANT_CLAIMS, invariantVerdict } from '../judging/invariant-strength.ts';

/** Reports an invariant that says something else, of which nobody can show that it forbids as much. */
export const invariantChanged = defineChangeRule({
  id: 'invariant-changed',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-NEG', 'OQ-SYN', 'RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports an invariant that says something else, of which nobody can show that it forbids as much.',
  why: 'What the plant must never do is written otherwise; whether it is less cannot be computed.',
  fix: 'Have the owners of the process and quality confirm what is forbidden now.',
  mirror: { self: true },
  core: false,
  claims: INVARIANT_CLAIMS,
  check: (change, context) => invariantVerdict(change, context, 'other'),
  examples: [
    {
      name: 'another situation is forbidden',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed}}}, INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released}, T2: {from: QI, to: QI}}}}
invariants: {I1: {never: {INV: Released}}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed}}}, INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released}, T2: {from: QI, to: QI}}}}
invariants: {I1: {never: {NCR: Open}}}`,
      expect: ['risky H invariant:I1 never'],
    },
    {
      name: 'other states behind the gate, of high severity',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed}}}, INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released}, T2: {from: QI, to: QI}}}}
invariants: {I1: {severity: high, gate: {INV: Released}, only: [INV.T1]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed}}}, INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released}, T2: {from: QI, to: QI}}}}
invariants: {I1: {severity: high, gate: {INV: QI}, only: [INV.T1]}}`,
      expect: ['risky C invariant:I1 gate.INV'],
    },
    {
      name: 'less of the same',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed}}}, INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released}, T2: {from: QI, to: QI}}}}
invariants: {I1: {never: {NCR: {class: open}}}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed}}}, INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released}, T2: {from: QI, to: QI}}}}
invariants: {I1: {never: {NCR: Open}}}`,
      expect: [],
    },
  ],
});
