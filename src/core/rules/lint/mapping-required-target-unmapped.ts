import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { defineLint } from '../lint-rule.ts';
import type { LintReport } from '../lint-rule.ts';
import { doesNotApply, statusOf } from '../linting/declared.ts';
import { interfaceOf, mappedFields, receiversOf, targetField } from '../linting/mapped-value.ts';
import type { MappedField } from '../linting/mapped-value.ts';
import { insistence } from '../linting/source-emptiness.ts';

/** Values on which the receiver insists, and which nobody provides. */
export const mappingRequiredTargetUnmapped = defineLint({
  id: 'mapping-required-target-unmapped',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason: 'A sketch may leave open where a value comes from.',
  purpose:
    'Reports a required value at arrival without source, constant, default or capture, and a required field of an object that an interface creates without filling it.',
  why: 'Every message is rejected, or somebody fills the field with anything.',
  fix: 'Say where the value comes from: `from`, `constant`, `derivation`, `default`, or `capture: manual`.',
  reads: [
    'interfaces.field.from',
    'interfaces.field.to',
    'interfaces.field.constant',
    'interfaces.field.derivation',
    'interfaces.field.default',
    'interfaces.field.transform',
    'interfaces.field.capture',
    'interfaces.field.required',
    'interfaces.field.write',
    'objects.field.required',
    'objects.field.default',
    'objects.field.derivation',
    'objects.field.capture',
  ],
  examples: [
    {
      name: 'a required value without source, and a new record without a required field',
      spec: `
        systems: {ERP: {}, MES: {}}
        objects: {lot: {fields: {id: {type: string, required: true}, kind: {type: code, required: true}}}}
        interfaces:
          IF-1:
            from: ERP
            to: MES
            fields:
              reason: {type: string, required: true}
              number: {from: batch, to: lot.id, type: string, write: insert}`,
      expect: [
        '8:40 error IF-1.reason: IF-1.reason must be filled, but nothing says where its value comes from.',
        '9:62 error IF-1.number: IF-1.number creates records of lot in MES, but no interface fills lot.kind there, which is required.',
      ],
    },
    {
      name: 'a source of any kind, an optional value, one entered by hand, an update, a field that fills itself or comes by another row',
      spec: `
        systems: {ERP: {}, MES: {}}
        objects:
          lot:
            fields:
              id: {type: string, required: true}
              kind: {type: code, required: true}
              site: {type: string, required: true, default: NMR}
              age: {type: integer, required: true, derivation: days since receipt}
              weighed: {type: string, required: true, capture: manual}
          order: {fields: {number: {type: string, required: true}, note: {type: text, required: true}}}
        interfaces:
          IF-1:
            from: ERP
            to: MES
            fields:
              a: {constant: "1", type: string, required: true}
              b: {derivation: sum of all, type: integer, required: true}
              c: {transform: [{now: timestamp}], type: timestamp, zone: UTC, required: true}
              d: {capture: manual, type: string, required: true}
              e: {default: "0", type: string, required: true}
              f: {type: string}
              g: {type: string, required: true, from: {notApplicable: printed on the form}}
              number: {from: batch, to: lot.id, type: string, write: insert}
              order: {from: order_no, to: order.number, type: string, write: overwrite}
          IF-2: {from: ERP, to: MES, fields: {kind: {from: kind, to: lot.kind, type: code}}}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const field of mappedFields(model)) {
      if (insistence(model, field) !== true || hasSource(field)) continue;
      yield {
        element: field,
        path: field.attributes.required === undefined ? ['to'] : ['required'],
        message: `${field.id} must be filled, but nothing says where its value comes from.`,
        hint: 'Add `from`, `constant`, `derivation` or `default`; what people enter is `capture: manual`.',
        subject: 'no source',
      };
    }
    yield* unfilledFields(model);
  },
});

function hasSource(field: MappedField): boolean {
  const { from = [], constant, derivation, capture, transform = [] } = field.attributes;
  if (from.length > 0 || constant !== undefined || derivation !== undefined || capture !== undefined) return true;
  if (field.attributes.default !== undefined || doesNotApply(field, 'from')) return true;
  return transform.some(({ now, first, lookup }) => now !== undefined || first !== undefined || lookup !== undefined);
}

/** Required fields of objects of which records are created in a system, and which no interface fills there. */
function* unfilledFields(model: SpecModel): Generator<LintReport> {
  const filled = new Set<string>();
  const creators = new Map<string, { readonly row: MappedField; readonly object: string; readonly receiver: string }>();
  for (const row of mappedFields(model)) {
    const target = targetField(model, row);
    if (target === undefined || interfaceOf(model, row) === undefined || statusOf(model, row) === 'retired') continue;
    const object = target.id.slice(0, target.id.length - target.localId.length - 1);
    for (const receiver of receiversOf(model, row)) {
      filled.add(`${receiver} ${target.id}`);
      const { write } = row.attributes;
      const key = `${receiver} ${object}`;
      if ((write === 'insert' || write === 'upsert') && !creators.has(key))
        creators.set(key, { row, object, receiver });
    }
  }
  for (const { row, object, receiver } of creators.values()) {
    const element = model.get('object', object);
    const fields = element === undefined ? [] : model.partsOf(element, 'field');
    for (const field of fields) {
      if (!mustBeFilled(field) || filled.has(`${receiver} ${field.id}`)) continue;
      yield {
        element: row,
        path: ['write'],
        message: `${row.id} creates records of ${object} in ${receiver}, but no interface fills ${field.id} there, which is required.`,
        hint: `Map ${field.id}, give it a \`default\`, or say how it is captured.`,
        subject: [receiver, field.id],
        related: [{ message: `${field.id} is required.`, element: field, path: ['required'] }],
      };
    }
  }
}

function mustBeFilled({ attributes }: Element<'field'>): boolean {
  const { required, capture, derivation } = attributes;
  return required === true && attributes.default === undefined && capture === undefined && derivation === undefined;
}
