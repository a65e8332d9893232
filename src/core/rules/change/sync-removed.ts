import { defineChangeRule } from '../change-rule.ts';
import { replicationVerdicts } from '../judging/replication.ts';

/** Reports a system that an event or a record no longer reaches, or a rule that two systems agree that is gone. */
export const syncRemoved = defineChangeRule({
  id: 'sync-removed',
  family: 'lifecycles',
  judges: 'comparison',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-SYN', 'PQ-E2E'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose:
    'Reports a system that an event or a record no longer reaches, or a rule that two systems agree that is gone.',
  why: 'The other system keeps acting on the last status that it knew.',
  fix: 'Say how the other system learns of it from now on, or that it no longer acts on it.',
  mirror: { rule: 'sync-added' },
  core: false,
  claims: [
    { kinds: ['event'], paths: ['followers'] },
    { kinds: ['object'], paths: ['copies.*'] },
    { kinds: ['invariant'], paths: ['agree'] },
  ],
  check: (context) => replicationVerdicts(context, 'lost'),
  examples: [
    {
      name: 'one follower fewer',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
events: {HOLD: {owner: QMS, followers: [MES, ERP]}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
events: {HOLD: {owner: QMS, followers: [MES]}}`,
      expect: ['breaking H event:HOLD followers'],
    },
    {
      name: 'nobody says any more what agrees',
      before: `lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}, INV: {initial: QI, states: {QI: quarantine, Blocked: held}}}
invariants: {I1: {agree: [{LOT: Hold, INV: Blocked}]}}`,
      after: `lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}, INV: {initial: QI, states: {QI: quarantine, Blocked: held}}}
invariants: {}`,
      expect: ['breaking H invariant:I1'],
    },
    {
      name: 'one copy fewer',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES, copies: {ERP: read-only, QMS: read-only}}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES, copies: {ERP: read-only}}}`,
      expect: ['breaking H object:lot copies.QMS'],
    },
    {
      name: 'one follower more',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
events: {HOLD: {owner: QMS, followers: [MES]}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
events: {HOLD: {owner: QMS, followers: [MES, ERP]}}`,
      expect: [],
    },
  ],
});
