import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { RelatedPlace } from '../lint-rule.ts';
import { oncePerModel } from './once-per-model.ts';
import type { LintSubjects } from './subjects.ts';

export type MappedField = Element<'mapping'> | Element<'reply'>;

type Attributes = MappedField['attributes'];

/** What both ends of a mapped field may say about the value. */
export type ValueFacts = Pick<
  Attributes,
  'type' | 'length' | 'digits' | 'decimals' | 'unit' | 'zone' | 'resolution' | 'codes'
>;

/** What is known of a value at one end, and where each fact is written. */
export interface ValueEnd {
  /** What people call this end: `lot.id`, or the plain name that the sender gives it. */
  readonly name: string;
  readonly facts: ValueFacts;
  /** Where a fact stands; `undefined` when nothing declares it. */
  place(fact: keyof ValueFacts): Omit<RelatedPlace, 'message'> | undefined;
}

/** A mapped field with what it leads to. */
interface MappedRow {
  readonly flow: Element<'interface'> | undefined;
  /** Fields of objects among its sources. */
  readonly sources: readonly Element<'field'>[];
  readonly target: Element<'field'> | undefined;
  senders: readonly ValueEnd[] | undefined;
  receiver: ValueEnd | undefined;
}

/** The mapped fields of a model: what each leads to is looked up once, for some thirty lints ask the same of it. */
class MappedRows {
  readonly fields: readonly MappedField[];
  readonly #model: SpecModel;
  readonly #rows: MappedRow[] = [];
  #places: Map<MappedField, number> | undefined;
  /** Where the last answer was found: lints ask of one field after the other. */
  #at = 0;

  constructor(model: SpecModel) {
    this.#model = model;
    this.fields = [...model.ofKind('mapping'), ...model.ofKind('reply')];
  }

