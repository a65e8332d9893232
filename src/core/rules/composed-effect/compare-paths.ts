import Fraction from 'fraction.js';
import { jsonText } from '../../diff/comparable.ts';
import type { Json } from '../../language/canonical.ts';
import { counted } from './counted.ts';
import type { EffectRow, EffectStatement, Outcome } from './composed-effect.ts';
import { evaluatePath } from './evaluate-path.ts';
import { inputsOf } from './inputs.ts';
import { pairText, sameFunction } from './same-function.ts';
import { unitRatio } from './unit-ratio.ts';
import type { Source, ValuePath } from './value-path.ts';
import type { PathPair } from './vector.ts';

export interface PathComparison {
  readonly statement: EffectStatement;
  readonly vectors: number;
  readonly rows: readonly EffectRow[];
}

/**
 * Sends the same inputs through both paths. `sameSource` says whether two sources are the same thing in both revisions. What is
 * proved: inequality by any input that arrives otherwise; equality of a finite domain by all of its values, of any other only
 * where both paths are the same function. Fields that are filled alike are compared once: `known` holds what was compared.
 */
export function comparePaths(
  base: ValuePath,
  head: ValuePath,
  sameSource: (before: Source, after: Source) => boolean,
  known: Map<string, PathComparison>,
): PathComparison {
  const ratios = ratiosOf(base, head, sameSource);
  if (typeof ratios === 'string') return nothingShown(ratios);
  const pair = { base, head, ratios };
  const name = pairText(pair);
  const comparison = known.get(name) ?? compared(pair);
  known.set(name, comparison);
  return comparison;
}

function compared(pair: PathPair): PathComparison {
  const { base, head } = pair;
  const { inputs, finite } = inputsOf(pair);
  const rows = inputs.flatMap(({ label, base: before, head: after }): readonly EffectRow[] => {
    const [was, is] = [evaluatePath(base, before), evaluatePath(head, after)];
    if (was.kind === 'not-sent' && is.kind === 'not-sent') return [];
    const same = isSame(was, is);
    // Where only the beginning would be shown and that is one, the whole is.
    const show = same === false && shown(was) === shown(is) ? shownWhole : shown;
    return [{ input: label, base: show(was), head: show(is), same }];
  });
  const ordered = [...rows.filter(({ same }) => same === false), ...rows.filter(({ same }) => same !== false)];
  return { statement: statementOf(rows, finite, pair), vectors: rows.length, rows: ordered };
}

function statementOf(rows: readonly EffectRow[], finite: boolean, pair: PathPair): EffectStatement {
  const other = rows.filter(({ same }) => same === false);
  if (other.length > 0) {
    const text = `Proof: ${counted(other.length, 'input')} of ${rows.length} ${other.length === 1 ? 'does' : 'do'} not arrive as before.`;
    return { verdict: 'different', by: 'counterexample', text };
  }
  const blind = rows.find(({ same }) => same === undefined);
  const why = pair.base.opaque ?? pair.head.opaque;
  if (why !== undefined) return cannotBeEvaluated(why);
  const function_ = sameFunction(pair);
  if (function_ !== undefined)
    return { verdict: 'equal', by: function_.by, text: `Proof: every value arrives as before. ${function_.text}` };
  if (blind !== undefined) {
    const reason = blind.head.startsWith('?') ? blind.head : blind.base;
    return cannotBeEvaluated(`${blind.input}: ${reason.replace(/^\? /u, '')}`);
  }
  if (finite) {
    const text = `Proof: all ${counted(rows.length, 'input')} that there can be arrive as before.`;
    return { verdict: 'equal', by: 'enumeration', text };
  }
  return {
    verdict: 'no-difference-observed',
    text: `No difference observed on ${counted(rows.length, 'vector')}. That is no proof: other values may arrive otherwise.`,
  };
}

