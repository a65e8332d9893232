import { compareDurations } from '../../diff/exact-amount.ts';
import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a status that may reach another system later, or without any limit of time. */
export const syncLagRelaxed = defineChangeRule({
  id: 'sync-lag-relaxed',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-SYN'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a status that may reach another system later, or without any limit of time.',
  why: 'Held material stays usable elsewhere for longer.',
  fix: 'Compare the new limit with what can happen to the material in that time.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [{ kinds: ['invariant'], paths: ['within'] }],
  check({ after, from, to }) {
    const longer = typeof from === 'string' && typeof to === 'string' && compareDurations(from, to) === -1;
    return longer || to === undefined ? [{ what: shift(`${named(after)}, time limit`, from, to) }] : [];
  },
  examples: [
    {
      name: 'more time',
      before: `lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}, INV: {initial: QI, states: {QI: quarantine, Blocked: held}}}
invariants: {I1: {after: {LOT: Hold}, must: {INV: Blocked}, within: 15 min}}`,
      after: `lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}, INV: {initial: QI, states: {QI: quarantine, Blocked: held}}}
invariants: {I1: {after: {LOT: Hold}, must: {INV: Blocked}, within: 1 h}}`,
      expect: ['risky H invariant:I1 within'],
    },
    {
      name: 'no limit any more',
      before: `lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}, INV: {initial: QI, states: {QI: quarantine, Blocked: held}}}
invariants: {I1: {after: {LOT: Hold}, must: {INV: Blocked}, within: 15 min}}`,
      after: `lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}, INV: {initial: QI, states: {QI: quarantine, Blocked: held}}}
invariants: {I1: {after: {LOT: Hold}, must: {INV: Blocked}}}`,
      expect: ['risky H invariant:I1 within'],
    },
    {
      name: 'the same time in other units',
      before: `lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}, INV: {initial: QI, states: {QI: quarantine, Blocked: held}}}
invariants: {I1: {after: {LOT: Hold}, must: {INV: Blocked}, within: 15 min}}`,
      after: `lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}, INV: {initial: QI, states: {QI: quarantine, Blocked: held}}}
invariants: {I1: {after: {LOT: Hold}, must: {INV: Blocked}, within: 900 s}}`,
      expect: [],
    },
    {
      name: 'less time',
      before: `lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}, INV: {initial: QI, states: {QI: quarantine, Blocked: held}}}
invariants: {I1: {after: {LOT: Hold}, must: {INV: Blocked}, within: 15 min}}`,
      after: `lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}, INV: {initial: QI, states: {QI: quarantine, Blocked: held}}}
invariants: {I1: {after: {LOT: Hold}, must: {INV: Blocked}, within: 5 min}}`,
      expect: [],
    },
  ],
});
