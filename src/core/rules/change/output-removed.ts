import { defineChangeRule } from '../change-rule.ts';
import { removedElement } from '../judging/whole-element.ts';

/** Reports a regulated output that is gone. */
export const outputRemoved = defineChangeRule({
  id: 'output-removed',
  family: 'process',
  judges: 'element',
  class: 'breaking',
  risk: 'C',
  evidence: ['RSK', 'TRC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a regulated output that is gone.',
  why: 'A document that a rule asks for is no longer made.',
  fix: 'Name the output that replaces it, or the decision that nobody asks for it.',
  mirror: { rule: 'output-added' },
  core: false,
  claims: [{ kinds: ['output'], action: 'removed' }],
  check: (element) => [removedElement(element)],
  examples: [
    {
      name: 'deleted',
      before: `outputs: {RO: {kind: certificate}}`,
      after: `systems: {MES: {}}`,
      expect: ['breaking C output:RO'],
    },
    {
      name: 'renamed as declared',
      before: `outputs: {RO: {kind: certificate}}`,
      after: `outputs: {RO-1: {kind: certificate, formerIds: [RO]}}`,
      expect: [],
    },
  ],
});
