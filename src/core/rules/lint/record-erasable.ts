import { listed } from '../judging/wording.ts';
import { defineLint } from '../lint-rule.ts';
import type { LintReport } from '../lint-rule.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { statusOf } from '../linting/declared.ts';
import { mappedFields } from '../linting/mapped-value.ts';
import type { MappedField } from '../linting/mapped-value.ts';
import { regulatedRecords } from '../linting/regulated-record.ts';
import type { RegulatedRecord } from '../linting/regulated-record.ts';

/** Regulated records of which the original can be lost. */
export const recordErasable = defineLint({
  id: 'record-erasable',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'contradiction',
  stanceReason:
    'What can be erased, and that a rule asks for it, are both declared; where nothing is said, it is expected.',
  purpose:
    'Reports a regulated record that can be deleted or overwritten: by its own declaration, by the right of a role, or by an interface. One that says nothing about it is a warning.',
  why: 'The original is lost, and with it the proof.',
  fix: 'Declare `erasable: false` and take away what could delete it.',
  reads: [
    'objects.record',
    'objects.record.regulated',
    'objects.record.erasable',
    'roles.rights.delete',
    'interfaces.field.write',
    'interfaces.field.to',
  ],
  examples: [
    {
      name: 'erasable by its own words, by a role, by an interface, and not declared',
      spec: `
        systems: {QMS: {}, ERP: {}}
        roles: {QA: {may: {delete: [ncr]}}}
        objects:
          lot: {record: {regulated: true, erasable: true}}
          ncr: {record: {regulated: true, erasable: false}, fields: {number: {}}}
          capa: {record: {regulated: true}}
        interfaces: {IF-1: {from: ERP, to: QMS, fields: {number: {from: number, to: ncr.number, write: delete}}}}`,
      expect: [
        '4:45 error lot: lot is a regulated record and can be deleted or overwritten.',
        '5:9 error ncr: IF-1.number deletes values of ncr.number, which belongs to a regulated record.',
        '5:9 error ncr: QA may delete ncr, a regulated record.',
        '6:10 warning capa: Nothing says whether capa, a regulated record, can be deleted or overwritten.',
      ],
    },
    {
      name: 'not erasable, answered, or not regulated',
      spec: `
        systems: {QMS: {}, ERP: {}}
        roles: {QA: {may: {delete: [note], edit: [lot]}}}
        objects:
          lot: {record: {regulated: true, erasable: false}, fields: {number: {}}}
          form: {record: {regulated: true, erasable: {notApplicable: kept on paper}}}
          note: {record: {erasable: true}}
        interfaces: {IF-1: {from: ERP, to: QMS, fields: {number: {from: number, to: lot.number, write: upsert}}}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    const deleting = mappedFields(model).filter(
      (field) => field.attributes.write === 'delete' && statusOf(model, field) !== 'retired',
    );
    for (const record of regulatedRecords(model)) yield* reportsOf(model, record, deleting);
  },
});

function* reportsOf(
  model: SpecModel,
  { object, record }: RegulatedRecord,
  deleting: readonly MappedField[],
): Generator<LintReport> {
  const own = new Set([object.id, ...model.partsOf(object, 'field').map(({ id }) => id)]);
  const ownEntry = (name: string): boolean => own.has(name.replace(/^[A-Za-z]+:/u, ''));
  if (record.erasable === true) {
    yield {
      element: object,
      path: ['record', 'erasable'],
      message: `${object.id} is a regulated record and can be deleted or overwritten.`,
      hint: 'Make it impossible and write `erasable: false`.',
      subject: 'declared',
    };
  } else if (record.erasable === undefined && !('erasable' in (record.notApplicable ?? {}))) {
    yield {
      element: object,
      path: ['record'],
      part: 'key',
      message: `Nothing says whether ${object.id}, a regulated record, can be deleted or overwritten.`,
      hint: 'Write `erasable: false` where the system prevents it.',
      subject: 'not declared',
      severity: 'warning',
      stance: 'expectation',
    };
  }
  for (const role of model.ofKind('role')) {
    const named = (role.attributes.may?.delete ?? []).filter(ownEntry);
    if (named.length === 0 || statusOf(model, role) === 'retired') continue;
    yield {
      element: object,
      path: ['record'],
      part: 'key',
      message: `${role.id} may delete ${listed(named)}, a regulated record.`,
      hint: `Take the right from ${role.id}.`,
      subject: ['role', role.id, named],
      related: [{ message: 'The right is given here.', element: role, path: ['may', 'delete'] }],
    };
  }
  for (const field of deleting) {
    const { to } = field.attributes;
    if (to === undefined || !ownEntry(to)) continue;
    yield {
      element: object,
      path: ['record'],
      part: 'key',
      message: `${field.id} deletes values of ${to}, which belongs to a regulated record.`,
      hint: 'Let the interface write a new version instead: `write: upsert`.',
      subject: ['interface', field.id],
      related: [{ message: 'It deletes here.', element: field, path: ['write'] }],
    };
  }
}
