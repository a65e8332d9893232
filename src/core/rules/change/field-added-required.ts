import { defineChangeRule } from '../change-rule.ts';
import { hasProducers, isDemanded } from '../judging/demanded.ts';
import { addedElement } from '../judging/whole-element.ts';

/** Reports a new field that must be filled and has no default. */
export const fieldAddedRequired = defineChangeRule({
  id: 'field-added-required',
  family: 'data',
  judges: 'element',
  class: 'breaking',
  risk: 'M',
  evidence: ['OQ-MAP', 'OQ-BND', 'REG-DEP'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a new field that must be filled and has no default.',
  why: 'Every existing producer omits a mandatory value and is now rejected.',
  fix: 'Give it a default or make it optional until every producer sends it.',
  mirror: { rule: 'field-removed' },
  core: true,
  claims: [{ kinds: ['field'], action: 'added' }],
  check: (element, context) => (isDemanded(element) && hasProducers(element, context) ? [addedElement(element)] : []),
  examples: [
    {
      name: 'new mandatory field',
      before: `objects: {lot: {fields: {nr: {type: string}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string}, site: {type: code, required: true}}}}`,
      expect: ['breaking M field:lot.site'],
    },
    {
      name: 'with a default',
      before: `objects: {lot: {fields: {nr: {type: string}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string}, site: {type: code, required: true, default: NMR}}}}`,
      expect: [],
    },
    {
      name: 'in an object that is new itself',
      before: `systems: {A: {}}`,
      after: `systems: {A: {}}
objects: {lot: {fields: {nr: {required: true}}}}`,
      expect: [],
    },
  ],
});
