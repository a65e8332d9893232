import { defineChangeRule } from '../change-rule.ts';
import { INVARIANT_CLAIMS, invariantVerdict } from '../judging/invariant-strength.ts';

/** Reports an invariant that forbids less: a situation, a step or a case that it left open before. */
export const invariantWeakened = defineChangeRule({
  id: 'invariant-weakened',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-NEG', 'OQ-SYN', 'RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports an invariant that forbids less: a situation, a step or a case that it left open before.',
  why: 'What was ruled out everywhere is allowed somewhere, and no search finds it any more.',
  fix: 'Keep what it forbade, or show in the risk assessment what else prevents the new cases.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: INVARIANT_CLAIMS,
  check: (change, context) => invariantVerdict(change, context, 'weaker'),
  examples: [
    {
      name: 'forbidden in fewer situations',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed}}}, INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released}, T2: {from: QI, to: QI}}}}
invariants: {I1: {never: {all: [{INV: Released}, {NCR: {class: open}}]}}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed}}}, INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released}, T2: {from: QI, to: QI}}}}
invariants: {I1: {never: {all: [{INV: Released}, {NCR: Open}]}}}`,
      expect: ['risky H invariant:I1 never'],
    },
    {
      name: 'judged only when nothing is on its way, of high severity',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed}}}, INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released}, T2: {from: QI, to: QI}}}}
invariants: {I1: {severity: high, never: {INV: Released}}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed}}}, INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released}, T2: {from: QI, to: QI}}}}
invariants: {I1: {severity: high, never: {INV: Released}, once: settled}}`,
      expect: ['risky C invariant:I1 once'],
    },
    {
      name: 'a step less, and one that releases',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed}}}, INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released}, T2: {from: QI, to: QI}}}}
invariants: {I1: {step: [INV.T1, INV.T2], requires: {NCR: Closed}}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed}}}, INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released}, T2: {from: QI, to: QI}}}}
invariants: {I1: {step: [INV.T2], requires: {NCR: Closed}}}`,
      expect: ['risky C invariant:I1 step'],
    },
    {
      name: 'another step may enter, unsigned',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed}}}, INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released}, T2: {from: QI, to: QI}}}}
invariants: {I1: {gate: {NCR: Closed}, only: [NCR.T1], signed: true}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed}}}, INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released}, T2: {from: QI, to: QI}}}}
invariants: {I1: {gate: {NCR: Closed}, only: [NCR.T1, INV.T2]}}`,
      expect: ['risky C invariant:I1 only', 'risky C invariant:I1 signed'],
    },
    {
      name: 'forbidden in more situations',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed}}}, INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released}, T2: {from: QI, to: QI}}}}
invariants: {I1: {never: {all: [{INV: Released}, {NCR: Open}]}}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed}}}, INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released}, T2: {from: QI, to: QI}}}}
invariants: {I1: {never: {all: [{INV: Released}, {NCR: {class: open}}]}}}`,
      expect: [],
    },
  ],
});
