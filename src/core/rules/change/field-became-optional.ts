import { defineChangeRule } from '../change-rule.ts';
import { demand } from '../judging/demanded.ts';
import { VALUE_KINDS } from '../judging/value-kinds.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a field that need no longer be filled, or only in some cases. */
export const fieldBecameOptional = defineChangeRule({
  id: 'field-became-optional',
  family: 'data',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['OQ-BND', 'OQ-MAP'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports a field that need no longer be filled, or only in some cases.',
  why: 'Readers lose a guarantee: they must now cope with a missing value.',
  fix: 'Say what each reader does with an empty value (`whenEmpty`).',
  mirror: { rule: 'field-became-required' },
  core: true,
  claims: [{ kinds: VALUE_KINDS, paths: ['required', 'source.required'] }],
  check({ after, path, from, to }) {
    const looser = demand(to) < demand(from);
    return looser ? [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }] : [];
  },
  examples: [
    {
      name: 'no longer mandatory',
      before: `objects: {lot: {fields: {nr: {type: string, required: true}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string, required: false}}}}`,
      expect: ['risky M field:lot.nr required'],
    },
    {
      name: 'now mandatory',
      before: `objects: {lot: {fields: {nr: {type: string, required: false}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string, required: true}}}}`,
      expect: [],
    },
  ],
});
