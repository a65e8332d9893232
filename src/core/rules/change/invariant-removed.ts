import { defineChangeRule } from '../change-rule.ts';
import { isSaidToAgree } from '../judging/replication.ts';
import { raiseOf } from '../judging/invariant-strength.ts';
import { removedElement } from '../judging/whole-element.ts';

/** Reports an invariant that is gone. */
export const invariantRemoved = defineChangeRule({
  id: 'invariant-removed',
  family: 'lifecycles',
  judges: 'element',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-NEG', 'OQ-SYN', 'RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports an invariant that is gone.',
  why: 'A situation that was ruled out is not looked for any more: nothing tells when it can be reached.',
  fix: 'Keep it; where it does not apply any more, give the reason in the risk assessment.',
  mirror: { rule: 'invariant-added' },
  core: false,
  claims: [{ kinds: ['invariant'], action: 'removed' }],
  check(element, context) {
    if (isSaidToAgree(element, context)) return [];
    const raise = raiseOf([element], context);
    return [raise === undefined ? removedElement(element) : { ...removedElement(element), raise }];
  },
  examples: [
    {
      name: 'deleted',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed}}}, INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released}, T2: {from: QI, to: QI}}}}
invariants: {I1: {never: {NCR: Open}}, I2: {never: {NCR: Review}}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed}}}, INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released}, T2: {from: QI, to: QI}}}}
invariants: {I2: {never: {NCR: Review}}}`,
      expect: ['risky H invariant:I1'],
    },
    {
      name: 'one of high severity',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed}}}, INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released}, T2: {from: QI, to: QI}}}}
invariants: {I1: {severity: high, never: {NCR: Open}}, I2: {never: {NCR: Review}}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed}}}, INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released}, T2: {from: QI, to: QI}}}}
invariants: {I2: {never: {NCR: Review}}}`,
      expect: ['risky C invariant:I1'],
    },
    {
      name: 'renamed as declared',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed}}}, INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released}, T2: {from: QI, to: QI}}}}
invariants: {I1: {never: {NCR: Open}}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed}}}, INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released}, T2: {from: QI, to: QI}}}}
invariants: {I2: {formerIds: [I1], never: {NCR: Open}}}`,
      expect: [],
    },
    {
      name: 'one that two systems agree has a rule of its own',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed}}}, INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released}, T2: {from: QI, to: QI}}}}
invariants: {I1: {agree: [{NCR: Open, INV: QI}]}, I2: {never: {NCR: Open}}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed}}}, INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released}, T2: {from: QI, to: QI}}}}
invariants: {I2: {never: {NCR: Open}}}`,
      expect: [],
    },
  ],
});
