import { conditionWords } from '../../derive/wording/condition-words.ts';
import { regulatedOutputsOf } from '../../graph/queries/regulated-outputs-of.ts';
import { requirementsOf } from '../../graph/queries/requirements-of.ts';
import type { Json } from '../../language/canonical.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { shown } from '../../rules/judging/wording.ts';
import { ROW_CHANGE } from '../compared-rows.ts';
import type { DocumentRevision } from '../document-context.ts';
import { type FactsOf, facts, flag, text } from '../fact-shape.ts';
import { inForce } from '../in-force.ts';
import { STATED, type Stated, notApplicable, stated, statedAttribute, statedList } from '../stated.ts';
import { casesOfField } from './cases-about.ts';
import { objectOf } from './objects-carried.ts';

export const FIELD_ROW = facts({
  key: text,
  change: ROW_CHANGE,
  id: text,
  interface: text,
  reply: flag,
  source: STATED,
  target: STATED,
  meaning: STATED,
  type: STATED,
  size: STATED,
  mandatory: STATED,
  unit: STATED,
  transformation: STATED,
  valueMap: STATED,
  otherwise: STATED,
  weight: STATED,
  touches: STATED,
  requirements: STATED,
  cases: STATED,
});

/** One mapped field, from the sender's end to the receiver's; `otherwise` is what happens to an empty or unknown value. */
export type FieldRow = FactsOf<typeof FIELD_ROW>;

export const FIELD_TABLE = 'Field mapping';

type Field = Element<'mapping'> | Element<'reply'>;

export function fieldRows(revision: DocumentRevision): readonly FieldRow[] {
  const { model } = revision;
  return inForce(model, 'interface').flatMap((flow) => [
    ...model.partsOf(flow, 'mapping').map((field) => fieldRow(field, flow, false, revision)),
    ...model.partsOf(flow, 'reply').map((field) => fieldRow(field, flow, true, revision)),
  ]);
}

function fieldRow(field: Field, flow: Element<'interface'>, reply: boolean, revision: DocumentRevision): FieldRow {
  const { model, graph } = revision;
  const { attributes } = field;
  const from = attributes.from ?? [];
  const object = from.length === 1 ? model.get('field', from[0] ?? '')?.attributes : undefined;
  const [sender, receiver] = reply
    ? [flow.attributes.to.join(', '), flow.attributes.from]
    : [flow.attributes.from, (attributes.for ?? flow.attributes.to).join(', ')];
  const requirements = requirementsOf(graph, field.key);
  return {
    key: field.key,
    change: 'same',
    id: field.localId,
    interface: flow.id,
    reply,
    source: sourceCell(field, sender, receiver, model),
    target: stated(`${receiver}.${attributes.to ?? field.localId}`, ''),
    meaning: statedAttribute(
      { definition: attributes.definition ?? object?.definition ?? attributes.description ?? attributes.title },
      'definition',
      'its business meaning',
    ),
    ...shapeCells(field, object, model),
    mandatory: statedAttribute(attributes, 'required', 'whether the receiver insists on a value', (required) =>
      typeof required === 'boolean' ? (required ? 'Always' : 'No') : `When ${conditionWords(required.when, model)}`,
    ),
    ...wayCells(field, model),
    weight: statedAttribute(
      attributes,
      'critical',
      'whether product or record depends on it',
      (critical) =>
        [attributes.key === true ? 'Key' : undefined, critical ? 'Critical' : undefined]
          .filter((mark) => mark !== undefined)
          .join(', ') || 'Neither',
    ),
    touches: touchesCell(field, flow, revision),
    requirements: statedList(
      [...requirements.own, ...requirements.ofParent].map(({ id }) => id),
      'a requirement that it serves',
    ),
    cases: casesOfField(field, revision),
  };
}

function sourceCell(field: Field, sender: string, receiver: string, model: SpecModel): Stated {
  const { from = [], constant, derivation, capture } = field.attributes;
  if (constant !== undefined) return stated(`Constant ${shown(constant as Json)}`, '');
  const named = from.map((source) =>
    source === 'message'
      ? 'the name of the message'
      : model.get('lifecycle', source) === undefined
        ? `${sender}: ${source}`
        : `${sender}: status of ${source}`,
  );
  if (named.length > 0) return stated([...named, ...(derivation === undefined ? [] : [derivation])].join('; '), '');
  if (derivation !== undefined) return stated(`Derived: ${derivation}`, '');
  return stated(capture === undefined ? undefined : `Entered in ${receiver}: ${capture}`, 'where it comes from');
}

type ObjectField = Element<'field'>['attributes'] | undefined;

/** Kinds of value whose length means something. */
const TEXTS: ReadonlySet<string> = new Set(['string', 'text', 'reference']);

function shapeCells(field: Field, object: ObjectField, model: SpecModel): Pick<FieldRow, 'type' | 'size' | 'unit'> {
  const { attributes } = field;
  const { source } = attributes;
  const status = (attributes.from ?? []).some((name) => model.get('lifecycle', name) !== undefined);
  const message = (attributes.from ?? []).includes('message');
  const sourceType = source?.type ?? object?.type ?? (status ? 'status' : message ? 'name' : undefined);
  const type = attributes.type ?? sourceType;
  const numeric = type === 'decimal' || type === 'integer';
  return {
    type: pair(sourceType, attributes.type, 'kind of value'),
    size:
      type === 'decimal'
        ? pair(digitWords(source ?? object, object), digitWords(attributes), 'precision')
        : type !== undefined && !TEXTS.has(type)
          ? notApplicable(`${type === 'integer' ? 'an integer' : `a ${type}`} has no length`)
          : pair(said(source?.length ?? object?.length), said(attributes.length), 'length'),
    unit:
      type !== undefined && !numeric
        ? notApplicable('no quantity')
        : type === 'integer' &&
            attributes.unit === undefined &&
            source?.unit === undefined &&
            object?.unit === undefined
          ? notApplicable('an integer, declared without unit')
          : pair(unitWords(source?.unit ?? object?.unit), unitWords(attributes.unit), 'unit'),
  };
}

