import { defineChangeRule } from '../change-rule.ts';
import { listMove } from '../judging/list-move.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports a list, a map or a conversion that is no longer said to be configured in a system. */
export const deploymentReduced = defineChangeRule({
  id: 'deployment-reduced',
  family: 'codes',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['IQ-CFG', 'OQ-COD'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports a list, a map or a conversion that is no longer said to be configured in a system.',
  why: 'Nobody compares what stands in that system with what is specified any more, though it may still be used there.',
  fix: 'Show that the system no longer holds it; else leave it in the list.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [{ kinds: ['set', 'value-map', 'conversion'], paths: ['deployedIn'] }],
  check: (change) => (listMove(change.from, change.to).lost ? [{ what: plainShift(change) }] : []),
  examples: [
    {
      name: 'in one system fewer',
      before: `systems: {MES: {}, ERP: {}}
lifecycles: {NCR: {initial: Open, states: {Open: open, Closed: closed}}}
sets: {S: {of: NCR, members: [Open], deployedIn: [MES, ERP]}}`,
      after: `systems: {MES: {}, ERP: {}}
lifecycles: {NCR: {initial: Open, states: {Open: open, Closed: closed}}}
sets: {S: {of: NCR, members: [Open], deployedIn: [MES]}}`,
      expect: ['risky M set:S deployedIn'],
    },
    {
      name: 'in one system more',
      before: `systems: {MES: {}, ERP: {}}
lifecycles: {NCR: {initial: Open, states: {Open: open, Closed: closed}}}
sets: {S: {of: NCR, members: [Open], deployedIn: [MES]}}`,
      after: `systems: {MES: {}, ERP: {}}
lifecycles: {NCR: {initial: Open, states: {Open: open, Closed: closed}}}
sets: {S: {of: NCR, members: [Open], deployedIn: [MES, ERP]}}`,
      expect: [],
    },
  ],
});
