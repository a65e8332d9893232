import { defineChangeRule } from '../change-rule.ts';
import { membersRewritten } from '../judging/set-members.ts';

/** Reports a list of states or codes that is said otherwise and counts the same in today. */
export const setRewritten = defineChangeRule({
  id: 'set-rewritten',
  family: 'codes',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['OQ-COD'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a list of states or codes that is said otherwise and counts the same in today.',
  why: 'A state that is added later may be counted in by the one wording and left out by the other.',
  fix: 'Prefer the wording that cannot be forgotten when a state is added: classes for what blocks.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['set'], paths: ['members', 'except', 'classes'] }],
  check: membersRewritten,
  examples: [
    {
      name: 'classes instead of names',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}}}
sets: {S: {of: NCR, effect: blocks, members: [Open, Review]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}}}
sets: {S: {of: NCR, effect: blocks, classes: [open]}}`,
      expect: ['risky M set:S classes'],
    },
    {
      name: 'one member fewer',
      before: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}}}
sets: {S: {of: NCR, effect: blocks, members: [Open, Review]}}`,
      after: `lifecycles: {NCR: {initial: Open, states: {Open: open, Review: open, Closed: closed}}}
sets: {S: {of: NCR, effect: blocks, members: [Open]}}`,
      expect: [],
    },
  ],
});
