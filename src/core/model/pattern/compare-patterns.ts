import { PATTERN_DIALECTS } from './dialect.ts';
import { translatePattern } from './translate-pattern.ts';

/** A regular expression of the specification; without dialect nobody can say which values it accepts. */
export interface DeclaredPattern {
  readonly regex: string;
  readonly dialect?: string | undefined;
}

/** An expression in ECMA-262: with flag `u` as an author wrote it, with flag `v` as a translation. */
export interface EcmaPattern {
  readonly source: string;
  readonly flag: 'u' | 'v';
}

/**
 * How the values that two expressions accept relate, each with a shortest value that shows it: `narrower` when the second accepts
 * less. `unproven` says nothing about them.
 */
export type PatternRelation =
  | { readonly is: 'equal' }
  | { readonly is: 'narrower'; readonly lost: string }
  | { readonly is: 'wider'; readonly gained: string }
  | { readonly is: 'different'; readonly lost: string; readonly gained: string }
  | { readonly is: 'unproven'; readonly reason: string };

/** Compares two expressions for the whole value by the languages that they accept. Never throws for what they say. */
export type CompareLanguages = (base: EcmaPattern, head: EcmaPattern) => PatternRelation;

/** Compares by language what two revisions declare, each in its own dialect. */
export function comparePatterns(
  base: DeclaredPattern,
  head: DeclaredPattern,
  compareLanguages: CompareLanguages,
): PatternRelation {
  const [before, after] = [ecmaPattern(base), ecmaPattern(head)];
  if ('reason' in before) return { is: 'unproven', reason: before.reason };
  if ('reason' in after) return { is: 'unproven', reason: after.reason };
  return compareLanguages(before, after);
}

function ecmaPattern({ regex, dialect }: DeclaredPattern): EcmaPattern | { readonly reason: string } {
  if (dialect === undefined) return { reason: 'its dialect is not declared' };
  if (dialect === 'ecma-262') return { source: regex, flag: 'u' };
  const known = Object.hasOwn(PATTERN_DIALECTS, dialect) ? PATTERN_DIALECTS[dialect] : undefined;
  if (known === undefined) return { reason: `the dialect ${dialect} is not known` };
  const translation = translatePattern(regex, known);
  return 'reason' in translation ? translation : { source: translation.source, flag: 'v' };
}