/** `A → B`; one end that is not declared is loud, and both of them are a gap. */
function pair(from: string | undefined, to: string | undefined, what: string): Stated {
  if (from === undefined && to === undefined) return stated(undefined, what);
  return stated(from === to ? from : `${from ?? 'NOT DECLARED'} → ${to ?? 'NOT DECLARED'}`, '');
}

interface Precision {
  readonly decimals?: number;
  readonly digits?: number;
}

function digitWords(own: Precision | undefined, beside?: Precision): string | undefined {
  const decimals = own?.decimals ?? beside?.decimals;
  const digits = own?.digits ?? beside?.digits;
  const words = [
    decimals === undefined ? undefined : `${decimals} decimals`,
    digits === undefined ? undefined : `${digits} digits`,
  ].filter((word) => word !== undefined);
  return words.length === 0 ? undefined : words.join(', ');
}

function unitWords(unit: string | { readonly field: string } | undefined): string | undefined {
  return unit === undefined || typeof unit === 'string' ? unit : `as in ${unit.field}`;
}

function said(value: number | undefined): string | undefined {
  return value === undefined ? undefined : `${value}`;
}

function wayCells(field: Field, model: SpecModel): Pick<FieldRow, 'transformation' | 'valueMap' | 'otherwise'> {
  const { attributes } = field;
  const { conversion, crosswalk, transform = [], map, uses = [], lossy } = attributes;
  const steps = [
    ...(crosswalk === undefined ? [] : [`looked up in ${crosswalk}`]),
    ...(conversion === undefined ? [] : [`converted by ${conversion}`]),
    ...transform.map((step) => shown(step as Json)),
    ...(lossy === undefined ? [] : [`loses information: ${lossy.reason}`]),
    ...(attributes.when === undefined ? [] : [`only when ${conditionWords(attributes.when, model)}`]),
  ];
  const sets = uses.filter((name) => model.get('set', name) !== undefined);
  const coded = attributes.type === 'code' || map !== undefined || sets.length > 0;
  return {
    transformation: stated(steps.length === 0 ? 'None: as it is' : steps.join('; '), ''),
    valueMap: coded
      ? statedList(
          [...(map === undefined ? [] : [map]), ...sets.map((set) => `judged by set ${set}`)].concat(
            map === undefined && crosswalk === undefined && sets.length === 0 ? ['None: codes travel as they are'] : [],
            map === undefined && crosswalk !== undefined && sets.length === 0 ? [`through ${crosswalk}`] : [],
          ),
          '',
        )
      : notApplicable('no code'),
    otherwise: otherwiseCell(field, model),
  };
}

function otherwiseCell(field: Field, model: SpecModel): Stated {
  const { attributes } = field;
  const map = attributes.map === undefined ? undefined : model.get('value-map', attributes.map)?.attributes.unknown;
  const table =
    attributes.crosswalk === undefined ? undefined : model.get('crosswalk', attributes.crosswalk)?.attributes.unknown;
  const rules = [
    attributes.default === undefined ? undefined : `default ${shown(attributes.default as Json)}`,
    attributes.whenEmpty === undefined ? undefined : `empty: ${attributes.whenEmpty}`,
    map === undefined ? undefined : `unknown code: ${typeof map === 'string' ? map : `becomes ${map.default}`}`,
    table === undefined ? undefined : `unknown key: ${table}`,
    attributes.tooLong === undefined ? undefined : `too long: ${attributes.tooLong}`,
    attributes.onError === undefined ? undefined : `error: ${attributes.onError}`,
  ].filter((rule) => rule !== undefined);
  if (rules.length > 0) return stated(rules.join('; '), '');
  return attributes.required === true
    ? stated('No default: the receiver insists on a value', '')
    : statedAttribute(attributes, 'whenEmpty', 'what happens to an empty or unknown value');
}

/** Outputs, evidence links and audit trails that depend on the value; a zero says what was looked at. */
function touchesCell(field: Field, flow: Element<'interface'>, { model, graph }: DocumentRevision): Stated {
  const outputs = regulatedOutputsOf(model, graph, field.key);
  const approvals = outputs.flatMap(({ attributes }) => attributes.approvals ?? []);
  const links = inForce(model, 'evidence-link').filter(
    ({ attributes }) => attributes.via === flow.id && attributes.key?.includes(field.localId) === true,
  );
  const objects = [...new Set((field.attributes.from ?? []).map((source) => objectOf(source, model)))].filter((id) => {
    const trail = id === undefined ? undefined : model.get('object', id)?.attributes.record?.auditTrail;
    return trail !== undefined && trail !== 'none';
  });
  const found = [
    ...(outputs.length === 0 ? [] : [`record ${outputs.map(({ id }) => id).join(', ')}`]),
    ...(approvals.length === 0 ? [] : [`approval ${[...new Set(approvals)].join(', ')}`]),
    ...(objects.length === 0 ? [] : [`audit trail of ${objects.join(', ')}`]),
    ...(links.length === 0 ? [] : [`evidence ${links.map(({ id }) => id).join(', ')}`]),
  ];
  return stated(
    found.length > 0
      ? found.join('; ')
      : `None of ${model.ofKind('output').length} outputs and ${model.ofKind('evidence-link').length} evidence links`,
    '',
  );
}
