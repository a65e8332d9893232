import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { lifecyclesOf } from '../../graph/queries/lifecycles-of.ts';
import { defineLint } from '../lint-rule.ts';
import { regulatedRecords, systemsOfRecord } from '../linting/regulated-record.ts';

/** Regulated records in systems that nobody validates. */
export const recordInNonGxpSystem = defineLint({
  id: 'record-in-non-gxp-system',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason: 'The record is declared as regulated, and its system as without influence on records.',
  purpose:
    'Reports a regulated record, a field or a status of it that is owned by a system classified as without influence (`gxp: none`), and a regulated output that is put together in one.',
  why: 'The record lies outside of what is validated.',
  fix: 'Classify the system by what it holds, or move the record.',
  reads: [
    'systems.gxp',
    'objects.record',
    'objects.record.regulated',
    'objects.systemOfRecord',
    'objects.field.systemOfRecord',
    'lifecycles.system',
    'lifecycles.object',
    'outputs.assembledIn',
  ],
  examples: [
    {
      name: 'the record, one of its fields, its status, and the batch record',
      spec: `
        systems: {QMS: {gxp: direct}, WIKI: {gxp: none}}
        objects:
          lot: {systemOfRecord: WIKI, record: {regulated: true}}
          ncr: {systemOfRecord: QMS, record: {regulated: true}, fields: {number: {systemOfRecord: WIKI}}}
        lifecycles: {NCR: {object: ncr, system: WIKI, initial: A, states: {A: open}}}
        outputs: {RO-1: {assembledIn: WIKI}}`,
      expect: [
        '3:25 error lot: lot, a regulated record, is owned by WIKI, which is classified as without influence on product or record.',
        '4:38 error ncr: NCR, the status of the regulated record ncr, is owned by WIKI, which is classified as without influence on product or record.',
        '4:38 error ncr: ncr.number, part of a regulated record, is owned by WIKI, which is classified as without influence on product or record.',
        '6:31 error RO-1: RO-1 is put together in WIKI, which is classified as without influence on product or record.',
      ],
    },
    {
      name: 'in a system with influence, a copy in another one, and a record that no rule asks for',
      spec: `
        systems: {QMS: {gxp: direct}, BI: {gxp: none}, MES: {gxp: indirect}}
        objects:
          lot: {systemOfRecord: MES, copies: {BI: read-only}, record: {regulated: true}}
          ncr: {systemOfRecord: QMS, record: {regulated: true}}
          chart: {systemOfRecord: BI}
        outputs: {RO-1: {assembledIn: QMS}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const { object } of regulatedRecords(model)) {
      for (const place of placesOf(model, object)) {
        const system = model.get('system', place.system);
        if (system?.attributes.gxp !== 'none') continue;
        yield {
          element: object,
          path: place.element.key === object.key ? place.path : ['record'],
          message: `${place.what} is owned by ${system.id}, which is classified as without influence on product or record.`,
          hint: `Classify ${system.id} by what it holds (\`gxp: direct\`), or let a validated system own it.`,
          subject: [place.element.id, system.id],
          related: [
            { message: `${system.id} is classified here.`, element: system, path: ['gxp'] },
            ...(place.element.key === object.key
              ? []
              : [{ message: 'The owner is named here.', element: place.element, path: place.path }]),
          ],
        };
      }
    }
    for (const output of model.ofKind('output')) {
      const system = model.get('system', output.attributes.assembledIn ?? '');
      if (system?.attributes.gxp !== 'none') continue;
      yield {
        element: output,
        path: ['assembledIn'],
        message: `${output.id} is put together in ${system.id}, which is classified as without influence on product or record.`,
        hint: `Classify ${system.id} by what it holds (\`gxp: direct\`), or put the output together in a validated system.`,
        subject: [output.id, system.id],
        related: [{ message: `${system.id} is classified here.`, element: system, path: ['gxp'] }],
      };
    }
  },
});

interface Place {
  readonly what: string;
  readonly system: string;
  readonly element: Element;
  readonly path: readonly string[];
}

/** Systems that own a record: as a whole, one of its fields, or its status. */
function placesOf(model: SpecModel, object: Element<'object'>): readonly Place[] {
  const own = [object, ...model.partsOf(object, 'field')].flatMap((element) =>
    systemsOfRecord(element).map((system) => ({
      what:
        element.key === object.key ? `${object.id}, a regulated record,` : `${element.id}, part of a regulated record,`,
      system,
      element,
      path: ['systemOfRecord'],
    })),
  );
  const statuses = lifecyclesOf(model, object.id).flatMap((lifecycle) =>
    lifecycle.attributes.system === undefined
      ? []
      : [
          {
            what: `${lifecycle.id}, the status of the regulated record ${object.id},`,
            system: lifecycle.attributes.system,
            element: lifecycle,
            path: ['system'],
          },
        ],
  );
  return [...own, ...statuses];
}
