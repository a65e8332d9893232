import { defineChangeRule } from '../change-rule.ts';
import { isPermissiveForSet } from '../judging/unknown-states.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports a list that no longer says what an unknown state counts as, or treats it otherwise and not more permissively. */
export const setUnknownChanged = defineChangeRule({
  id: 'set-unknown-changed',
  family: 'codes',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['OQ-COD', 'OQ-NEG'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose:
    'Reports a list that no longer says what an unknown state counts as, or treats it otherwise and not more permissively.',
  why: 'A state that was added on one side alone meets the list unprepared.',
  fix: 'Say what an unknown state counts as: `in` where the list blocks, `out` where it permits, or `reject`.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['set'], paths: ['unknown'] }],
  check(change) {
    const { after, from, to } = change;
    if (from === undefined || isPermissiveForSet(after, to) || (to !== undefined && isPermissiveForSet(after, from)))
      return [];
    const raise = { risk: 'H', reason: 'nothing says any more what an unknown state counts as' } as const;
    return [to === undefined ? { what: plainShift(change), raise } : { what: plainShift(change) }];
  },
  examples: [
    {
      name: 'refused instead of counted in',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}}}
sets: {S: {of: NCR, effect: blocks, members: [Open], unknown: in}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}}}
sets: {S: {of: NCR, effect: blocks, members: [Open], unknown: reject}}`,
      expect: ['risky M set:S unknown'],
    },
    {
      name: 'no longer said',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}}}
sets: {S: {of: NCR, effect: blocks, members: [Open], unknown: in}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}}}
sets: {S: {of: NCR, effect: blocks, members: [Open]}}`,
      expect: ['risky H set:S unknown'],
    },
    {
      name: 'counted out has a rule of its own',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}}}
sets: {S: {of: NCR, effect: blocks, members: [Open], unknown: in}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}}}
sets: {S: {of: NCR, effect: blocks, members: [Open], unknown: out}}`,
      expect: [],
    },
  ],
});
