import type { ComposedPlant } from '../../plant/composed-plant.ts';
import { int, placesOf, readCode, variableField } from '../generated-condition.ts';
import { addCode, type Tables } from '../generated-step.ts';
import { maskOf, type BitField, type Layout } from '../layout.ts';
import type { Renaming } from './renaming.ts';

/** A channel of so many bits or fewer is renamed by one look-up. */
const LOOKED_UP = 12;

/**
 * Statements that turn `s0`, `s1` … into the representative of all states that only call alike records otherwise: the one
 * whose words are smallest, the first word first. `g` becomes the number of a renaming that leads there; the first renaming
 * changes nothing. The state as it was stays readable in `r0`, `r1` ….
 */
export function representativeCode(
  plant: ComposedPlant,
  layout: Layout,
  renamings: readonly Renaming[],
  constants: Tables,
): string {
  const words = Array.from({ length: layout.words }, (_, word) => word);
  const kept = words.map((word) => `r${int(word)}=s${int(word)}`).join(',');
  const tries = renamings.slice(1).map((renaming, index) => {
    const [first, ...rest] = imageCode(plant, layout, renaming, constants);
    const move = words.map((word) => `s${int(word)}=n${int(word)};`).join('');
    const smaller = words
      .slice(1)
      .reduceRight((code, word) => `n${int(word)}<s${int(word)}||n${int(word)}===s${int(word)}&&(${code})`, 'false');
    return `{${first}if(n0<=s0){${rest.join('')}if(n0<s0||(${smaller})){${move}g=${int(index + 1)};}}}`;
  });
  return `let g=0;const ${kept};${tries.join('\n')}`;
}

/** Code of an expression that counts the renamings which leave the state in `s0`, `s1` … as it is. */
export function unmovedCode(
  plant: ComposedPlant,
  layout: Layout,
  renamings: readonly Renaming[],
  constants: Tables,
): string {
  const words = Array.from({ length: layout.words }, (_, word) => word);
  const kept = words.map((word) => `r${int(word)}=s${int(word)}`).join(',');
  const same = words.map((word) => `n${int(word)}===s${int(word)}`).join('&&');
  const tries = renamings
    .slice(1)
    .map((renaming) => `{${imageCode(plant, layout, renaming, constants).join('')}if(${same})unmoved++;}`);
  return `const ${kept};let unmoved=1;${tries.join('\n')}`;
}

/**
 * Declarations of `n0`, `n1` …, the words of the renamed state, made of `r0`, `r1` …: one piece of code for each word, or one
 * for all where messages have to be sorted anew.
 */
function imageCode(plant: ComposedPlant, layout: Layout, renaming: Renaming, constants: Tables): string[] {
  const moves = movesOf(plant, layout, renaming, constants);
  const declarations = Array.from({ length: layout.words }, (_, word) => {
    const shifted = [...(moves.shifts.get(word) ?? [])].map(([key, mask]) => {
      const [source = 0, by = 0] = key.split(' ').map(Number);
      const bits = mask === -1 ? `r${int(source)}` : `(r${int(source)}&${int(mask)})`;
      return by === 0 ? bits : by > 0 ? `${bits}<<${int(by)}` : `${bits}>>>${int(-by)}`;
    });
    const parts = [...shifted, ...(moves.others.get(word) ?? [])].map((part) => `(${part})`);
    return `let n${int(word)}=${['0', ...parts].slice(parts.length > 1 ? 1 : 0).join('|')};`;
  });
  return moves.sorting.length === 0 ? declarations : [[...declarations, ...moves.sorting].join('')];
}

interface Moves {
  /** Word → source word and shift to the left → bits that move so. */
  readonly shifts: Map<number, Map<string, number>>;
  /** Word → expressions of what is looked up. */
  readonly others: Map<number, string[]>;
  /** Statements that fill bags which are not looked up. */
  readonly sorting: string[];
}

function movesOf(plant: ComposedPlant, layout: Layout, renaming: Renaming, constants: Tables): Moves {
  const moves: Moves = { shifts: new Map(), others: new Map(), sorting: [] };
  const shift = (from: BitField, to: BitField) => {
    if (from.bits === 0) return;
    const known = moves.shifts.get(to.word) ?? new Map<string, number>();
    const key = `${from.word} ${to.shift - from.shift}`;
    known.set(key, (known.get(key) ?? 0) | maskOf(from));
    moves.shifts.set(to.word, known);
  };
  const other = (to: BitField, code: string) =>
    void moves.others.set(to.word, [...(moves.others.get(to.word) ?? []), code]);
  /** Renamed field by field, through a table where its values have other numbers then. */
  const field = (from: BitField, to: BitField, map: readonly number[]) => {
    if (map.every((value, index) => value === index)) shift(from, to);
    else other(to, `${constants.name(map)}[${readCode(from, 'r')}]<<${int(to.shift)}`);
  };
  for (const variable of plant.variables.keys()) {
    const to = variableField(layout, renaming.variables[variable] ?? -1);
    field(variableField(layout, variable), to, renaming.values[variable] ?? []);
  }
  for (const [channel, { order }] of plant.channels.entries()) {
    const target = renaming.channels[channel] ?? -1;
    const from = placesOf(layout, channel);
    const to = placesOf(layout, target);
    const map = renaming.messages[channel] ?? [];
    const [first] = to;
    if (first === undefined) continue;
    const changes = map.some((message, index) => message !== index);
    const whole = layout.channels[channel]?.together;
    if (changes && whole !== undefined && whole.bits <= LOOKED_UP)
      other(
        first,
        `${constants.name(contents(whole, from, map, order))}[${readCode(whole, 'r')}]<<${int(first.shift)}`,
      );
    else if (changes && order === 'bag') {
      const renamed = constants.name(map);
      moves.sorting.push(...from.map((place) => addCode(to, `${renamed}[${readCode(place, 'r')}]`)));
    } else for (const [place, source] of from.entries()) field(source, to[place] ?? source, map);
  }
  return moves;
}

/** What the bits of a whole channel become; contents that never occur stay 0. */
function contents(
  whole: BitField,
  places: readonly BitField[],
  map: readonly number[],
  order: 'queue' | 'bag',
): number[] {
  return Array.from({ length: 2 ** whole.bits }, (_, bits) => {
    const messages = places.map(({ shift, bits: width }) => (bits >>> (shift - whole.shift)) & (2 ** width - 1));
    const renamed = messages.filter((message) => message > 0).map((message) => map[message] ?? 0);
    if (order === 'bag') renamed.sort((a, b) => a - b);
    return renamed.reduce((sum, message, place) => sum | (message << (place * (places[0]?.bits ?? 0))), 0);
  });
}
