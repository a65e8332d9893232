import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports another form in which a complete copy of a record is made. */
export const recordExportChanged = defineChangeRule({
  id: 'record-export-changed',
  family: 'records',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['OQ-RPT'],
  approvers: { approve: ['QA', 'IT'], inform: [] },
  purpose: 'Reports another form in which a complete copy of a record is made.',
  why: 'That readable and complete copies can be given to an inspector must be shown again.',
  fix: 'Make a copy of one record in the new form and compare it with the original.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['object'], paths: ['record.export'] }],
  check: ({ after, path, from, to }) => [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }],
  examples: [
    {
      name: 'another format',
      before: `objects: {lot: {record: {export: PDF with audit trail}}}`,
      after: `objects: {lot: {record: {export: CSV}}}`,
      expect: ['risky M object:lot record.export'],
    },
    {
      name: 'another medium',
      before: `objects: {lot: {record: {export: PDF, medium: paper}}}`,
      after: `objects: {lot: {record: {export: PDF, medium: hybrid}}}`,
      expect: [],
    },
  ],
});
