/**
 * What a value of the spec language may look like. Schema, normalisation, comparison, reference check and the types of
 * canonical values all follow from these definitions; there is no second copy.
 */
export type Shape =
  | TextShape
  | IdShape
  | WordsShape
  | BooleanShape
  | IntegerShape
  | NumberShape
  | MeasureShape
  | DateShape
  | ScalarShape
  | ReferenceShape
  | ListShape
  | MapShape
  | PartShape
  | ChoiceShape
  | ConditionShape
  | AnyShape;

/** Free text. `prose` is read by people as sentences: white space in it means nothing. */
export interface TextShape {
  readonly kind: 'text';
  readonly prose: boolean;
}
/** A short code chosen by the author. */
export interface IdShape {
  readonly kind: 'id';
}
/** One word of a closed list. */
export interface WordsShape<W extends string = string> {
  readonly kind: 'words';
  readonly words: readonly W[];
}
export interface BooleanShape {
  readonly kind: 'boolean';
}
export interface IntegerShape {
  readonly kind: 'integer';
}
/** An exact number, kept as text: a decimal, or a fraction such as `5/9`. */
export interface NumberShape {
  readonly kind: 'number';
}
/** An amount with its unit: `60 s`, `0.3 kg/EA`, `99.5 %`. */
export interface MeasureShape {
  readonly kind: 'measure';
  readonly of: 'duration' | 'percent' | 'quantity';
}
/** A calendar day, `2026-03-02`. */
export interface DateShape {
  readonly kind: 'date';
}
/** A single value, kept as it is written. */
export interface ScalarShape {
  readonly kind: 'scalar';
}
/** The name of an element: of one of these collections or parts, or one of `words` that stand beside them. */
export interface ReferenceShape<W extends string = string> {
  readonly kind: 'reference';
  readonly to: readonly ReferenceTarget[];
  readonly words: readonly W[];
}
/** Several values, or one in place of the list. `order` says whether their order means something. */
export interface ListShape<S extends Shape = Shape> {
  readonly kind: 'list';
  readonly of: S;
  readonly order: 'set' | 'sequence';
}
/** Values under names of the author's choice; `listed` = a plain list of names stands for entries without content. */
export interface MapShape<S extends Shape = Shape> {
  readonly kind: 'map';
  readonly of: S;
  readonly keys: MapKeys;
  readonly listed: boolean;
}
/** A group of named attributes; `shorthand` is the attribute for which a bare value stands. */
export interface PartShape<A extends Attributes = Attributes> {
  readonly kind: 'part';
  readonly name: string;
  readonly attributes: A;
  readonly shorthand: string | undefined;
}
/** One of several shapes; the first that fits. */
export interface ChoiceShape<S extends readonly Shape[] = readonly Shape[]> {
  readonly kind: 'choice';
  readonly of: S;
}
export interface ConditionShape {
  readonly kind: 'condition';
}
/** Structured content that is checked elsewhere, or not at all. */
export interface AnyShape {
  readonly kind: 'any';
}

/**
 * Where a reference may point: a collection, a part of its entries, a part of the same entry (`own …`; own mappings take in
 * the headers), `members` = the states or codes of the list that the set is `of`, or any element.
 */
export type ReferenceTarget =
  | CollectionName
  | 'transitions'
  | 'states'
  | 'fields'
  | 'mappings'
  | 'messages'
  | 'environments'
  | 'own states'
  | 'own mappings'
  | 'own fields'
  | 'members'
  | 'element';

/** What the names of a map are: fresh ids of parts, free text, or references. */
export type MapKeys =
  | { readonly kind: 'id' }
  | { readonly kind: 'text' }
  | { readonly kind: 'reference'; readonly to: readonly ReferenceTarget[] };

export type CollectionName =
  | 'departments'
  | 'systems'
  | 'roles'
  | 'segregation'
  | 'objects'
  | 'codes'
  | 'sets'
  | 'valueMaps'
  | 'conversions'
  | 'units'
  | 'crosswalks'
  | 'measures'
  | 'interfaces'
  | 'reconciliations'
  | 'lifecycles'
  | 'invariants'
  | 'events'
  | 'steps'
  | 'outputs'
  | 'reports'
  | 'evidenceLinks'
  | 'exceptions'
  | 'phases'
  | 'requirements'
  | 'risks'
  | 'tests'
  | 'documents'
  | 'texts'
  | 'changes'
  | 'waivers';

