import { defineChangeRule } from '../change-rule.ts';
import { casesVerdict } from '../judging/case-condition.ts';

/** Reports a value that need not be filled in some of the cases in which it had to be. */
export const requiredCasesNarrowed = defineChangeRule({
  id: 'required-cases-narrowed',
  family: 'data',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['OQ-BND', 'OQ-MAP'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports a value that need not be filled in some of the cases in which it had to be.',
  why: 'Readers lose a guarantee: they must now cope with a missing value in these cases.',
  fix: 'Say what each reader does with an empty value (`whenEmpty`).',
  mirror: { rule: 'required-cases-widened' },
  core: false,
  claims: [{ kinds: ['field', 'mapping', 'reply', 'output-item'], paths: ['required.when'] }],
  check: (change, context) => casesVerdict(change, context, ['fewer', 'other', 'same']),
  examples: [
    {
      name: 'in fewer cases',
      before: `objects: {lot: {fields: {nr: {type: string}, kind: {type: string}, x: {type: string, required: {when: {field: lot.kind, in: [A, B]}}}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string}, kind: {type: string}, x: {type: string, required: {when: {field: lot.kind, equals: A}}}}}}`,
      expect: ['risky M field:lot.x required.when'],
    },
    {
      name: 'in other cases',
      before: `objects: {lot: {fields: {nr: {type: string}, kind: {type: string}, x: {type: string, required: {when: {field: lot.kind, equals: A}}}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string}, kind: {type: string}, x: {type: string, required: {when: {field: lot.kind, equals: B}}}}}}`,
      expect: ['risky M field:lot.x required.when'],
    },
    {
      name: 'in more cases',
      before: `objects: {lot: {fields: {nr: {type: string}, kind: {type: string}, x: {type: string, required: {when: {field: lot.kind, equals: A}}}}}}`,
      after: `objects: {lot: {fields: {nr: {type: string}, kind: {type: string}, x: {type: string, required: {when: {field: lot.kind, in: [A, B]}}}}}}`,
      expect: [],
    },
  ],
});
