import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports an event of which it is no longer said who wins when two systems disagree. */
export const syncConflictPolicyWeakened = defineChangeRule({
  id: 'sync-conflict-policy-weakened',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'risky',
  risk: 'C',
  evidence: ['OQ-SYN', 'OQ-ERR', 'OQ-NEG', 'RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports an event of which it is no longer said who wins when two systems disagree.',
  why: 'It decides whether a hold survives a race.',
  fix: 'Say who wins, and test the race.',
  mirror: { rule: 'sync-conflict-policy-changed' },
  core: false,
  claims: [{ kinds: ['event'], paths: ['conflict'] }],
  check: ({ after, from, to }) =>
    from !== undefined && to === undefined ? [{ what: shift(`${named(after)}, who wins`, from, to) }] : [],
  examples: [
    {
      name: 'nobody is said to win',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
events: {HOLD: {owner: QMS, conflict: Hold wins}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
events: {HOLD: {owner: QMS}}`,
      expect: ['risky C event:HOLD conflict'],
    },
    {
      name: 'somebody else wins',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
events: {HOLD: {owner: QMS, conflict: Hold wins}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
events: {HOLD: {owner: QMS, conflict: Last one wins}}`,
      expect: [],
    },
  ],
});
