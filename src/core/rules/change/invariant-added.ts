import { defineChangeRule } from '../change-rule.ts';
import { isSaidToAgree } from '../judging/replication.ts';
import { addedElement } from '../judging/whole-element.ts';

/** Reports a new invariant. */
export const invariantAdded = defineChangeRule({
  id: 'invariant-added',
  family: 'lifecycles',
  judges: 'element',
  class: 'compatible',
  risk: 'M',
  evidence: ['OQ-NEG', 'TRC'],
  approvers: { approve: ['QA'], inform: ['OPS', 'IT'] },
  purpose: 'Reports a new invariant.',
  why: 'Something is forbidden from now on; show that the plant keeps to it.',
  fix: 'Run the search, and test the case that must fail.',
  mirror: { rule: 'invariant-removed' },
  core: false,
  claims: [{ kinds: ['invariant'], action: 'added' }],
  check: (element, context) => (isSaidToAgree(element, context) ? [] : [addedElement(element)]),
  examples: [
    {
      name: 'a new one',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed}}}, INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released}, T2: {from: QI, to: QI}}}}
invariants: {I2: {never: {NCR: Review}}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed}}}, INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released}, T2: {from: QI, to: QI}}}}
invariants: {I1: {never: {NCR: Open}}, I2: {never: {NCR: Review}}}`,
      expect: ['compatible M invariant:I1'],
    },
    {
      name: 'renamed as declared',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed}}}, INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released}, T2: {from: QI, to: QI}}}}
invariants: {I1: {never: {NCR: Open}}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}, transitions: {T1: {from: Open, to: Closed}}}, INV: {initial: QI, states: {QI: quarantine, Released: released}, transitions: {T1: {from: QI, to: Released}, T2: {from: QI, to: QI}}}}
invariants: {I2: {formerIds: [I1], never: {NCR: Open}}}`,
      expect: [],
    },
  ],
});
