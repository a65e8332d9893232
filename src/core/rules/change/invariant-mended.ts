import { defineChangeRule } from '../change-rule.ts';
import { changedVerdicts } from '../judging/exploration-verdicts.ts';

/** A report and stock, with one step of each as it is given. */
const plant = (raise: string, release: string): string => `lifecycles:
  NCR: {initial: None, states: {None: pre, Open: open}, transitions: {T01: {from: None, to: Open, by: anyone${raise}}}}
  INV:
    initial: QI
    states: {QI: quarantine, Released: {class: released, resting: true}}
    transitions: {T01: {from: QI, to: Released, by: anyone${release}}}
invariants: {I1: {severity: high, step: INV.T01, requires: {NCR: {not: {class: open}}}}}`;

/** Reports invariants that the composed plant of base violates, and that of head does not within its bounds. */
export const invariantMended = defineChangeRule({
  id: 'invariant-mended',
  family: 'lifecycles',
  judges: 'comparison',
  class: 'compatible',
  risk: 'L',
  evidence: ['OQ-NEG'],
  approvers: { approve: ['QA'], inform: ['OPS'] },
  purpose: 'Reports invariants that the composed plant of base violates, and that of head does not within its bounds.',
  why: 'A situation that must never occur could occur until now; records made until now may be in it.',
  fix: 'Look for records that are in the situation that the invariant forbids.',
  mirror: { rule: 'invariant-newly-broken' },
  core: true,
  claims: [],
  check: (context) => changedVerdicts(context, ['fixed']),
  examples: [
    {
      name: 'the condition that was missing is added',
      before: plant('', ''),
      after: plant('', ', when: {NCR: None}'),
      expect: ['compatible L invariant:I1'],
    },
    { name: 'it still breaks', before: plant('', ''), after: plant(', reason: true', ''), expect: [] },
  ],
});
