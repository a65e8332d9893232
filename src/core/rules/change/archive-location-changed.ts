import { defineChangeRule } from '../change-rule.ts';
import { isWholeRetention } from '../judging/retention.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports another place to which records go after their active life. */
export const archiveLocationChanged = defineChangeRule({
  id: 'archive-location-changed',
  family: 'records',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['IQ-REC', 'MIG'],
  approvers: { approve: ['QA', 'IT'], inform: [] },
  purpose: 'Reports another place to which records go after their active life.',
  why: 'That they can be read and brought back from there must be shown again.',
  fix: 'Restore one record of each kind from the new place.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['object'], paths: ['record.retention.archive'] }],
  check(change) {
    const { after, path, from, to } = change;
    return isWholeRetention(change) ? [] : [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }];
  },
  examples: [
    {
      name: 'another archive',
      before: `objects: {lot: {record: {retention: {period: 10 y, archive: Tape vault}}}}`,
      after: `objects: {lot: {record: {retention: {period: 10 y, archive: Cloud bucket}}}}`,
      expect: ['risky M object:lot record.retention.archive'],
    },
    {
      name: 'retention as a whole is gone',
      before: `objects: {lot: {record: {regulated: true, retention: {period: 10 y, archive: Tape vault}}}}`,
      after: `objects: {lot: {record: {regulated: true}}}`,
      expect: [],
    },
  ],
});
