import type { Json } from '../../language/canonical.ts';

/** The items of a canonical list of texts; none where it was not declared. */
export function items(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** What is in the first list and not in the second, in its order. */
export function without<T>(list: readonly T[], other: Iterable<T>): readonly T[] {
  const gone = new Set(other);
  return list.filter((item) => !gone.has(item));
}

/** The difference of two numbers (lengths, attempts, digits); undefined unless both are declared. */
export function growth(from: Json | undefined, to: Json | undefined): number | undefined {
  return typeof from === 'number' && typeof to === 'number' ? to - from : undefined;
}
