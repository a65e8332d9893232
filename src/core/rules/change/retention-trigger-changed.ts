import { defineChangeRule } from '../change-rule.ts';
import { isWholeRetention } from '../judging/retention.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports another event from which the time of keeping counts. */
export const retentionTriggerChanged = defineChangeRule({
  id: 'retention-trigger-changed',
  family: 'records',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['IQ-REC'],
  approvers: { approve: ['QA', 'IT'], inform: [] },
  purpose: 'Reports another event from which the time of keeping counts.',
  why: 'The period is the same and ends on another day.',
  fix: 'Check that no record may be gone earlier than before.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['object'], paths: ['record.retention.from'] }],
  check(change) {
    const { after, path, from, to } = change;
    return isWholeRetention(change) ? [] : [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }];
  },
  examples: [
    {
      name: 'from another event',
      before: `objects: {lot: {record: {retention: {period: 10 y, from: shipment}}}}`,
      after: `objects: {lot: {record: {retention: {period: 10 y, from: production}}}}`,
      expect: ['risky M object:lot record.retention.from'],
    },
    {
      name: 'retention as a whole is new',
      before: `objects: {lot: {record: {regulated: true}}}`,
      after: `objects: {lot: {record: {regulated: true, retention: {period: 10 y, from: shipment}}}}`,
      expect: [],
    },
  ],
});
