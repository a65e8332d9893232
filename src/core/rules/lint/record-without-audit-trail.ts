import { defineLint } from '../lint-rule.ts';
import { regulatedRecords } from '../linting/regulated-record.ts';

/** Regulated records of which changes are not recorded. */
export const recordWithoutAuditTrail = defineLint({
  id: 'record-without-audit-trail',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason: 'A sketch may leave the audit trail out; a regulated record that says `none` contradicts itself.',
  purpose: 'Reports a regulated electronic record whose audit trail is not declared, or is declared as none.',
  why: 'Changes of the record cannot be attributed to anybody.',
  fix: 'Declare `auditTrail` with its fields, acts and review, or say why there is none.',
  reads: ['objects.record', 'objects.record.regulated', 'objects.record.auditTrail', 'objects.record.medium'],
  examples: [
    {
      name: 'not declared, and none',
      spec: `
        objects:
          lot: {record: {regulated: true}}
          ncr: {record: {regulated: true, medium: hybrid, auditTrail: none}}`,
      expect: [
        '2:9 error lot: lot is a regulated record and declares no audit trail.',
        '3:63 error ncr: ncr is a regulated record and has no audit trail.',
      ],
    },
    {
      name: 'none contradicts even in a sketch',
      spec: `
        objects:
          lot: {record: {regulated: true}}
          ncr: {record: {regulated: true, auditTrail: none}}`,
      project: 'profile: sketch',
      expect: ['3:47 error ncr: ncr is a regulated record and has no audit trail.'],
    },
    {
      name: 'declared, answered, on paper, or not regulated',
      spec: `
        objects:
          lot: {record: {regulated: true, auditTrail: {fields: all}}}
          ncr: {record: {regulated: true, auditTrail: {notApplicable: written once by the equipment}}}
          form: {record: {regulated: true, medium: paper}}
          note: {record: {auditTrail: none}}
          part: {}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const { object, record } of regulatedRecords(model)) {
      if (record.medium === 'paper' || 'auditTrail' in (record.notApplicable ?? {})) continue;
      if (record.auditTrail === 'none') {
        yield {
          element: object,
          path: ['record', 'auditTrail'],
          message: `${object.id} is a regulated record and has no audit trail.`,
          hint: 'Declare `auditTrail: {fields: all}`, or say why there is none: `auditTrail: {notApplicable: why}`.',
          subject: 'none',
          stance: 'contradiction' as const,
          related: [{ message: 'It is declared as regulated here.', element: object, path: ['record', 'regulated'] }],
        };
      } else if (record.auditTrail === undefined) {
        yield {
          element: object,
          path: ['record'],
          part: 'key' as const,
          message: `${object.id} is a regulated record and declares no audit trail.`,
          hint: 'Declare `auditTrail: {fields: all, review: …}`, or `auditTrail: {notApplicable: why}`.',
          subject: 'not declared',
        };
      }
    }
  },
});
