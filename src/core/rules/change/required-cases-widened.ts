import { defineChangeRule } from '../change-rule.ts';
import { casesVerdict } from '../judging/case-condition.ts';

/** Reports a value that must be filled in more cases, or in cases that cannot be compared with those before. */
export const requiredCasesWidened = defineChangeRule({
  id: 'required-cases-widened',
  family: 'data',
  judges: 'attribute',
  class: 'breaking',
  risk: 'M',
  evidence: ['OQ-BND', 'OQ-ERR', 'MIG'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a value that must be filled in more cases, or in cases that cannot be compared with those before.',
  why: 'Producers that rightly left it out in these cases are now rejected, and records in flight lack it.',
  fix: 'Let producers send it in these cases first; then demand it.',
  mirror: { rule: 'required-cases-narrowed' },
  core: false,
  claims: [{ kinds: ['field', 'mapping', 'reply', 'output-item'], paths: ['required.when'] }],
  check: (change, context) => casesVerdict(change, context, ['more', 'other']),
  examples: [
    {
      name: 'in more cases',
      before: `objects: {lot: {fields: {nr: {type: string}, kind: {type: string}, x: {type: string, required: {when: {field: lot.kind, equals: A}}}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string}, kind: {type: string}, x: {type: string, required: {when: {field: lot.kind, in: [A, B]}}}}}}`,
      expect: ['breaking M field:lot.x required.when'],
    },
    {
      name: 'in other cases',
      before: `objects: {lot: {fields: {nr: {type: string}, kind: {type: string}, x: {type: string, required: {when: {field: lot.kind, equals: A}}}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string}, kind: {type: string}, x: {type: string, required: {when: {field: lot.kind, equals: B}}}}}}`,
      expect: ['breaking M field:lot.x required.when'],
    },
    {
      name: 'in fewer cases',
      before: `objects: {lot: {fields: {nr: {type: string}, kind: {type: string}, x: {type: string, required: {when: {field: lot.kind, in: [A, B]}}}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string}, kind: {type: string}, x: {type: string, required: {when: {field: lot.kind, equals: A}}}}}}`,
      expect: [],
    },
  ],
});
