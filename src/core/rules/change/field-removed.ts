import { defineChangeRule } from '../change-rule.ts';
import { removedElement } from '../judging/whole-element.ts';

/** Reports a field that is gone. */
export const fieldRemoved = defineChangeRule({
  id: 'field-removed',
  family: 'data',
  judges: 'element',
  class: 'breaking',
  risk: 'H',
  evidence: ['REG-DEP', 'OQ-MAP', 'OQ-RPT', 'MIG'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a field that is gone.',
  why: 'Mappings, guards, outputs and the audit trail that read it lose their input.',
  fix: 'Retire it with `status: retired` until nothing reads it, or declare the rename with `formerIds`.',
  mirror: { rule: 'field-added-optional' },
  core: true,
  claims: [{ kinds: ['field'], action: 'removed' }],
  check: (element) => [removedElement(element)],
  examples: [
    {
      name: 'deleted',
      before: `objects: {lot: {fields: {nr: {}, site: {}}}}`,
      after: `objects: {lot: {fields: {nr: {}}}}`,
      expect: ['breaking H field:lot.site'],
    },
    {
      name: 'renamed as declared',
      before: `objects: {lot: {fields: {nr: {}}}}`,
      after: `objects: {lot: {fields: {number: {formerIds: [nr], path: nr}}}}`,
      expect: [],
    },
  ],
});
