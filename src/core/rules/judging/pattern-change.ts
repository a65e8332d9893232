import { comparePatterns } from '../../model/pattern/compare-patterns.ts';
import type { DeclaredPattern, PatternRelation } from '../../model/pattern/compare-patterns.ts';
import type { Change } from '../../diff/delta.ts';
import type { Element } from '../../model/element.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { named } from './wording.ts';

/** How the values that a field accepts changed with its pattern; `first` and `dropped` where one revision has none. */
export type PatternChange = PatternRelation | { readonly is: 'first' } | { readonly is: 'dropped' };

/**
 * What became of the pattern of a field, told at its expression; at its dialect where only that differs. Undefined for every other
 * value. Expressions are compared by the values that they accept, each in its declared dialect, and for the whole value.
 */
export function patternChange(change: Change, context: ChangeContext): PatternChange | undefined {
  const { before, after, path } = change;
  const [from, to] = [patternOf(before), patternOf(after)];
  if (path[0] !== 'pattern' || path.join('.') !== toldAt(from, to)) return undefined;
  if (from === undefined) return to === undefined ? undefined : { is: 'first' };
  return to === undefined ? { is: 'dropped' } : comparePatterns(from, to, context.compareLanguages);
}

/** The finding about a change of a pattern, with the value that shows it. */
export function patternVerdict({ before, after, path }: Change, change: PatternChange): Verdict {
  const [from, to] = [patternOf(before), patternOf(after)];
  const edit = rewritten(from, to);
  return {
    what: `${named(after)}, pattern: ${inWords(from)} → ${inWords(to)}. ${meaning(change)}`,
    ...(path.join('.') === 'pattern.regex' ? { explains: ['pattern.dialect'] } : {}),
    ...(edit === undefined ? {} : { edit: `${edit} ${change.is} ${from?.dialect ?? ''} ${to?.dialect ?? ''}` }),
  };
}

function patternOf(element: Element): DeclaredPattern | undefined {
  return (element.attributes as { readonly pattern?: DeclaredPattern }).pattern;
}

function toldAt(from: DeclaredPattern | undefined, to: DeclaredPattern | undefined): string {
  return from?.regex === to?.regex ? 'pattern.dialect' : 'pattern.regex';
}

function inWords(pattern: DeclaredPattern | undefined): string {
  if (pattern === undefined) return 'none';
  return `${pattern.regex} (${pattern.dialect ?? 'dialect not declared'})`;
}

function meaning(change: PatternChange): string {
  switch (change.is) {
    case 'equal':
      return 'Both accept exactly the same values; this was proved by comparing their automata.';
    case 'narrower':
      return `It accepts less; ${shown(change.lost)} is no longer accepted.`;
    case 'wider':
      return `It accepts more; ${shown(change.gained)} is newly accepted.`;
    case 'different':
      return `${shown(change.lost)} is no longer accepted, and ${shown(change.gained)} is newly accepted.`;
    case 'first':
      return 'Until now nothing was said of the form of its values.';
    case 'dropped':
      return 'Nothing is said any more of the form of its values.';
    case 'unproven':
      return `Which values it accepts cannot be compared: ${change.reason}.`;
  }
}

/** A value as a reader can see it: what does not print, or looks like something else, with its code points. */
function shown(value: string): string {
  if (value === '') return 'the empty value';
  const strange = [...value].filter((character) => !/^[!-~]$/u.test(character));
  const codes = strange.map((character) => `U+${codeOf(character)}`).join(' ');
  const text = [...value].map((character) => (/^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character) ? character : '·')).join('');
  return codes === '' ? `“${text}”` : `“${text}” (with ${codes})`;
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}

/** `\d → [0-9]` when one token was replaced by another wherever it stands, and nothing else; so the same edit is known again. */
function rewritten(from: DeclaredPattern | undefined, to: DeclaredPattern | undefined): string | undefined {
  if (from === undefined || to === undefined) return undefined;
  const [before, after] = [tokens(from.regex), tokens(to.regex)];
  if (before.length !== after.length) return undefined;
  const edits = new Set(
    before.flatMap((token, index) => (token === after[index] ? [] : [`${token} → ${after[index]}`])),
  );
  const [edit, ...others] = edits;
  return others.length === 0 ? edit : undefined;
}

/** Escapes, character classes and single characters. */
function tokens(regex: string): readonly string[] {
  return regex.match(/\\[pP]\{[^}]*\}|\\[^]|\[(?:\\[^]|[^\]\\])*\]|[^]/gu) ?? [];
}
