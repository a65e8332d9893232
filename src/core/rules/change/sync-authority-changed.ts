import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports another system in which a status is decided. */
export const syncAuthorityChanged = defineChangeRule({
  id: 'sync-authority-changed',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'breaking',
  risk: 'C',
  evidence: ['OQ-SYN', 'OQ-NEG', 'MIG', 'PQ-E2E'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports another system in which a status is decided.',
  why: 'Who can put a record on hold, and who can lift it, moves.',
  fix: 'Plan the hand-over: which system decides for records in flight, and from when.',
  mirror: { self: true },
  core: true,
  claims: [{ kinds: ['lifecycle'], paths: ['system'] }],
  check({ after, from, to }) {
    return from === undefined ? [] : [{ what: shift(`${named(after)}, decided in`, from, to) }];
  },
  examples: [
    {
      name: 'another authority',
      before: `systems: {MES: {}, ERP: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active}, system: MES}}`,
      after: `systems: {MES: {}, ERP: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active}, system: ERP}}`,
      expect: ['breaking C lifecycle:LOT system'],
    },
    {
      name: 'declared for the first time',
      before: `systems: {MES: {}, ERP: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active}}}`,
      after: `systems: {MES: {}, ERP: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active}, system: MES}}`,
      expect: [],
    },
  ],
});
