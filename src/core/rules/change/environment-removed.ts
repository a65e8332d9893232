import { defineChangeRule } from '../change-rule.ts';
import { removedElement } from '../judging/whole-element.ts';

/** Reports an installation that is gone. */
export const environmentRemoved = defineChangeRule({
  id: 'environment-removed',
  family: 'data',
  judges: 'element',
  class: 'risky',
  risk: 'H',
  evidence: ['IQ-CFG', 'MIG', 'TRC'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports an installation that is gone.',
  why: 'Nothing says any more what must be found in it; evidence that was made in it stands alone, and records may be left in it.',
  fix: 'Say where its records and its evidence are, and that nobody works in it.',
  mirror: { rule: 'environment-added' },
  core: false,
  claims: [{ kinds: ['environment'], action: 'removed' }],
  check: (element) => [removedElement(element)],
  examples: [
    {
      name: 'gone',
      before: `systems: {MES: {environments: {TEST: {build: 7.4.2}}}}`,
      after: `systems: {MES: {}}`,
      expect: ['risky H environment:MES.TEST'],
    },
    {
      name: 'another build',
      before: `systems: {MES: {environments: {TEST: {build: 7.4.2}}}}`,
      after: `systems: {MES: {environments: {TEST: {build: 7.4.3}}}}`,
      expect: [],
    },
  ],
});
