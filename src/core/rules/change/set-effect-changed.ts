import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports a list of states or codes that blocks where it permitted, permits where it blocked, or no longer says which. */
export const setEffectChanged = defineChangeRule({
  id: 'set-effect-changed',
  family: 'codes',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-NEG', 'OQ-SYN', 'PQ-E2E', 'RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose:
    'Reports a list of states or codes that blocks where it permitted, permits where it blocked, or no longer says which.',
  why: 'The same list means the opposite: what blocked lets through.',
  fix: 'Declare a list of its own for the other effect, and move the conditions to it one by one.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['set'], paths: ['effect'] }],
  check: (change) => [{ what: plainShift(change) }],
  examples: [
    {
      name: 'permits what it blocked',
      before: `systems: {MES: {}, ERP: {}}
lifecycles: {NCR: {initial: Open, states: {Open: open, Closed: closed}}}
sets: {S: {of: NCR, members: [Open], effect: blocks}}`,
      after: `systems: {MES: {}, ERP: {}}
lifecycles: {NCR: {initial: Open, states: {Open: open, Closed: closed}}}
sets: {S: {of: NCR, members: [Open], effect: permits}}`,
      expect: ['breaking H set:S effect'],
    },
    {
      name: 'another unknown',
      before: `systems: {MES: {}, ERP: {}}
lifecycles: {NCR: {initial: Open, states: {Open: open, Closed: closed}}}
sets: {S: {of: NCR, members: [Open], effect: blocks}}`,
      after: `systems: {MES: {}, ERP: {}}
lifecycles: {NCR: {initial: Open, states: {Open: open, Closed: closed}}}
sets: {S: {of: NCR, members: [Open], effect: blocks, unknown: in}}`,
      expect: [],
    },
  ],
});
