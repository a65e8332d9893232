import { defineChangeRule } from '../change-rule.ts';
import { items, without } from '../judging/values.ts';
import { listed, named } from '../judging/wording.ts';

/** Reports a document that holders of a role need not be trained on any more. */
export const roleQualificationRemoved = defineChangeRule({
  id: 'role-qualification-removed',
  family: 'roles',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['IQ-SEC', 'DOC'],
  approvers: { approve: ['OPS', 'QA'], inform: [] },
  purpose: 'Reports a document that holders of a role need not be trained on any more.',
  why: 'People who are not qualified may do the step.',
  fix: 'Name the training that takes its place.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [{ kinds: ['role'], paths: ['training'] }],
  check({ after, from, to }) {
    const gone = without(items(from), items(to));
    return gone.length === 0 ? [] : [{ what: `${named(after)} no longer needs training on ${listed(gone)}.` }];
  },
  examples: [
    {
      name: 'one training fewer',
      before: `objects: {lot: {}, ncr: {}}
documents: {TRN-1: {}, SOP-1: {}}
roles: {QA: {training: [TRN-1, SOP-1]}}`,
      after: `objects: {lot: {}, ncr: {}}
documents: {TRN-1: {}, SOP-1: {}}
roles: {QA: {training: [SOP-1]}}`,
      expect: ['risky H role:QA training'],
    },
    {
      name: 'one training more',
      before: `objects: {lot: {}, ncr: {}}
documents: {TRN-1: {}, SOP-1: {}}
roles: {QA: {training: [SOP-1]}}`,
      after: `objects: {lot: {}, ncr: {}}
documents: {TRN-1: {}, SOP-1: {}}
roles: {QA: {training: [TRN-1, SOP-1]}}`,
      expect: [],
    },
  ],
});
