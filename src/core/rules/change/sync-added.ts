import { defineChangeRule } from '../change-rule.ts';
import { replicationVerdicts } from '../judging/replication.ts';

/** Reports a system that an event or a record newly reaches, or a new rule that two systems agree. */
export const syncAdded = defineChangeRule({
  id: 'sync-added',
  family: 'lifecycles',
  judges: 'comparison',
  class: 'compatible',
  risk: 'M',
  evidence: ['OQ-SYN', 'OQ-DWN'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a system that an event or a record newly reaches, or a new rule that two systems agree.',
  why: 'There is a new consumer of the status, with its own idea of what it means and its own failures.',
  fix: 'Say what each status means there, and what happens while that system is down.',
  mirror: { rule: 'sync-removed' },
  core: false,
  claims: [
    { kinds: ['event'], paths: ['followers'] },
    { kinds: ['object'], paths: ['copies.*'] },
    { kinds: ['invariant'], paths: ['agree'] },
  ],
  check: (context) => replicationVerdicts(context, 'gained'),
  examples: [
    {
      name: 'one follower more',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
events: {HOLD: {owner: QMS, followers: [MES]}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
events: {HOLD: {owner: QMS, followers: [MES, ERP]}}`,
      expect: ['compatible M event:HOLD followers'],
    },
    {
      name: 'a new rule of agreement',
      before: `lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}, INV: {initial: QI, states: {QI: quarantine, Blocked: held}}}
invariants: {}`,
      after: `lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}, INV: {initial: QI, states: {QI: quarantine, Blocked: held}}}
invariants: {I1: {agree: [{LOT: Hold, INV: Blocked}]}}`,
      expect: ['compatible M invariant:I1'],
    },
    {
      name: 'one copy more',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES, copies: {ERP: read-only}}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES, copies: {ERP: read-only, QMS: read-only}}}`,
      expect: ['compatible M object:lot copies.QMS'],
    },
    {
      name: 'a copy that may be edited',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES, copies: {ERP: read-only}}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES, copies: {ERP: read-only, QMS: editable}}}`,
      expect: [],
    },
  ],
});
