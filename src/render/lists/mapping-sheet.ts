import type { Json } from '../../core/language/canonical.ts';
import type { Element, ElementKey } from '../../core/model/element.ts';
import type { SpecModel } from '../../core/model/spec-model.ts';
import { shown } from '../../core/rules/judging/wording.ts';
import { shownValue } from '../shown.ts';
import {
  type ColumnOf,
  idColumn,
  linesColumn,
  NOT_DECLARED,
  numberColumn,
  textColumn,
  type Worksheet,
  type WorksheetCell,
  worksheetOf,
} from './worksheet.ts';
import { names } from './trace-sheets.ts';

/** A mapped field with the flow that carries it, and what is declared of its source. */
interface MappingRow {
  readonly flow: Element<'interface'>;
  readonly field: Element<'mapping'> | Element<'reply'>;
  readonly source: SourceEnd;
}

/** What the sender holds: what the interface says of it, else what the field of the object says. */
interface SourceEnd {
  readonly type: string | undefined;
  readonly length: number | undefined;
  readonly digits: number | undefined;
  readonly decimals: number | undefined;
  readonly unit: Unit;
  readonly zone: string | undefined;
  readonly codes: string | undefined;
}

type Unit = string | { readonly field: string } | undefined;

/** One row for each mapped field of each interface, what comes back in a reply included. */
export function mappingSheet(model: SpecModel, shows: (key: ElementKey) => boolean, whole: string): Worksheet {
  const rows = model
    .ofKind('interface')
    .flatMap((flow) => [
      ...model.partsOf(flow, 'mapping').map((field) => rowOf(flow, field, model)),
      ...model.partsOf(flow, 'reply').map((field) => rowOf(flow, field, model)),
    ]);
  const wanted = rows.filter(({ flow, field }) => shows(flow.key) || shows(field.key));
  return worksheetOf({ name: 'Field mappings', keys: 2, whole }, columnsOf(model), wanted);
}

function rowOf(flow: Element<'interface'>, field: MappingRow['field'], model: SpecModel): MappingRow {
  const { source, from = [] } = field.attributes;
  const [only] = from;
  const object = from.length === 1 && only !== undefined ? model.get('field', only)?.attributes : undefined;
  // The status of a lifecycle is a code; which ones, the lifecycle itself says.
  const status = from.length === 1 && only !== undefined && model.get('lifecycle', only) !== undefined;
  return {
    flow,
    field,
    source: {
      type: source?.type ?? object?.type ?? (status ? 'code' : undefined),
      length: source?.length ?? object?.length,
      digits: source?.digits ?? object?.digits,
      decimals: source?.decimals ?? object?.decimals,
      unit: source?.unit ?? object?.unit,
      zone: source?.zone ?? object?.zone,
      codes: source?.codes ?? object?.codes ?? (status ? only : undefined),
    },
  };
}

const MEASURED = {
  length: ['string', 'text', 'reference'],
  decimals: ['decimal'],
  unit: ['decimal'],
  zone: ['time', 'timestamp'],
  codes: ['code'],
} as const satisfies Record<string, readonly string[]>;

/** The value, that it is not declared where a value of this type has one, or nothing where it has none. */
function measured(what: keyof typeof MEASURED, type: string | undefined, value: WorksheetCell): WorksheetCell {
  return (
    value ?? (type !== undefined && (MEASURED[what] as readonly string[]).includes(type) ? NOT_DECLARED : undefined)
  );
}

function unitText(unit: Unit): string | undefined {
  return unit === undefined || typeof unit === 'string' ? unit : `as in ${unit.field}`;
}

function yes(value: boolean | undefined): WorksheetCell {
  return value === undefined ? NOT_DECLARED : value ? 'yes' : 'no';
}

/** A value that has a source holds what comes from it; one that has none is told by how it comes to be. */
function hasSource({ field: { attributes } }: MappingRow): boolean {
  return attributes.from !== undefined;
}

