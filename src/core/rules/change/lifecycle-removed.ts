import { defineChangeRule } from '../change-rule.ts';
import { removedElement } from '../judging/whole-element.ts';

/** Reports a lifecycle that is gone, with its states, steps, conditions and signatures. */
export const lifecycleRemoved = defineChangeRule({
  id: 'lifecycle-removed',
  family: 'lifecycles',
  judges: 'element',
  class: 'breaking',
  risk: 'H',
  evidence: ['MIG', 'OQ-TRN', 'OQ-NEG', 'OQ-SYN', 'REG-DEP'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a lifecycle that is gone, with its states, steps, conditions and signatures.',
  why: 'Nothing says any more which status a record may have and who decides it; records keep a status that nothing defines.',
  fix: 'Name the lifecycle that takes its place, with `formerIds` where it is the same one, and what happens to live records.',
  mirror: { rule: 'lifecycle-added' },
  core: false,
  claims: [{ kinds: ['lifecycle'], action: 'removed' }],
  check: (element) => [removedElement(element)],
  examples: [
    {
      name: 'the status machine of lots is gone',
      before: `objects: {lot: {}}
lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold}}}}`,
      after: `objects: {lot: {}}`,
      expect: ['breaking H lifecycle:LOT'],
    },
    {
      name: 'renamed as declared',
      before: `objects: {lot: {}}
lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold}}}}`,
      after: `objects: {lot: {}}
lifecycles: {BATCH: {formerIds: [LOT], object: lot, initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold}}}}`,
      expect: [],
    },
  ],
});
