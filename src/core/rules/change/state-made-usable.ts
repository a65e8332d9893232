import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a state that becomes released: what is in it may now be used. */
export const stateMadeUsable = defineChangeRule({
  id: 'state-made-usable',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'breaking',
  risk: 'C',
  evidence: ['OQ-TRN', 'OQ-SYN', 'PQ-E2E', 'RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a state that becomes released: what is in it may now be used.',
  why: 'Material in that state may be consumed or shipped everywhere at once.',
  fix: 'Add a state for what is released, with a signed step that leads into it.',
  mirror: { rule: 'state-made-unusable' },
  core: true,
  claims: [{ kinds: ['state'], paths: ['class'] }],
  check({ after, from, to }) {
    if (typeof from !== 'string' || to !== 'released') return [];
    return [{ what: shift(`${named(after)}, class`, from, to) }];
  },
  examples: [
    {
      name: 'quarantine becomes released',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Released: released, Blocked: held}, transitions: {T1: {from: QI, to: Released, by: QA}}}}
roles: {QA: {}, OP: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: released, Released: released, Blocked: held}, transitions: {T1: {from: QI, to: Released, by: QA}}}}
roles: {QA: {}, OP: {}}`,
      expect: ['breaking C state:INV.QI class'],
    },
    {
      name: 'released becomes held',
      before: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Released: released, Blocked: held}, transitions: {T1: {from: QI, to: Released, by: QA}}}}
roles: {QA: {}, OP: {}}`,
      after: `lifecycles: {INV: {initial: QI, states: {QI: quarantine, Released: held, Blocked: held}, transitions: {T1: {from: QI, to: Released, by: QA}}}}
roles: {QA: {}, OP: {}}`,
      expect: [],
    },
  ],
});
