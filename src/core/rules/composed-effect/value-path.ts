import Fraction from 'fraction.js';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { bridgeOf } from '../../derive/values/conversion-values.ts';
import type { Bridge, Rounding } from '../../derive/values/conversion-values.ts';
import { codeSpace } from '../linting/code-space.ts';
import type { CodeSpace } from '../linting/code-space.ts';
import { interfaceOf } from '../linting/mapped-value.ts';
import type { MappedField } from '../linting/mapped-value.ts';
import { isNumeric } from '../linting/value-type.ts';

type FieldAttributes = Element<'field'>['attributes'];
export type TransformStep = NonNullable<MappedField['attributes']['transform']>[number];

/** What a source says of its values. */
export interface Source {
  readonly name: string;
  /** The field, lifecycle or interface that the name leads to; undefined for a plain name of the sender. */
  readonly element: Element | undefined;
  readonly facts: Pick<
    FieldAttributes,
    'type' | 'length' | 'digits' | 'decimals' | 'unit' | 'min' | 'max' | 'many' | 'required' | 'default'
  >;
  /** It holds numbers: by its type; where that is open, by its unit, its digits, or what is done to it. */
  readonly numeric: boolean;
  /** The codes that it can hold, where a list, a lifecycle or the messages of the interface say so. */
  readonly codes: { readonly ids: readonly string[]; readonly open: boolean; readonly noun: string } | undefined;
}

/** One step on the way, in the order of the language. */
export type PathStep =
  | { readonly kind: 'map'; readonly map: Element<'value-map'> }
  | {
      readonly kind: 'convert';
      readonly id: string;
      readonly factor: Fraction;
      readonly offset: Fraction;
      readonly bridge: Bridge | undefined;
    }
  | { readonly kind: 'round'; readonly rounding: Rounding }
  | { readonly kind: 'transform'; readonly step: TransformStep }
  | { readonly kind: 'opaque'; readonly why: string };

/** What the receiver takes. */
export interface Arrival {
  readonly facts: Pick<FieldAttributes, 'type' | 'length' | 'digits' | 'decimals' | 'unit' | 'min' | 'max'>;
  readonly tooLong: 'reject' | 'truncate' | undefined;
  readonly codes: CodeSpace | undefined;
}

/** The whole way of one mapped field in one revision. */
export interface ValuePath {
  readonly model: SpecModel;
  readonly field: MappedField;
  readonly constant: string | undefined;
  readonly sources: readonly Source[];
  readonly steps: readonly PathStep[];
  readonly arrival: Arrival;
  /** Why no value can be followed at all. */
  readonly opaque: string | undefined;
  /** Everything on the way, the mapped field first. */
  readonly elements: readonly Element[];
}

/** Reads the way of a mapped field: source, value map, conversion, crosswalk, steps, target. */
export function valuePath(model: SpecModel, field: MappedField): ValuePath {
  const { constant, derivation, from = [], to, codes, tooLong } = field.attributes;
  const names = [...new Set([...from, ...(field.attributes.transform ?? []).flatMap(({ first }) => first ?? [])])];
  const sources = names.map((name) => readSource(model, field, name));
  const target = to === undefined ? undefined : model.get('field', to);
  const known = target?.attributes ?? {};
  const own = field.attributes;
  const facts = pick({ ...known, ...own }, ['type', 'length', 'digits', 'decimals', 'unit', 'min', 'max']);
  const steps = [...stepsOf(model, field)];
  const table = own.map === undefined ? undefined : model.get('value-map', own.map);
  const taken = codes ?? target?.attributes.codes ?? table?.attributes.to;
  const lists = [taken, ...from.map((name) => listOf(model, field, name))];
  return {
    model,
    field,
    constant,
    sources,
    steps,
    arrival: { facts, tooLong, codes: codeSpace(model, taken) },
    opaque: opacity(derivation, constant, sources, steps),
    elements: [
      field,
      interfaceOf(model, field),
      ...sources.map(({ element }) => element),
      target,
      ...steps.map((step) => (step.kind === 'map' ? step.map : undefined)),
      own.conversion === undefined ? undefined : model.get('conversion', own.conversion),
      ...steps.map((step) =>
        step.kind === 'convert' && step.bridge ? model.get('field', step.bridge.field) : undefined,
      ),
      own.crosswalk === undefined ? undefined : model.get('crosswalk', own.crosswalk),
      ...lists.map((list) => codeSpace(model, list)?.owner),
      ...unitsOf(model, [facts.unit, ...sources.map((source) => source.facts.unit)]),
    ].filter((element, at, all): element is Element => element !== undefined && all.indexOf(element) === at),
  };
}

function opacity(
  derivation: string | undefined,
  constant: string | undefined,
  sources: readonly Source[],
  steps: readonly PathStep[],
): string | undefined {
  if (derivation !== undefined) return `the value is a formula in words: ${derivation}`;
  if (constant === undefined && sources.length === 0) return 'it has no source: the value is entered at the receiver';
  const blind = steps.find((step) => step.kind === 'opaque');
  return blind?.why;
}

