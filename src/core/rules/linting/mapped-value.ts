import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { RelatedPlace } from '../lint-rule.ts';

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

/** Every mapped field, of messages and of replies, by id. */
export function mappedFields(model: SpecModel): readonly MappedField[] {
  return [...model.ofKind('mapping'), ...model.ofKind('reply')];
}

/** The interface of a mapped field. */
export function interfaceOf(model: SpecModel, field: MappedField): Element<'interface'> | undefined {
  return model.get('interface', field.id.slice(0, field.id.length - field.localId.length - 1));
}

/** Systems in which the value arrives. */
export function receiversOf(model: SpecModel, field: MappedField): readonly string[] {
  const flow = interfaceOf(model, field);
  if (flow === undefined) return [];
  return field.kind === 'reply' ? [flow.attributes.from] : (field.attributes.for ?? flow.attributes.to);
}

/**
 * The sender's ends of a mapped field, one per source. What its `source` says holds for all of them; what it does not say is
 * taken from the field of the object that the source names.
 */
export function sendersOf(model: SpecModel, field: MappedField): readonly ValueEnd[] {
  const known = SENDERS.get(field) ?? readSenders(model, field);
  SENDERS.set(field, known);
  return known;
}

/** An element does not change, and belongs to one model: several lints ask the same of it. */
const SENDERS = new WeakMap<MappedField, readonly ValueEnd[]>();
const RECEIVERS = new WeakMap<MappedField, ValueEnd>();

function readSenders(model: SpecModel, field: MappedField): readonly ValueEnd[] {
  const { from = [], source = {} } = field.attributes;
  return from.map((name, index) => {
    const origin = model.get('field', name);
    const lifecycle = origin === undefined ? model.get('lifecycle', name) : undefined;
    const known: ValueFacts =
      origin?.attributes ?? (lifecycle !== undefined || name === 'message' ? { type: 'code' } : {});
    return {
      name,
      facts: factsOf(source, known),
      place: (fact) => {
        if (source[fact] !== undefined) return { element: field, path: ['source', fact] };
        if (origin?.attributes[fact] !== undefined) return { element: origin, path: [fact] };
        return known[fact] === undefined ? undefined : { element: field, path: ['from', index] };
      },
    };
  });
}

/** The receiver's end: what the mapped field says of the value as it arrives, else the field of the object that it fills. */
export function receiverOf(model: SpecModel, field: MappedField): ValueEnd {
  const known = RECEIVERS.get(field) ?? readReceiver(model, field);
  RECEIVERS.set(field, known);
  return known;
}

function readReceiver(model: SpecModel, field: MappedField): ValueEnd {
  const own = field.attributes;
  const target = own.to === undefined ? undefined : model.get('field', own.to);
  return {
    name: field.id,
    facts: factsOf(own, target?.attributes ?? {}),
    place: (fact) => {
      if (own[fact] !== undefined) return { element: field, path: [fact] };
      return target?.attributes[fact] === undefined ? undefined : { element: target, path: [fact] };
    },
  };
}

/** Where a fact of an end is written, else the mapped field itself. */
export function placeOrField(end: ValueEnd, fact: keyof ValueFacts, field: MappedField): Omit<RelatedPlace, 'message'> {
  return end.place(fact) ?? { element: field, path: [] };
}

const FACTS = ['type', 'length', 'digits', 'decimals', 'unit', 'zone', 'resolution', 'codes'] as const;

/** What the first says of a value, and what it leaves open as the second says it. */
function factsOf(first: ValueFacts, second: ValueFacts): ValueFacts {
  const facts: Record<string, unknown> = {};
  for (const fact of FACTS) {
    const value = first[fact] ?? second[fact];
    if (value !== undefined) facts[fact] = value;
  }
  return facts;
}
