import { defineChangeRule } from '../change-rule.ts';
import { removedElement } from '../judging/whole-element.ts';

/** Reports a system that is gone. */
export const systemRemoved = defineChangeRule({
  id: 'system-removed',
  family: 'data',
  judges: 'element',
  class: 'breaking',
  risk: 'H',
  evidence: ['REG-DEP', 'MIG', 'PQ-REC', 'DOC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a system that is gone.',
  why: 'Interfaces, ownership, states and stored records lose their host; the duty to keep records outlives the system.',
  fix: 'Retire it with `status: retired` while its records must stay readable, or declare the rename with `formerIds`.',
  mirror: { rule: 'system-added' },
  core: true,
  claims: [{ kinds: ['system'], action: 'removed' }],
  check: (element) => [removedElement(element)],
  examples: [
    {
      name: 'deleted',
      before: `systems: {MES: {}, LIMS: {title: Laboratory}}`,
      after: `systems: {MES: {}}`,
      expect: ['breaking H system:LIMS'],
    },
    {
      name: 'renamed as declared',
      before: `systems: {LAB: {}}`,
      after: `systems: {LIMS: {formerIds: [LAB]}}`,
      expect: [],
    },
    {
      name: 'replaced under another id',
      before: `systems: {LAB: {}}`,
      after: `systems: {LIMS: {}}`,
      expect: ['breaking H system:LAB'],
    },
  ],
});