function readSource(model: SpecModel, field: MappedField, name: string): Source {
  const origin = model.get('field', name);
  const lifecycle = origin === undefined ? model.get('lifecycle', name) : undefined;
  const flow = origin === undefined && name === 'message' ? interfaceOf(model, field) : undefined;
  const { zone: _zone, resolution: _resolution, codes: _codes, ...said } = field.attributes.source ?? {};
  const known = origin?.attributes ?? (lifecycle === undefined && flow === undefined ? {} : { type: 'code' as const });
  const facts = pick({ ...known, ...said }, [
    'type',
    'length',
    'digits',
    'decimals',
    'unit',
    'min',
    'max',
    'many',
    'required',
    'default',
  ]);
  const element = origin ?? lifecycle ?? flow;
  return { name, element, facts, numeric: holdsNumbers(facts, field), codes: codesOf(model, field, name, flow) };
}

function holdsNumbers({ type, unit, decimals, digits }: Source['facts'], { attributes }: MappedField): boolean {
  if (type !== undefined) return isNumeric(type);
  if (unit !== undefined || decimals !== undefined || digits !== undefined) return true;
  if (attributes.map !== undefined || attributes.crosswalk !== undefined) return false;
  return attributes.conversion !== undefined || (attributes.type !== undefined && isNumeric(attributes.type));
}

function codesOf(
  model: SpecModel,
  field: MappedField,
  name: string,
  flow: Element<'interface'> | undefined,
): Source['codes'] {
  if (flow !== undefined) {
    const ids = model.partsOf(flow, 'message').map(({ localId }) => localId);
    return ids.length === 0 ? undefined : { ids, open: false, noun: `a message of ${flow.id}` };
  }
  const space = codeSpace(model, listOf(model, field, name));
  return space && { ids: space.codes.map(({ id }) => id), open: space.open, noun: `in ${space.noun}` };
}

/** The list of a source: its own, else the lifecycle that it is, else the one that the value map reads. */
function listOf(model: SpecModel, { attributes }: MappedField, name: string): string | undefined {
  const own = attributes.source?.codes ?? model.get('field', name)?.attributes.codes;
  if (own !== undefined) return own;
  if (model.get('field', name) === undefined && model.get('lifecycle', name) !== undefined) return name;
  return attributes.map === undefined ? undefined : model.get('value-map', attributes.map)?.attributes.from;
}

function* stepsOf(model: SpecModel, { attributes }: MappedField): Generator<PathStep> {
  const { map, conversion, crosswalk, transform = [] } = attributes;
  const table = map === undefined ? undefined : model.get('value-map', map);
  if (table !== undefined) yield { kind: 'map', map: table };
  const unit = conversion === undefined ? undefined : model.get('conversion', conversion);
  let total: PathStep | undefined;
  if (unit !== undefined) {
    const { factor, offset, decimals, digits, rounding, point } = unit.attributes;
    const bridge = bridgeOf(unit);
    const exact = typeof factor === 'string' ? new Fraction(factor) : new Fraction(1);
    yield { kind: 'convert', id: unit.id, factor: exact, offset: new Fraction(offset ?? 0), bridge };
    const round: PathStep = { kind: 'round', rounding: { decimals, digits, mode: rounding } };
    if (point === 'total') total = round;
    else yield round;
  }
  if (crosswalk !== undefined)
    yield { kind: 'opaque', why: `the table of ${crosswalk} is kept in a system, not in the specification` };
  for (const step of transform) {
    yield Object.keys(step).length === 1
      ? { kind: 'transform', step }
      : { kind: 'opaque', why: 'a step says several things at once, and not in which order' };
    if (step.custom !== undefined) yield { kind: 'opaque', why: `a step is described in words: ${step.custom}` };
    if (step.lookup !== undefined) yield { kind: 'opaque', why: `${step.lookup} is looked up at run time` };
    if (step.now !== undefined) yield { kind: 'opaque', why: 'the value is the moment of sending' };
    if (step.toText !== undefined) yield { kind: 'opaque', why: `the format ${step.toText} is described in words` };
    // A total is rounded once, where the values become one.
    if (step.aggregate !== undefined && total !== undefined) yield total;
  }
}

/** Declared units, by which the named ones are defined. */
function unitsOf(model: SpecModel, named: readonly FieldAttributes['unit'][]): readonly Element[] {
  const wanted = new Set(named.filter((unit) => typeof unit === 'string'));
  if (wanted.size === 0) return [];
  const found: Element[] = [];
  for (const unit of wanted) {
    const element = model.get('unit', unit);
    if (element === undefined) continue;
    found.push(element);
    const [, other] = /^\S+ (.+)$/u.exec(element.attributes.equals ?? '') ?? [];
    if (other !== undefined) wanted.add(other);
  }
  return found;
}

function pick<T extends object, K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> {
  return Object.fromEntries(names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]]))) as Pick<
    T,
    K
  >;
}
