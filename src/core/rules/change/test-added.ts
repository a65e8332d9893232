import { defineChangeRule } from '../change-rule.ts';
import { addedElement } from '../judging/whole-element.ts';

/** Reports a new authored test. */
export const testAdded = defineChangeRule({
  id: 'test-added',
  family: 'trace',
  judges: 'element',
  class: 'compatible',
  risk: 'L',
  evidence: ['TRC'],
  approvers: { approve: ['QA'], inform: ['IT'] },
  purpose: 'Reports a new authored test.',
  why: 'There will be more evidence.',
  fix: 'Link it with what it verifies.',
  mirror: { rule: 'test-removed' },
  core: false,
  claims: [{ kinds: ['test'], action: 'added' }],
  check: (element) => [addedElement(element)],
  examples: [
    {
      name: 'new test',
      before: `systems: {MES: {}}`,
      after: `tests: {T-1: {level: OQ, steps: [{do: Enter 5, expect: 5 is shown}]}}`,
      expect: ['compatible L test:T-1'],
    },
    {
      name: 'another title',
      before: `tests: {T-1: {level: OQ, steps: [{do: Enter 5, expect: 5 is shown}]}}`,
      after: `tests: {T-1: {level: OQ, title: Five, steps: [{do: Enter 5, expect: 5 is shown}]}}`,
      expect: [],
    },
  ],
});