/** One attribute of a part: its shape, whether the schema asks for it, and what it means to a reader. */
export interface Attribute<S extends Shape = Shape, R extends boolean = boolean> {
  readonly shape: S;
  readonly required: R;
  readonly description: string;
  readonly default?: string;
  /** The schema asks for it, but `{notApplicable: why}` is an answer. */
  readonly declared?: true;
}

export type Attributes = Readonly<Record<string, Attribute>>;

export const text = (): TextShape => ({ kind: 'text', prose: false });
export const prose = (): TextShape => ({ kind: 'text', prose: true });
export const id = (): IdShape => ({ kind: 'id' });
export const words = <const L extends readonly string[]>(...list: L): WordsShape<L[number]> => ({
  kind: 'words',
  words: list,
});
export const boolean = (): BooleanShape => ({ kind: 'boolean' });
export const integer = (): IntegerShape => ({ kind: 'integer' });
export const number = (): NumberShape => ({ kind: 'number' });
export const duration = (): MeasureShape => ({ kind: 'measure', of: 'duration' });
export const percent = (): MeasureShape => ({ kind: 'measure', of: 'percent' });
export const quantity = (): MeasureShape => ({ kind: 'measure', of: 'quantity' });
export const date = (): DateShape => ({ kind: 'date' });
export const scalar = (): ScalarShape => ({ kind: 'scalar' });
export const any = (): AnyShape => ({ kind: 'any' });
export const condition = (): ConditionShape => ({ kind: 'condition' });
export const reference = (...to: readonly ReferenceTarget[]): ReferenceShape<never> => ({
  kind: 'reference',
  to,
  words: [],
});
export const referenceOr = <const L extends readonly string[]>(
  list: L,
  ...to: readonly ReferenceTarget[]
): ReferenceShape<L[number]> => ({
  kind: 'reference',
  to,
  words: list,
});
export const set = <S extends Shape>(of: S): ListShape<S> => ({ kind: 'list', of, order: 'set' });
export const sequence = <S extends Shape>(of: S): ListShape<S> => ({ kind: 'list', of, order: 'sequence' });
export const map = <S extends Shape>(of: S): MapShape<S> => ({ kind: 'map', of, keys: { kind: 'id' }, listed: false });
/** A map whose entries may be given as a list of names where they say nothing more. */
export const listedMap = <S extends Shape>(of: S): MapShape<S> => ({
  kind: 'map',
  of,
  keys: { kind: 'id' },
  listed: true,
});
export const textMap = <S extends Shape>(of: S): MapShape<S> => ({
  kind: 'map',
  of,
  keys: { kind: 'text' },
  listed: false,
});
export const referenceMap = <S extends Shape>(of: S, ...to: readonly ReferenceTarget[]): MapShape<S> => ({
  kind: 'map',
  of,
  keys: { kind: 'reference', to },
  listed: false,
});
export const choice = <const S extends readonly Shape[]>(...of: S): ChoiceShape<S> => ({ kind: 'choice', of });
export const part = <A extends Attributes>(name: string, attributes: A): PartShape<A> => ({
  kind: 'part',
  name,
  attributes,
  shorthand: undefined,
});
/** A part for which a bare value may stand: it is then the value of `attribute`. */
export const shortPart = <A extends Attributes>(
  name: string,
  attribute: keyof A & string,
  attributes: A,
): PartShape<A> => ({
  kind: 'part',
  name,
  attributes,
  shorthand: attribute,
});

export const required = <S extends Shape>(shape: S, description: string): Attribute<S, true> => ({
  shape,
  required: true,
  description,
});
export const optional = <S extends Shape>(shape: S, description: string, fallback?: string): Attribute<S, false> =>
  fallback === undefined
    ? { shape, required: false, description }
    : { shape, required: false, description, default: fallback };
/** An attribute that must be written, though the answer may be that it does not apply. */
export const declared = <S extends Shape>(shape: S, description: string): Attribute<S, false> => ({
  shape,
  required: false,
  description,
  declared: true,
});
