import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports a lifecycle that is about another object. */
export const lifecycleObjectChanged = defineChangeRule({
  id: 'lifecycle-object-changed',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-TRN', 'MIG', 'PQ-E2E'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a lifecycle that is about another object.',
  why: 'Records of the old object lose their status, and those of the new one have none yet.',
  fix: 'Declare a lifecycle of its own, and say what each state of the old records becomes.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['lifecycle'], paths: ['object'] }],
  check: (change) => [{ what: plainShift(change) }],
  examples: [
    {
      name: 'about another object',
      before: `objects: {lot: {}, box: {}}
lifecycles: {L: {object: lot, initial: A, states: {A: active}}}`,
      after: `objects: {lot: {}, box: {}}
lifecycles: {L: {object: box, initial: A, states: {A: active}}}`,
      expect: ['breaking H lifecycle:L object'],
    },
    {
      name: 'another title',
      before: `objects: {lot: {}}
lifecycles: {L: {object: lot, initial: A, states: {A: active}}}`,
      after: `objects: {lot: {}}
lifecycles: {L: {object: lot, title: Lot, initial: A, states: {A: active}}}`,
      expect: [],
    },
  ],
});
