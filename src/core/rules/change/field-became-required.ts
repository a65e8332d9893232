import { defineChangeRule } from '../change-rule.ts';
import { demand } from '../judging/demanded.ts';
import { VALUE_KINDS } from '../judging/value-kinds.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a field that must now be filled, always or in some cases. */
export const fieldBecameRequired = defineChangeRule({
  id: 'field-became-required',
  family: 'data',
  judges: 'attribute',
  class: 'breaking',
  risk: 'M',
  evidence: ['OQ-BND', 'OQ-ERR', 'MIG'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a field that must now be filled, always or in some cases.',
  why: 'Producers that rightly left it out are now rejected, and records in flight lack it.',
  fix: 'Let producers send it first; then demand it.',
  mirror: { rule: 'field-became-optional' },
  core: true,
  claims: [{ kinds: VALUE_KINDS, paths: ['required'] }],
  check({ after, path, from, to }) {
    const stricter = demand(to) > demand(from);
    return stricter ? [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }] : [];
  },
  examples: [
    {
      name: 'now mandatory',
      before: `objects: {lot: {fields: {nr: {type: string, required: false}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string, required: true}}}}`,
      expect: ['breaking M field:lot.nr required'],
    },
    {
      name: 'no longer mandatory',
      before: `objects: {lot: {fields: {nr: {type: string, required: true}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string, required: false}}}}`,
      expect: [],
    },
  ],
});
