import { defineChangeRule } from '../change-rule.ts';
import { changedVerdicts } from '../judging/exploration-verdicts.ts';

/** A report and stock, with the rest of the step that releases. */
const released = (rest: string): string => `lifecycles:
  NCR: {initial: None, states: {None: pre, Open: open}, transitions: {T01: {from: None, to: Open, by: anyone}}}
  INV:
    initial: QI
    states: {QI: quarantine, Released: {class: released, resting: true}}
    transitions: {T01: {from: QI, to: Released, by: anyone, ${rest}}}
invariants: {I1: {severity: high, step: INV.T01, requires: {NCR: {not: {class: open}}}}}`;

/** Reports invariants that hold in head only because what they speak of never occurs there. */
export const invariantNewlyVacuous = defineChangeRule({
  id: 'invariant-newly-vacuous',
  family: 'lifecycles',
  judges: 'comparison',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-TRN', 'RSK'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports invariants that hold in head only because what they speak of never occurs there.',
  why: 'The invariant no longer protects anything, and a step that the business needs may have become impossible.',
  fix: 'Make the step possible again, or word the invariant for what takes its place.',
  mirror: { elsewhere: 'An invariant that is put to the test again is judged by whether it holds.' },
  core: true,
  claims: [],
  check: (context) => changedVerdicts(context, ['newly-vacuous']),
  examples: [
    {
      name: 'the step of the invariant can no longer happen',
      before: released('when: {NCR: None}'),
      after: released('when: {all: [{NCR: None}, {NCR: Open}]}'),
      expect: ['risky H invariant:I1'],
    },
    {
      name: 'it still can',
      before: released('when: {NCR: None}'),
      after: released('reason: true, when: {NCR: None}'),
      expect: [],
    },
  ],
});