  of(field: MappedField): MappedRow {
    if (this.fields[this.#at] !== field) {
      const place = this.#placeOf(field);
      if (place === undefined) return rowOf(this.#model, field);
      this.#at = place;
    }
    return (this.#rows[this.#at] ??= rowOf(this.#model, field));
  }

  /** Undefined for a field of another model, whose names are looked up in this one. */
  #placeOf(field: MappedField): number | undefined {
    if (this.fields[this.#at + 1] === field) return this.#at + 1;
    if (this.fields[0] === field) return 0;
    this.#places ??= new Map(this.fields.map((known, place) => [known, place]));
    return this.#places.get(field);
  }
}

const rowsOf = oncePerModel((model) => new MappedRows(model));

function rowOf(model: SpecModel, field: MappedField): MappedRow {
  const { from = NOTHING, to } = field.attributes;
  const sources = from.map((name) => model.get('field', name)).filter((source) => source !== undefined);
  return {
    flow: flowOf(model, field),
    sources: sources.length === 0 ? NOTHING : sources,
    target: to === undefined ? undefined : model.get('field', to),
    senders: undefined,
    receiver: undefined,
  };
}

const NOTHING: readonly never[] = Object.freeze([]);

function flowOf(model: SpecModel, { parent }: MappedField): Element<'interface'> | undefined {
  const flow = parent === undefined ? undefined : model.elements.get(parent);
  return flow?.kind === 'interface' ? (flow as Element<'interface'>) : undefined;
}

/** Every mapped field, of messages and of replies, by id. */
export function mappedFields(model: SpecModel): readonly MappedField[] {
  return rowsOf(model).fields;
}

/** The mapped fields of which a lint is to speak. */
export function mappedSubjects(subjects: LintSubjects): readonly MappedField[] {
  return [...subjects.ofKind('mapping'), ...subjects.ofKind('reply')];
}

/** The interface of a mapped field. */
export function interfaceOf(model: SpecModel, field: MappedField): Element<'interface'> | undefined {
  return rowsOf(model).of(field).flow;
}

/** Fields of objects that a mapped field reads, in the order of its sources. */
export function sourceFields(model: SpecModel, field: MappedField): readonly Element<'field'>[] {
  return rowsOf(model).of(field).sources;
}

/** The field of an object that a mapped field fills, where it names one. */
export function targetField(model: SpecModel, field: MappedField): Element<'field'> | undefined {
  return rowsOf(model).of(field).target;
}

/** Systems in which the value arrives. */
export function receiversOf(model: SpecModel, field: MappedField): readonly string[] {
  const flow = interfaceOf(model, field);
  if (flow === undefined) return NOTHING;
  return field.kind === 'reply' ? [flow.attributes.from] : (field.attributes.for ?? flow.attributes.to);
}

/**
 * The sender's ends of a mapped field, one per source. What its `source` says holds for all of them; what it does not say is
 * taken from the field of the object that the source names.
 */
export function sendersOf(model: SpecModel, field: MappedField): readonly ValueEnd[] {
  const row = rowsOf(model).of(field);
  return (row.senders ??= endsOf(model, field, row));
}

/** The receiver's end: what the mapped field says of the value as it arrives, else the field of the object that it fills. */
export function receiverOf(model: SpecModel, field: MappedField): ValueEnd {
  const row = rowsOf(model).of(field);
  return (row.receiver ??= new WrittenEnd(
    field.id,
    field,
    [],
    field.attributes,
    row.target,
    row.target?.attributes ?? NO_FACTS,
  ));
}

function endsOf(model: SpecModel, field: MappedField, { sources }: MappedRow): readonly ValueEnd[] {
  const { from = NOTHING, source: said = NO_FACTS } = field.attributes;
  const allKnown = sources.length === from.length;
  return from.map((name, index) => {
    const origin = allKnown ? sources[index] : model.get('field', name);
    const isCode = origin === undefined && (name === 'message' || model.get('lifecycle', name) !== undefined);
    const known: ValueFacts = origin?.attributes ?? (isCode ? { type: 'code' } : NO_FACTS);
    return new WrittenEnd(name, field, ['source'], said, origin, known, ['from', index]);
  });
}

const NO_FACTS: ValueFacts = Object.freeze({});

/** What a mapped field says of one end, and what the field of an object at that end says of the rest. */
class WrittenEnd implements ValueEnd {
  readonly name: string;
  readonly facts: ValueFacts;
  readonly #field: MappedField;
  readonly #below: readonly string[];
  readonly #said: ValueFacts;
  readonly #origin: Element<'field'> | undefined;
  /** Where the end is named, for what follows from its name alone. */
  readonly #named: readonly (string | number)[] | undefined;

  constructor(
    name: string,
    field: MappedField,
    below: readonly string[],
    said: ValueFacts,
    origin: Element<'field'> | undefined,
    known: ValueFacts,
    named?: readonly (string | number)[],
  ) {
    this.name = name;
    this.facts = factsOf(said, known);
    this.#field = field;
    this.#below = below;
    this.#said = said;
    this.#origin = origin;
    this.#named = named;
  }

  place(fact: keyof ValueFacts): Omit<RelatedPlace, 'message'> | undefined {
    if (this.#said[fact] !== undefined) return { element: this.#field, path: [...this.#below, fact] };
    if (this.#origin?.attributes[fact] !== undefined) return { element: this.#origin, path: [fact] };
    const follows = this.#named !== undefined && this.facts[fact] !== undefined;
    return follows ? { element: this.#field, path: this.#named } : undefined;
  }
}

/** Where a fact of an end is written, else the mapped field itself. */
export function placeOrField(end: ValueEnd, fact: keyof ValueFacts, field: MappedField): Omit<RelatedPlace, 'message'> {
  return end.place(fact) ?? { element: field, path: [] };
}

const FACTS = ['type', 'length', 'digits', 'decimals', 'unit', 'zone', 'resolution', 'codes'] as const;

/** What the first says of a value, and what it leaves open as the second says it; most ends say all in one place. */
function factsOf(first: ValueFacts, second: ValueFacts): ValueFacts {
  if (saysNothing(second)) return first;
  if (saysNothing(first)) return second;
  const facts: Record<string, unknown> = {};
  for (const fact of FACTS) {
    const value = first[fact] ?? second[fact];
    if (value !== undefined) facts[fact] = value;
  }
  return facts;
}

function saysNothing(facts: ValueFacts): boolean {
  for (const fact of FACTS) if (facts[fact] !== undefined) return false;
  return true;
}
