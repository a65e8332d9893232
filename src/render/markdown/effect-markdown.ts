import type { ComposedEffect, EffectRow, TouchedPlace } from '../../core/rules/composed-effect/composed-effect.ts';
import { counted } from '../words.ts';
import { code, inert } from './inert.ts';

/** A comment shows the worst fields and a few rows of each; the JSON has all of them. */
const SHOWN_FIELDS = 20;
const SHOWN_ROWS = 6;

const ORDER = ['different', 'not-evaluable', 'no-difference-observed', 'equal'] as const;

/** What arrives before and after, folded: fields whose values do not arrive as before come first. */
export function effectsFolded(effects: readonly ComposedEffect[]): readonly string[] {
  if (effects.length === 0) return [];
  const other = effects.filter(({ statement }) => statement.verdict === 'different').length;
  const sorted = ORDER.flatMap((verdict) => effects.filter(({ statement }) => statement.verdict === verdict));
  const more = sorted.length - SHOWN_FIELDS;
  return [
    `<details><summary>What arrives, before and after: ${counted(effects.length, 'mapped field')}, ${other} not as before</summary>`,
    '',
    ...sorted.slice(0, SHOWN_FIELDS).flatMap(linesOf),
    ...(more > 0 ? [`${counted(more, 'further mapped field')} in the full report.`, ''] : []),
    '</details>',
    '',
  ];
}

function linesOf({ element, statement, touchedBy, notFollowed, rows }: ComposedEffect): readonly string[] {
  const way = `Changed on the way: ${places(touchedBy)}.`;
  const beside = notFollowed.length === 0 ? '' : ` **Not followed:** ${places(notFollowed)}.`;
  return [
    `**${inert(element.id)}**: ${inert(statement.text)} ${way}${beside}`,
    '',
    ...(statement.verdict === 'different' ? table(rows.filter(({ same }) => same !== true)) : []),
  ];
}

function table(rows: readonly EffectRow[]): readonly string[] {
  const more = rows.length - SHOWN_ROWS;
  return [
    '| Input | Base | Head |',
    '|---|---|---|',
    ...rows
      .slice(0, SHOWN_ROWS)
      .map(({ input, base, head }) => `| ${inert(input)} | ${inert(base)} | ${inert(head)} |`),
    '',
    ...(more > 0 ? [`and ${counted(more, 'further input')}`, ''] : []),
  ];
}

function places(all: readonly TouchedPlace[]): string {
  return all
    .map(({ element, attribute }) => (attribute === '' ? code(element.id) : `${code(element.id)} (${code(attribute)})`))
    .join(', ');
}
