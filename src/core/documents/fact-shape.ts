import type { Json } from '../language/canonical.ts';

/** A JSON Schema (2020-12) as data. */
export type FactSchema = { readonly [key: string]: Json };

/**
 * What facts of a document look like: the JSON Schema that is published for the twin, and the type that composing code
 * must give. One declaration makes both, so that they cannot drift apart.
 */
export interface FactShape<T> {
  readonly schema: FactSchema;
  /** Only for the compiler. */
  readonly fact?: T;
}

/** The type of facts of a shape. */
export type FactsOf<S> = S extends FactShape<infer T> ? T : never;

type Shapes = Readonly<Record<string, FactShape<unknown>>>;
type FactsOfShapes<P extends Shapes> = { readonly [K in keyof P]: FactsOf<P[K]> };

export const text: FactShape<string> = { schema: { type: 'string' } };
export const texts: FactShape<readonly string[]> = { schema: { type: 'array', items: { type: 'string' } } };
export const flag: FactShape<boolean> = { schema: { type: 'boolean' } };
export const count: FactShape<number> = { schema: { type: 'integer', minimum: 0 } };
/** A canonical value of the specification. */
export const json: FactShape<Json> = { schema: {} };

/** A closed object: everything that it holds is named, and nothing may be left out. */
export function facts<const P extends Shapes>(properties: P, description?: string): FactShape<FactsOfShapes<P>> {
  return {
    schema: {
      type: 'object',
      ...(description === undefined ? {} : { description }),
      properties: Object.fromEntries(Object.entries(properties).map(([name, shape]) => [name, shape.schema])),
      required: Object.keys(properties),
      additionalProperties: false,
    },
  };
}

/** A list of facts. */
export function list<T>(items: FactShape<T>): FactShape<readonly T[]> {
  return { schema: { type: 'array', items: items.schema } };
}

/** Null says that nobody declared it, or that there is none. */
export function nullable<T>(shape: FactShape<T>): FactShape<T | null> {
  return { schema: { anyOf: [shape.schema, { type: 'null' }] } };
}

/** One of these words. */
export function words<const W extends readonly string[]>(...values: W): FactShape<W[number]> {
  return { schema: { type: 'string', enum: values } };
}
