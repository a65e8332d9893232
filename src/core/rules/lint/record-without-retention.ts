import { defineLint } from '../lint-rule.ts';
import type { LintReport } from '../lint-rule.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { keepingOf, regulatedRecords, systemsOfRecord } from '../linting/regulated-record.ts';
import type { RegulatedRecord } from '../linting/regulated-record.ts';
import { isShorter } from '../linting/shorter-time.ts';

/** Regulated records of which nobody knows how long they are kept. */
export const recordWithoutRetention = defineLint({
  id: 'record-without-retention',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason: 'A sketch need not say how long records are kept.',
  purpose:
    'Reports a regulated record without a retention period, with a period that nothing starts, or kept longer than its system keeps records while no archive is named.',
  why: 'What nobody has promised to keep is gone when it has to be defended.',
  fix: 'Declare `retention` with period and start, and the archive where the system does not keep it so long.',
  reads: [
    'objects.record',
    'objects.record.regulated',
    'objects.record.retention',
    'objects.retention.period',
    'objects.retention.from',
    'objects.retention.archive',
    'objects.systemOfRecord',
    'systems.retention',
  ],
  examples: [
    {
      name: 'no period, no start, and no archive for what the system does not keep so long',
      spec: `
        systems: {QMS: {retention: 10 y}}
        objects:
          lot: {systemOfRecord: QMS, record: {regulated: true, retention: {period: 120 months}}}
          ncr: {systemOfRecord: QMS, record: {regulated: true, retention: {period: 15 y, from: closure}}}
          part: {record: {regulated: true}}`,
      expect: [
        '3:76 error lot: lot is kept for 120 months, and nothing says from when.',
        '4:76 error ncr: ncr is kept for 15 y, but QMS keeps its records for 10 y, and no archive is named.',
        '5:10 error part: Nothing says how long part, a regulated record, is kept.',
      ],
    },
    {
      name: 'by its own words, by its system, in an archive, answered, or not regulated',
      spec: `
        systems: {QMS: {retention: 10 y}}
        objects:
          lot: {systemOfRecord: QMS, record: {regulated: true, retention: {period: 120 months, from: shipment}}}
          ncr: {systemOfRecord: QMS, record: {regulated: true, retention: {period: 15 y, from: closure, archive: Site archive}}}
          capa: {systemOfRecord: QMS, record: {regulated: true}}
          form: {record: {regulated: true, retention: {notApplicable: kept for ever}}}
          scrap: {systemOfRecord: QMS, record: {regulated: true, retention: {period: 10 y, from: {notApplicable: the period of the system}}}}
          note: {}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const record of regulatedRecords(model)) yield* reportsOf(model, record);
  },
});

function* reportsOf(model: SpecModel, { object, record }: RegulatedRecord): Generator<LintReport> {
  const { retention } = record;
  if (retention === undefined) {
    if ('retention' in (record.notApplicable ?? {})) return;
    const silent = systemsOfRecord(object).filter((id) => model.get('system', id)?.attributes.retention === undefined);
    if (keepingOf(model, object).length > 0 && silent.length === 0) return;
    yield {
      element: object,
      path: ['record'],
      part: 'key',
      message: `Nothing says how long ${object.id}, a regulated record, is kept.`,
      hint: 'Declare `retention: {period: …, from: …}`, or `retention` of the system that owns it.',
      subject: 'period',
    };
    return;
  }
  const answered = retention.notApplicable ?? {};
  if (retention.from === undefined && !('from' in answered)) {
    yield {
      element: object,
      path: ['record', 'retention', 'period'],
      message: `${object.id} is kept for ${retention.period}, and nothing says from when.`,
      hint: 'Name the step or the event that starts the period: `from: …`.',
      subject: ['from', retention.period],
    };
  }
  if (retention.archive !== undefined || 'archive' in answered) return;
  for (const id of systemsOfRecord(object)) {
    const system = model.get('system', id);
    const kept = system?.attributes.retention;
    if (system === undefined || kept === undefined || !isShorter(kept, retention.period)) continue;
    yield {
      element: object,
      path: ['record', 'retention', 'period'],
      message: `${object.id} is kept for ${retention.period}, but ${id} keeps its records for ${kept}, and no archive is named.`,
      hint: 'Name where the records go then: `archive: …`.',
      subject: ['archive', retention.period, id, kept],
      related: [{ message: `${id} keeps its records for ${kept}.`, element: system, path: ['retention'] }],
    };
  }
}
