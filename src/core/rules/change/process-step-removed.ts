import { defineChangeRule } from '../change-rule.ts';
import { removedElement } from '../judging/whole-element.ts';

/** Reports a process step that is gone. */
export const processStepRemoved = defineChangeRule({
  id: 'process-step-removed',
  family: 'process',
  judges: 'element',
  class: 'breaking',
  risk: 'H',
  evidence: ['PQ-E2E', 'REG-DEP', 'RSK'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a process step that is gone.',
  why: 'Records, samples or checks that it produced are no longer made.',
  fix: 'Name the step that produces them now.',
  mirror: { rule: 'process-step-added' },
  core: true,
  claims: [{ kinds: ['step'], action: 'removed' }],
  check: (element) => [removedElement(element)],
  examples: [
    {
      name: 'deleted',
      before: `steps: {PS-1: {title: Receive}, PS-2: {title: Inspect}}`,
      after: `steps: {PS-1: {title: Receive}}`,
      expect: ['breaking H step:PS-2'],
    },
    {
      name: 'renamed as declared',
      before: `steps: {PS-1: {title: Receive}}`,
      after: `steps: {PS-01: {title: Receive, formerIds: [PS-1]}}`,
      expect: [],
    },
  ],
});
