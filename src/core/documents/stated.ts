import type { Json } from '../language/canonical.ts';
import { shown } from '../rules/judging/wording.ts';
import { type FactsOf, facts, nullable, text, words } from './fact-shape.ts';

export const STATED = facts({
  value: nullable(text),
  standing: words('declared', 'not declared', 'not applicable'),
  remark: nullable(text),
  before: nullable(text),
});

/**
 * One cell of a table that must never be empty: what the specification declares; or that it does not apply, with the reason as
 * `remark`; or that it is not declared, with what is missing as `remark`. `before` is what base says, where that differs.
 */
export type Stated = FactsOf<typeof STATED>;

/** What is declared, in words; undefined is a gap, and `missing` says of what. */
export function stated(value: string | undefined, missing: string): Stated {
  return value === undefined
    ? { value: null, standing: 'not declared', remark: missing, before: null }
    : { value, standing: 'declared', remark: null, before: null };
}

/** A list in words; an empty one is a gap. */
export function statedList(values: readonly string[], missing: string): Stated {
  return stated(values.length === 0 ? undefined : values.join(', '), missing);
}

/** What does not apply, and why. */
export function notApplicable(reason: string): Stated {
  return { value: null, standing: 'not applicable', remark: reason, before: null };
}

/** A part of the specification, whose optional values may be declared, answered as not applicable, or left out. */
type Part = object & { readonly notApplicable?: Readonly<Record<string, string>> };

/** An attribute of an element or of a part of one; `said` puts its value into words. */
export function statedAttribute<P extends Part, K extends keyof P & string>(
  part: P | undefined,
  name: K,
  missing: string,
  said: (value: NonNullable<P[K]>) => string = (value) => shown(value as Json),
): Stated {
  const value = part?.[name];
  if (value !== undefined && value !== null) return stated(said(value), missing);
  const reason = part?.notApplicable?.[name];
  return reason === undefined ? stated(undefined, missing) : notApplicable(reason);
}

/** How it prints: the value, `N/A – reason`, or `Not declared – what`. */
export function statedWords({ value, standing, remark }: Stated): string {
  if (standing === 'declared') return value ?? '';
  return standing === 'not applicable' ? `N/A – ${remark ?? ''}` : `Not declared – ${remark ?? ''}`;
}

/** Whether a value of a row is such a cell. */
export function isStated(value: unknown): value is Stated {
  return typeof value === 'object' && value !== null && 'standing' in value && 'remark' in value;
}
