import { defineChangeRule } from '../change-rule.ts';
import { addedElement } from '../judging/whole-element.ts';

/** Reports a new regulated output. */
export const outputAdded = defineChangeRule({
  id: 'output-added',
  family: 'process',
  judges: 'element',
  class: 'compatible',
  risk: 'M',
  evidence: ['OQ-RPT', 'PQ-OUT'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a new regulated output.',
  why: 'It needs sources that are owned, approvals and a time of keeping.',
  fix: 'Declare its content, approvals, issue and retention.',
  mirror: { rule: 'output-removed' },
  core: false,
  claims: [{ kinds: ['output'], action: 'added' }],
  check: (element) => [addedElement(element)],
  examples: [
    {
      name: 'new certificate',
      before: `systems: {MES: {}}`,
      after: `outputs: {RO: {kind: certificate}}`,
      expect: ['compatible M output:RO'],
    },
    {
      name: 'another title',
      before: `outputs: {RO: {kind: certificate}}`,
      after: `outputs: {RO: {kind: certificate, title: Release}}`,
      expect: [],
    },
  ],
});