/** For each source, what a number of base is multiplied by in head; or why the two paths cannot be compared. */
function ratiosOf(
  base: ValuePath,
  head: ValuePath,
  sameSource: (before: Source, after: Source) => boolean,
): readonly Fraction[] | string {
  const one = new Fraction(1);
  if (base.constant !== undefined || head.constant !== undefined)
    return [...base.sources, ...head.sources].map(() => one);
  const names = (path: ValuePath): string => path.sources.map(({ name }) => name).join(', ') || 'nothing';
  const others =
    base.sources.length !== head.sources.length ||
    !base.sources.every((source, at) => {
      const after = head.sources[at];
      return after !== undefined && sameSource(source, after);
    });
  if (others) return `the value comes from ${names(head)} instead of ${names(base)}`;
  const bridge = changedBridge(base, head);
  if (bridge !== undefined) return bridge;
  const ratios: Fraction[] = [];
  for (const [at, source] of base.sources.entries()) {
    const after = head.sources[at] ?? source;
    if (!source.numeric || !after.numeric) {
      ratios.push(one);
      continue;
    }
    const ratio = ratioOf(base, source, head, after);
    if (typeof ratio === 'string') return ratio;
    ratios.push(ratio);
  }
  return ratios;
}

/** A conversion that multiplies by a field in another unit is not followed: how much one of it is, nothing relates. */
function changedBridge(base: ValuePath, head: ValuePath): string | undefined {
  for (const step of base.steps) {
    if (step.kind !== 'convert' || step.bridge === undefined) continue;
    const { field } = step.bridge;
    const [was, is] = [base, head].map(({ model }) =>
      jsonText((model.get('field', field)?.attributes.unit ?? null) as Json),
    );
    if (was !== is)
      return `${field}, by which ${step.id} ${step.bridge.divides ? 'divides' : 'multiplies'}, has another unit`;
  }
  return undefined;
}

function ratioOf(base: ValuePath, before: Source, head: ValuePath, after: Source): Fraction | string {
  const [from, to] = [before.facts.unit, after.facts.unit];
  if (from === undefined && to === undefined) return new Fraction(1);
  if (from === undefined || to === undefined)
    return `${from === undefined ? 'base' : 'head'} does not say in which unit ${before.name} is`;
  if (typeof from === 'object' || typeof to === 'object') {
    const held = typeof from === 'object' && typeof to === 'object' && from.field === to.field;
    return held ? new Fraction(1) : `the unit of ${before.name} is only known at run time`;
  }
  return unitRatio(base.model, from, head.model, to) ?? `nothing says how much one ${from} is in ${to}`;
}

function nothingShown(why: string): PathComparison {
  return { statement: cannotBeEvaluated(why), vectors: 0, rows: [] };
}

function cannotBeEvaluated(why: string): EffectStatement {
  return { verdict: 'not-evaluable', text: `Not evaluable, so nothing is shown: ${why}.` };
}

function isSame(a: Outcome, b: Outcome): boolean | undefined {
  if (a.kind === 'unknown' || b.kind === 'unknown') return undefined;
  return shownWhole(a) === shownWhole(b) && a.kind === b.kind;
}

/** Longer texts are shown by their beginning and their length. */
const READABLE = 30;

function shown(outcome: Outcome): string {
  const characters = outcome.kind === 'arrives' ? [...outcome.text] : [];
  if (outcome.kind !== 'arrives' || characters.length <= READABLE) return shownWhole(outcome).replaceAll('\n', '⏎');
  const facts = [`${characters.length} characters`, ...(outcome.remark === undefined ? [] : [outcome.remark])];
  return `${characters.slice(0, 12).join('').replaceAll('\n', '⏎')}… (${facts.join('; ')})`;
}

function shownWhole(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'arrives': {
      const value =
        outcome.as === 'text' && /^$|^\s|\s$|^[+-]?\d+(?:\.\d+)?$/u.test(outcome.text)
          ? `"${outcome.text}"`
          : outcome.text;
      return outcome.remark === undefined ? value : `${value} (${outcome.remark})`;
    }
    case 'empty':
      return `empty: ${outcome.then}`;
    case 'stopped':
      return `stopped: ${outcome.why}`;
    case 'not-sent':
      return `cannot be sent: ${outcome.why}`;
    case 'unknown':
      return `? ${outcome.why}`;
  }
}
