import { defineLint } from '../lint-rule.ts';
import { regulatedRecords } from '../linting/regulated-record.ts';

/** Audit trails that nobody is said to read. */
export const auditTrailReviewUndefined = defineLint({
  id: 'audit-trail-review-undefined',
  source: 'lint',
  judges: 'model',
  severity: 'warning',
  stance: 'expectation',
  stanceReason: 'A sketch need not say who reviews what.',
  purpose: 'Reports a regulated record with an audit trail of which no review is declared.',
  why: 'A trail that nobody reads before the decision protects nothing.',
  fix: 'Say in `review` who reviews it, how often, and before which decision.',
  reads: ['objects.record.regulated', 'objects.record.auditTrail', 'objects.auditTrail.review'],
  examples: [
    {
      name: 'a trail without review',
      spec: 'objects: {lot: {record: {regulated: true, auditTrail: {fields: all}}}}',
      expect: ['1:43 warning lot: Nobody is said to review the audit trail of lot.'],
    },
    {
      name: 'reviewed, answered, without a trail, or not regulated',
      spec: `
        objects:
          lot: {record: {regulated: true, auditTrail: {fields: all, review: By QA before release}}}
          ncr: {record: {regulated: true, auditTrail: {fields: all, review: {notApplicable: no person can change it}}}}
          form: {record: {regulated: true, auditTrail: none}}
          note: {record: {auditTrail: {fields: all}}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const { object, record } of regulatedRecords(model)) {
      const { auditTrail } = record;
      if (auditTrail === undefined || auditTrail === 'none' || auditTrail.review !== undefined) continue;
      if ('review' in (auditTrail.notApplicable ?? {})) continue;
      yield {
        element: object,
        path: ['record', 'auditTrail'],
        part: 'key' as const,
        message: `Nobody is said to review the audit trail of ${object.id}.`,
        hint: 'Add `review: who, how often, before which decision`, or `review: {notApplicable: why}`.',
        subject: 'review',
      };
    }
  },
});
