import { defineChangeRule } from '../change-rule.ts';
import { addedElement } from '../judging/whole-element.ts';

/** Reports a new lifecycle, with its states and steps. */
export const lifecycleAdded = defineChangeRule({
  id: 'lifecycle-added',
  family: 'lifecycles',
  judges: 'element',
  class: 'risky',
  risk: 'M',
  evidence: ['OQ-TRN', 'OQ-NEG', 'OQ-SYN', 'RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a new lifecycle, with its states and steps.',
  why: 'A status that nobody kept is decided from now on, and whoever acts on the object does not know it yet.',
  fix: 'Say for every system that acts on the object what each state means there, and in which state existing records begin.',
  mirror: { rule: 'lifecycle-removed' },
  core: false,
  claims: [{ kinds: ['lifecycle'], action: 'added' }],
  check: (element) => [addedElement(element)],
  examples: [
    {
      name: 'a status machine for lots',
      before: `objects: {lot: {}}`,
      after: `objects: {lot: {}}
lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold}}}}`,
      expect: ['risky M lifecycle:LOT'],
    },
    {
      name: 'one more state',
      before: `objects: {lot: {}}
lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold}}}}`,
      after: `objects: {lot: {}}
lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held, Done: closed}, transitions: {T1: {from: Run, to: Hold}}}}`,
      expect: [],
    },
  ],
});
