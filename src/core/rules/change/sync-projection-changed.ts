import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports other combinations in which the views of two systems agree. */
export const syncProjectionChanged = defineChangeRule({
  id: 'sync-projection-changed',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-SYN', 'OQ-COD', 'PQ-E2E'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports other combinations in which the views of two systems agree.',
  why: 'The same status here now stands for another one next door.',
  fix: 'Go through the combinations with the owners of both systems.',
  mirror: { self: true },
  core: true,
  claims: [{ kinds: ['invariant'], paths: ['agree'] }],
  check: ({ after, from, to }) =>
    from === undefined || to === undefined
      ? []
      : [{ what: shift(`${named(after)}, combinations that agree`, from, to) }],
  examples: [
    {
      name: 'another combination',
      before: `lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}, INV: {initial: QI, states: {QI: quarantine, Blocked: held}}}
invariants: {I1: {agree: [{LOT: Hold, INV: Blocked}]}}`,
      after: `lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}, INV: {initial: QI, states: {QI: quarantine, Blocked: held}}}
invariants: {I1: {agree: [{LOT: Hold, INV: QI}]}}`,
      expect: ['breaking H invariant:I1 agree'],
    },
    {
      name: 'the same in another order',
      before: `lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}, INV: {initial: QI, states: {QI: quarantine, Blocked: held}}}
invariants: {I1: {agree: [{LOT: Hold, INV: Blocked}, {LOT: Run, INV: QI}]}}`,
      after: `lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}, INV: {initial: QI, states: {QI: quarantine, Blocked: held}}}
invariants: {I1: {agree: [{LOT: Run, INV: QI}, {LOT: Hold, INV: Blocked}]}}`,
      expect: [],
    },
  ],
});
