import { defineChangeRule } from '../change-rule.ts';
import { removedElement } from '../judging/whole-element.ts';

/** Reports a change record that is gone. */
export const changeRecordRemoved = defineChangeRule({
  id: 'change-record-removed',
  family: 'model',
  judges: 'element',
  class: 'risky',
  risk: 'H',
  evidence: ['DOC', 'TRC'],
  approvers: { approve: ['QA'], inform: ['OPS', 'IT'] },
  purpose: 'Reports a change record that is gone.',
  why: 'What was decided, by whom and for which records in flight is no longer kept with the specification.',
  fix: 'Put it back: a record that is closed stays readable beside what it decided.',
  mirror: { rule: 'record-keeping-changed' },
  core: false,
  claims: [{ kinds: ['change'], action: 'removed' }],
  check: (element) => [removedElement(element)],
  examples: [
    {
      name: 'gone',
      before: `changes: {CR-1: {reason: Split}, CR-2: {reason: Merge}}`,
      after: `changes: {CR-2: {reason: Merge}}`,
      expect: ['risky H change:CR-1'],
    },
    {
      name: 'a new one',
      before: `changes: {CR-1: {reason: Split}}`,
      after: `changes: {CR-1: {reason: Split}, CR-2: {reason: Merge}}`,
      expect: [],
    },
  ],
});
