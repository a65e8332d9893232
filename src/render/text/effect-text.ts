import type { ComposedEffect, EffectRow, TouchedPlace } from '../../core/rules/composed-effect/composed-effect.ts';
import type { Extent } from '../finding-groups.ts';
import type { Paint } from '../paint.ts';
import { shown } from '../shown.ts';
import { counted } from '../words.ts';

/** Rows of one table; the JSON has all of them. */
const SHOWN_ROWS = 6;
/** Mapped fields that are shown; the JSON has all of them. */
const SHOWN_FIELDS = 20;
/** A cell is not wider than this. */
const CELL = 44;

/** What arrives before and after, of each mapped field on whose way something changed: the statement, and the rows that differ. */
export function effectLines(
  effects: readonly ComposedEffect[],
  paint: Paint,
  extent: Extent = 'worst',
): readonly string[] {
  if (effects.length === 0) return [];
  const told = extent === 'all' ? effects : worstOf(effects);
  const more = effects.length - told.length;
  return [
    paint.bold(`What arrives, before and after: ${counted(effects.length, 'mapped field')}`),
    ...told.flatMap((effect) => [...linesOf(effect, paint), '']),
    ...(more > 0
      ? [paint.warning(`  and ${counted(more, 'further mapped field')}, not shown (--all, or --format json)`), '']
      : []),
  ];
}

const WORST_FIRST = ['different', 'not-evaluable', 'no-difference-observed', 'equal'] as const;

/** All of few; of many those first whose values do not arrive as before, or of which nobody can say. */
function worstOf(effects: readonly ComposedEffect[]): readonly ComposedEffect[] {
  if (effects.length <= SHOWN_FIELDS) return effects;
  const sorted = WORST_FIRST.flatMap((verdict) => effects.filter(({ statement }) => statement.verdict === verdict));
  return sorted.slice(0, SHOWN_FIELDS);
}

function linesOf(
  { element, statement, touchedBy, notFollowed, rows }: ComposedEffect,
  paint: Paint,
): readonly string[] {
  const telling = rows.filter(({ same }) => same !== true);
  const said = shown(statement.text);
  return [
    `  ${paint.bold(shown(element.id))}  ${statement.verdict === 'equal' ? paint.good(said) : paint.warning(said)}`,
    `    ${paint.faint(`changed on the way: ${placesInWords(touchedBy)}`)}`,
    ...(notFollowed.length === 0 ? [] : [`    ${paint.warning(`not followed: ${placesInWords(notFollowed)}`)}`]),
    ...(statement.verdict === 'different' ? table(telling, paint) : []),
  ];
}

function table(rows: readonly EffectRow[], paint: Paint): readonly string[] {
  const cells = rows
    .slice(0, SHOWN_ROWS)
    .map(({ input, base, head }) => [input, base, head].map((cell) => short(shown(cell))));
  const heading = ['input', 'base', 'head'];
  const widths = heading.map((name, column) =>
    Math.max(name.length, ...cells.map((row) => [...(row[column] ?? '')].length)),
  );
  const line = (row: readonly string[]): string =>
    `    ${row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - [...cell].length)).join('  ')}`.trimEnd();
  const more = rows.length - SHOWN_ROWS;
  return [
    paint.faint(line(heading)),
    ...cells.map(line),
    ...(more > 0 ? [`    ${paint.faint(`and ${counted(more, 'further input')}`)}`] : []),
  ];
}

/** `lot.quantity (unit), UC (factor)`; a part that came or went by its id alone. */
function placesInWords(places: readonly TouchedPlace[]): string {
  return places
    .map(({ element, attribute }) => shown(attribute === '' ? element.id : `${element.id} (${attribute})`))
    .join(', ');
}

function short(text: string): string {
  const characters = [...text];
  return characters.length > CELL ? `${characters.slice(0, CELL - 1).join('')}…` : text;
}
