import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a regulated output that is laid out by another document. */
export const outputTemplateChanged = defineChangeRule({
  id: 'output-template-changed',
  family: 'process',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['OQ-RPT'],
  approvers: { approve: ['QA'], inform: ['OPS'] },
  purpose: 'Reports a regulated output that is laid out by another document.',
  why: 'Wording and units on a controlled document differ.',
  fix: 'Compare one print of each, and have the new one approved.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['output'], paths: ['template'] }],
  check: ({ after, path, from, to }) => [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }],
  examples: [
    {
      name: 'another form',
      before: `documents: {FRM-1: {}, FRM-2: {}}
outputs: {RO: {template: FRM-1}}`,
      after: `documents: {FRM-1: {}, FRM-2: {}}
outputs: {RO: {template: FRM-2}}`,
      expect: ['risky M output:RO template'],
    },
    {
      name: 'the form has another title',
      before: `documents: {FRM-1: {}}
outputs: {RO: {template: FRM-1}}`,
      after: `documents: {FRM-1: {title: Form}}
outputs: {RO: {template: FRM-1}}`,
      expect: [],
    },
  ],
});
