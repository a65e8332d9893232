import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports records whose earlier versions no longer stay readable. */
export const recordVersioningDisabled = defineChangeRule({
  id: 'record-versioning-disabled',
  family: 'records',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['IQ-REC', 'OQ-AUD'],
  approvers: { approve: ['QA', 'IT'], inform: [] },
  purpose: 'Reports records whose earlier versions no longer stay readable.',
  why: 'What the record said when a decision was made cannot be recovered.',
  fix: 'Keep `versions: true`, or show where earlier versions are kept.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [{ kinds: ['object'], paths: ['record.versions'] }],
  check: ({ after, path, from, to }) =>
    from === true || to === false ? [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }] : [],
  examples: [
    {
      name: 'no longer kept',
      before: `objects: {lot: {record: {versions: true}}}`,
      after: `objects: {lot: {record: {versions: false}}}`,
      expect: ['breaking H object:lot record.versions'],
    },
    {
      name: 'no longer said',
      before: `objects: {lot: {record: {regulated: true, versions: true}}}`,
      after: `objects: {lot: {record: {regulated: true}}}`,
      expect: ['breaking H object:lot record.versions'],
    },
    {
      name: 'kept now',
      before: `objects: {lot: {record: {versions: false}}}`,
      after: `objects: {lot: {record: {versions: true}}}`,
      expect: [],
    },
  ],
});
