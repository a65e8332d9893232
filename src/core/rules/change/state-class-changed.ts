import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports a state that means something else for the use of a record, releases apart. */
export const stateClassChanged = defineChangeRule({
  id: 'state-class-changed',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-TRN', 'OQ-SYN', 'RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a state that means something else for the use of a record, releases apart.',
  why: 'Conditions, lists and lints go by the class: what was held may count as open, and what was open as closed.',
  fix: 'Go through every list of classes and every condition that reads the state.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['state'], paths: ['class'] }],
  check(change) {
    const { from, to } = change;
    // From and to a state that is released are judged by state-made-usable and state-made-unusable.
    if (from !== undefined && to !== undefined && (from === 'released' || to === 'released')) return [];
    const what = plainShift(change);
    if (to === 'released')
      return [{ what, raise: { risk: 'C', reason: 'records in it may be used, and nobody said so before' } }];
    const locks = (value: unknown): boolean => value === 'held' || value === 'quarantine';
    return [
      locks(from) && !locks(to) ? { what, raise: { risk: 'C', reason: 'records in it are no longer held' } } : { what },
    ];
  },
  examples: [
    {
      name: 'open instead of active',
      before: `lifecycles: {L: {initial: A, states: {A: active, B: active, C: closed}}}`,
      after: `lifecycles: {L: {initial: A, states: {A: active, B: open, C: closed}}}`,
      expect: ['risky H state:L.B class'],
    },
    {
      name: 'no longer held',
      before: `lifecycles: {L: {initial: A, states: {A: active, B: held, C: closed}}}`,
      after: `lifecycles: {L: {initial: A, states: {A: active, B: open, C: closed}}}`,
      expect: ['risky C state:L.B class'],
    },
    {
      name: 'released has a rule of its own',
      before: `lifecycles: {L: {initial: A, states: {A: active, B: held, C: closed}}}`,
      after: `lifecycles: {L: {initial: A, states: {A: active, B: released, C: closed}}}`,
      expect: [],
    },
  ],
});
