import type { EffectRowFacts } from '../../core/documents/impact/composed-effect-facts.ts';
import type { ViewData } from '../view-data.ts';
import { distinct, grouped, number, referenceWords } from './view-words.ts';

/** Inputs of one field that are printed; the data of the document have all of them. */
const PRINTED_ROWS = 40;

/** What kind of statement it is: what was only observed is never called equal. */
const KINDS = {
  different: 'Proved: does not arrive as before',
  'not-evaluable': 'Not evaluable: nothing is shown',
  'no-difference-observed': 'Observed only: no proof',
  equal: 'Proved: arrives as before',
} as const;

/** How it was shown, beside the statement. */
const PROOFS = {
  counterexample: 'The inputs are listed below.',
  enumeration: 'Shown by sending every input that there can be.',
  algebra: 'Shown by exact algebra of the whole way.',
  'same-steps': 'Shown by the same steps on the same values.',
} as const;

const TONES = {
  different: 'high',
  'not-evaluable': 'warn',
  'no-difference-observed': 'plain',
  equal: 'plain',
} as const;

/** Values before and after: one statement for all fields of which everything is the same, then the inputs that arrive otherwise. */
export function effectsView(effects: readonly EffectRowFacts[]): ViewData {
  const groups = groupsOf(effects);
  return {
    statements: groups.map(({ first, fields }) => ({
      ref: first.ref,
      tone: TONES[first.verdict],
      fields: fields.join(', '),
      way: first.touchedBy.map(touchedWords).join('; '),
      kind: KINDS[first.verdict],
      statement: statementWords(first),
      different: grouped(first.vectors.different),
      same: grouped(first.vectors.same),
      unknown: grouped(first.vectors.unknown),
    })),
    tables: groups.filter(({ first }) => first.verdict === 'different').map(tableOf),
  };
}

/** What page 1 says of values that nobody can vouch for; empty where all is proved. */
export function unprovedValues(effects: readonly EffectRowFacts[]): string {
  const of = (verdict: EffectRowFacts['verdict']): number => effects.filter((row) => row.verdict === verdict).length;
  const [blind, observed] = [of('not-evaluable'), of('no-difference-observed')];
  const parts = [
    ...(blind === 0 ? [] : [`${grouped(blind)} could not be evaluated`]),
    ...(observed === 0 ? [] : [`${grouped(observed)} ${observed === 1 ? 'was' : 'were'} only observed on some values`]),
  ];
  return parts.length === 0
    ? ''
    : `of ${number(effects.length, 'mapped field')} on a changed way, ${parts.join(' and ')}`;
}

interface Group {
  readonly first: EffectRowFacts;
  /** The mapped fields, in words. */
  readonly fields: readonly string[];
}

function groupsOf(effects: readonly EffectRowFacts[]): readonly Group[] {
  const groups = new Map<string, { first: EffectRowFacts; fields: string[] }>();
  for (const effect of effects) {
    const group = groups.get(effect.ref) ?? { first: effect, fields: [] };
    group.fields.push(referenceWords(effect.element));
    groups.set(effect.ref, group);
  }
  return [...groups.values()];
}

function tableOf({ first, fields }: Group): ViewData {
  const { different, same, unknown } = first.vectors;
  const rows = first.rows.filter((row) => row.same === false);
  const more = rows.length - PRINTED_ROWS;
  return {
    caption: [
      `${first.ref} ${fields[0] ?? ''}`,
      fields.length === 1 ? '' : ` and ${number(fields.length - 1, 'further field')}`,
      `: ${grouped(different)} of ${number(different + same + unknown, 'vector')} ${different === 1 ? 'does' : 'do'} not arrive as before, ${grouped(same)} ${same === 1 ? 'does' : 'do'}`,
      unknown === 0 ? '' : `, of ${grouped(unknown)} nobody can say`,
      more > 0 ? `; the first ${PRINTED_ROWS}, all of them stand in the data of this document` : '',
    ].join(''),
    rows: rows.slice(0, PRINTED_ROWS).map(({ input, base, head }) => ({ input, base, head })),
  };
}

function statementWords({ statement, by, notFollowed, compensations }: EffectRowFacts): string {
  return [
    statement,
    ...(by === null ? [] : [PROOFS[by]]),
    ...compensationWords(compensations),
    ...(notFollowed.length === 0
      ? []
      : [`What no value shows changed as well, and was not followed: ${notFollowed.map(touchedWords).join('; ')}.`]),
  ].join(' ');
}

/** What makes up for what, once for the changes of which the same is said. */
function compensationWords(compensations: EffectRowFacts['compensations']): readonly string[] {
  return distinct(compensations.map(({ reason }) => reason)).map((reason) => {
    const refs = compensations.filter((one) => one.reason === reason).map(({ ref }) => ref);
    return `${distinct(refs).join(', ')} (A9): ${reason}.`;
  });
}

/** `conversion UC-RA, decimals (F-02, F-02.1)`. */
function touchedWords({ element, attribute, findings }: EffectRowFacts['touchedBy'][number]): string {
  const place = attribute === '' ? referenceWords(element) : `${referenceWords(element)}, ${attribute}`;
  return findings.length === 0 ? place : `${place} (${distinct(findings).join(', ')})`;
}
