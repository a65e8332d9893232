import { defineLint } from '../lint-rule.ts';
import { regulatedRecords } from '../linting/regulated-record.ts';

/** Regulated records of which nobody says how a complete copy is made. */
export const recordExportUndefined = defineLint({
  id: 'record-export-undefined',
  source: 'lint',
  judges: 'model',
  severity: 'warning',
  stance: 'expectation',
  stanceReason: 'A sketch need not say how records are copied.',
  purpose: 'Reports a regulated electronic record of which no complete and readable copy is defined.',
  why: 'An inspector asks for a copy; what it lacks cannot be shown.',
  fix: 'Say in `export` in which form the copy is made, audit trail and signatures included.',
  reads: ['objects.record.regulated', 'objects.record.export', 'objects.record.medium'],
  examples: [
    {
      name: 'no copy is defined',
      spec: 'objects: {lot: {record: {regulated: true}}}',
      expect: ['1:17 warning lot: Nothing says how a complete and readable copy of lot, a regulated record, is made.'],
    },
    {
      name: 'defined, answered, on paper, or not regulated',
      spec: `
        objects:
          lot: {record: {regulated: true, export: PDF with audit trail and signatures}}
          ncr: {record: {regulated: true, export: {notApplicable: shown on the screen in the plant}}}
          form: {record: {regulated: true, medium: paper}}
          note: {}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const { object, record } of regulatedRecords(model)) {
      if (record.medium === 'paper' || record.export !== undefined || 'export' in (record.notApplicable ?? {}))
        continue;
      yield {
        element: object,
        path: ['record'],
        part: 'key' as const,
        message: `Nothing says how a complete and readable copy of ${object.id}, a regulated record, is made.`,
        hint: 'Add `export: …` with the form of the copy.',
        subject: 'export',
      };
    }
  },
});
