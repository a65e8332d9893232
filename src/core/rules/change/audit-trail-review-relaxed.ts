import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports another rule for the review of an audit trail, or none any more. */
export const auditTrailReviewRelaxed = defineChangeRule({
  id: 'audit-trail-review-relaxed',
  family: 'records',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['DOC', 'RSK'],
  approvers: { approve: ['OPS', 'QA'], inform: [] },
  purpose: 'Reports another rule for the review of an audit trail, or none any more.',
  why: 'The trail exists, but it may be that nobody looks at it before the decision; whether words ask for less cannot be told.',
  fix: 'Keep who reviews it, how often and before which decision; or have the quality unit accept what replaces it.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [{ kinds: ['object'], paths: ['record.auditTrail.review'] }],
  check: ({ after, path, from, to }) =>
    from === undefined ? [] : [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }],
  examples: [
    {
      name: 'no longer asked for',
      before: `objects: {lot: {record: {auditTrail: {fields: all, review: By QA before release}}}}`,
      after: `objects: {lot: {record: {auditTrail: {fields: all}}}}`,
      expect: ['risky H object:lot record.auditTrail.review'],
    },
    {
      name: 'no longer before the release',
      before: `objects: {lot: {record: {auditTrail: {fields: all, review: By QA before release}}}}`,
      after: `objects: {lot: {record: {auditTrail: {fields: all, review: By QA every quarter}}}}`,
      expect: ['risky H object:lot record.auditTrail.review'],
    },
    {
      name: 'asked for now',
      before: `objects: {lot: {record: {auditTrail: {fields: all}}}}`,
      after: `objects: {lot: {record: {auditTrail: {fields: all, review: By QA before release}}}}`,
      expect: [],
    },
  ],
});