function columnsOf(model: SpecModel): readonly ColumnOf<MappingRow>[] {
  return [
    idColumn('interface', 14, ({ flow }) => flow.id),
    idColumn('field', 22, ({ field }) => field.localId),
    textColumn('direction', 12, ({ field }) => (field.kind === 'reply' ? 'reply' : 'message')),
    idColumn('from system', 14, ({ flow, field }) =>
      names(field.kind === 'reply' ? flow.attributes.to : [flow.attributes.from]),
    ),
    idColumn('to system', 14, ({ flow, field }) =>
      names(field.attributes.for ?? (field.kind === 'reply' ? [flow.attributes.from] : flow.attributes.to)),
    ),
    linesColumn('source', 26, sourceText),
    textColumn('source type', 14, (row) => row.source.type ?? (hasSource(row) ? NOT_DECLARED : undefined)),
    numberColumn('source length', 14, ({ source }) => measured('length', source.type, source.length)),
    numberColumn('source digits', 10, ({ source }) => source.digits),
    numberColumn('source decimals', 14, ({ source }) => measured('decimals', source.type, source.decimals)),
    textColumn('source unit', 14, ({ source }) => measured('unit', source.type, unitText(source.unit))),
    textColumn('source zone', 14, ({ source }) => measured('zone', source.type, source.zone)),
    idColumn('source codes', 18, ({ source }) => measured('codes', source.type, source.codes)),
    idColumn('target', 26, ({ field }) => field.attributes.to ?? field.localId),
    textColumn('target type', 14, ({ field }) => field.attributes.type ?? NOT_DECLARED),
    ...targetColumns(),
    textColumn('required', 18, ({ field }) => requiredText(field.attributes.required)),
    textColumn('key', 8, ({ field }) => (field.attributes.key === true ? 'yes' : 'no')),
    textColumn('critical', 14, ({ field }) => yes(field.attributes.critical)),
    linesColumn('transformation', 30, ({ field }) => stepsText(field.attributes.transform)),
    idColumn('value map', 16, ({ field }) => field.attributes.map),
    linesColumn('value pairs', 30, ({ field }) => pairsText(field.attributes.map, model)),
    textColumn('unknown code', 14, ({ field }) => unknownText(field.attributes.map, model)),
    idColumn('conversion', 16, ({ field }) => field.attributes.conversion),
    idColumn('crosswalk', 16, ({ field }) => field.attributes.crosswalk),
    textColumn('filled when', 28, ({ field }) => valueText(field.attributes.when)),
    textColumn('default', 14, ({ field }) => valueText(field.attributes.default)),
    textColumn('when empty', 14, ({ field }) => field.attributes.whenEmpty ?? NOT_DECLARED),
    textColumn('too long', 12, ({ field }) => field.attributes.tooLong),
    textColumn('on error', 12, ({ field }) => field.attributes.onError),
    textColumn('write', 14, ({ field }) => field.attributes.write ?? NOT_DECLARED),
    linesColumn('information lost because', 30, ({ field }) => field.attributes.lossy?.reason),
    linesColumn('meaning', 34, ({ field }) => field.attributes.definition),
    idColumn('requirements', 20, ({ field }) => names(field.attributes.satisfies ?? [])),
    idColumn('spec file', 34, ({ field }) => field.file),
  ];
}

function targetColumns(): readonly ColumnOf<MappingRow>[] {
  return [
    numberColumn('target length', 14, ({ field: { attributes: a } }) => measured('length', a.type, a.length)),
    numberColumn('target digits', 10, ({ field }) => field.attributes.digits),
    numberColumn('target decimals', 14, ({ field: { attributes: a } }) => measured('decimals', a.type, a.decimals)),
    textColumn('target unit', 14, ({ field: { attributes: a } }) => measured('unit', a.type, unitText(a.unit))),
    textColumn('target zone', 14, ({ field: { attributes: a } }) => measured('zone', a.type, a.zone)),
    idColumn('target codes', 18, ({ field: { attributes: a } }) =>
      a.map === undefined ? measured('codes', a.type, a.codes) : a.codes,
    ),
  ];
}

function sourceText({ field: { attributes } }: MappingRow): WorksheetCell {
  if (attributes.constant !== undefined) return `constant ${shownValue(attributes.constant)}`;
  if (attributes.from !== undefined) return attributes.from.join('\n');
  if (attributes.derivation !== undefined) return attributes.derivation;
  return attributes.capture === undefined ? NOT_DECLARED : `entered: ${attributes.capture}`;
}

function requiredText(required: boolean | { readonly when: unknown } | undefined): WorksheetCell {
  return typeof required === 'object' ? `when ${shown(required.when as Json)}` : yes(required);
}

/** One step a line, in the order in which they are taken. */
function stepsText(steps: readonly object[] | undefined): string | undefined {
  return steps
    ?.flatMap((step) => Object.entries(step).map(([name, value]) => `${name}: ${shownValue(value)}`))
    .join('\n');
}

function pairsText(map: string | undefined, model: SpecModel): WorksheetCell {
  const pairs = map === undefined ? undefined : model.get('value-map', map)?.attributes.map;
  if (pairs === undefined) return undefined;
  return Object.entries(pairs)
    .map(([from, to]) => `${from} → ${to}`)
    .join('\n');
}

function unknownText(map: string | undefined, model: SpecModel): WorksheetCell {
  const found = map === undefined ? undefined : model.get('value-map', map)?.attributes;
  if (found === undefined) return undefined;
  const { unknown } = found;
  if (unknown === undefined) return NOT_DECLARED;
  return typeof unknown === 'string' ? unknown : `default ${unknown.default}`;
}

function valueText(value: unknown): string | undefined {
  return value === undefined ? undefined : shown(value as Json);
}
