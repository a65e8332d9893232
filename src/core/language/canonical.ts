import type { Condition } from './condition.ts';
import type { Attributes, Shape, ListShape, MapShape, ChoiceShape, WordsShape, ReferenceShape } from './shape.ts';

/** A plain JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * The TypeScript type of a canonical value of shape `S`: shorthands expanded, single values put into lists, sets sorted,
 * numbers and quantities kept as exact text.
 */
export type Canonical<S> = Shape extends S
  ? Json
  : S extends { kind: 'text' | 'id' | 'number' | 'measure' | 'date' | 'scalar' }
    ? string
    : S extends { kind: 'boolean' }
      ? boolean
      : S extends { kind: 'integer' }
        ? number
        : S extends WordsShape<infer W>
          ? W
          : S extends ReferenceShape
            ? string
            : S extends ListShape<infer I>
              ? readonly Canonical<I>[]
              : S extends MapShape<infer I>
                ? Readonly<Record<string, Canonical<I>>>
                : S extends { kind: 'part'; attributes: infer A extends Attributes }
                  ? CanonicalPart<A>
                  : S extends ChoiceShape<infer C>
                    ? CanonicalChoice<C>
                    : S extends { kind: 'condition' }
                      ? Condition
                      : S extends { kind: 'any' }
                        ? Json
                        : never;

type CanonicalChoice<C extends readonly Shape[]> = { [K in keyof C]: Canonical<C[K]> }[number];

type RequiredNames<A extends Attributes> = { [K in keyof A]: A[K]['required'] extends true ? K : never }[keyof A];

/** A part in canonical form. An attribute that was not declared is absent; one that does not apply stands in `notApplicable`. */
export type CanonicalPart<A extends Attributes> = {
  readonly [K in RequiredNames<A>]: Canonical<A[K]['shape']>;
} & {
  readonly [K in Exclude<keyof A, RequiredNames<A>>]?: Canonical<A[K]['shape']>;
} & {
  /** Attribute → reason, for what the author says does not apply. */
  readonly notApplicable?: Readonly<Record<string, string>>;
  /** The author's own `x-…` keys, as written. */
  readonly extensions?: Readonly<Record<string, Json>>;
};
