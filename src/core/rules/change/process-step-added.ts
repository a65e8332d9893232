import { defineChangeRule } from '../change-rule.ts';
import { addedElement } from '../judging/whole-element.ts';

/** Reports a new process step. */
export const processStepAdded = defineChangeRule({
  id: 'process-step-added',
  family: 'process',
  judges: 'element',
  class: 'compatible',
  risk: 'M',
  evidence: ['PQ-E2E', 'DOC', 'RSK'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a new process step.',
  why: 'There is new work, with failure modes of its own.',
  fix: 'Name who performs it, by which procedure, and what it leaves behind.',
  mirror: { rule: 'process-step-removed' },
  core: false,
  claims: [{ kinds: ['step'], action: 'added' }],
  check: (element) => [addedElement(element)],
  examples: [
    {
      name: 'new step',
      before: `steps: {PS-1: {title: Receive}}`,
      after: `steps: {PS-1: {title: Receive}, PS-2: {title: Inspect}}`,
      expect: ['compatible M step:PS-2'],
    },
    {
      name: 'another title',
      before: `steps: {PS-1: {title: Receive}}`,
      after: `steps: {PS-1: {title: Receive goods}}`,
      expect: [],
    },
  ],
});
