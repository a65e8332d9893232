import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports an event of which it is said otherwise, or for the first time, who wins when two systems disagree. */
export const syncConflictPolicyChanged = defineChangeRule({
  id: 'sync-conflict-policy-changed',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-SYN', 'OQ-ERR'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports an event of which it is said otherwise, or for the first time, who wins when two systems disagree.',
  why: 'The same race has another winner.',
  fix: 'Test the race: a hold that is set on one side while the other side releases.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['event'], paths: ['conflict'] }],
  check: ({ after, from, to }) => (to === undefined ? [] : [{ what: shift(`${named(after)}, who wins`, from, to) }]),
  examples: [
    {
      name: 'somebody else wins',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
events: {HOLD: {owner: QMS, conflict: Hold wins}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
events: {HOLD: {owner: QMS, conflict: Last one wins}}`,
      expect: ['risky H event:HOLD conflict'],
    },
    {
      name: 'said for the first time',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
events: {HOLD: {owner: QMS}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
events: {HOLD: {owner: QMS, conflict: Hold wins}}`,
      expect: ['risky H event:HOLD conflict'],
    },
    {
      name: 'said no more',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
events: {HOLD: {owner: QMS, conflict: Hold wins}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
events: {HOLD: {owner: QMS}}`,
      expect: [],
    },
  ],
});
