import type { Action, ComposedPlant, Step } from '../plant/composed-plant.ts';
import { int, placesOf, readCode, variableField } from './generated-condition.ts';
import { maskOf, type BitField, type ChannelBits, type Layout } from './layout.ts';

/** Constant tables that generated code reads, and the code that names them. */
export interface Tables {
  readonly all: Int32Array[];
  /** Which steps a run of bits allows, one table behind the other: see `guard-tables.ts`. */
  readonly guards: number[];
  /** The name of a table with this content; equal contents share one. */
  name(content: readonly number[]): string;
}

/** An empty set of tables. */
export function tables(): Tables {
  const all: Int32Array[] = [];
  const names = new Map<string, string>();
  return {
    all,
    guards: [],
    name: (content) => {
      const key = content.map(int).join(',');
      const known = names.get(key);
      if (known !== undefined) return known;
      const name = `t${int(all.length)}`;
      all.push(Int32Array.from(content));
      names.set(key, name);
      return name;
    },
  };
}

/** Code for each channel that the step sends to: true while it has no room for what the step sends, after what it takes. */
export function fullCode(plant: ComposedPlant, layout: Layout, step: Step): { channel: number; code: string }[] {
  return plant.channels.flatMap((channel, index) => {
    const sent = step.actions.filter((action) => isSend(action) && action.channel === index).length;
    const taken = step.actions.filter((action) => isTake(action) && action.channel === index).length;
    if (sent <= taken) return [];
    const free = channel.capacity - sent + taken;
    if (free < 0) return [{ channel: index, code: 'true' }];
    const place = placesOf(layout, index)[free];
    if (place === undefined) throw new RangeError(`no place ${free} in channel ${index}`);
    // Nobody can send a message that does not exist, so a channel without messages is never full.
    return place.bits === 0 ? [] : [{ channel: index, code: `(s${int(place.word)}&${int(maskOf(place))})!==0` }];
  });
}

/** Statements that turn `n0`, `n1` … (the state before the step, as in `s0` …) into the state after it, and the words they change. */
export function stepCode(
  plant: ComposedPlant,
  layout: Layout,
  step: Step,
  constants: Tables,
): { words: readonly number[]; code: string } {
  const words = new Set<number>();
  const parts = [setCode(layout, step, words), ...changeCode(layout, step, constants, words)];
  const takes = step.actions.filter(isTake);
  const sends = step.actions.filter(isSend);
  for (const action of takes) parts.push(takeCode(layout, action, words));
  for (const action of sends) parts.push(sendCode(plant, layout, action, constants, words));
  return { words: [...words].sort((a, b) => a - b), code: parts.join('') };
}

function isSend(action: Action): action is Extract<Action, { kind: 'send' | 'sendContent' }> {
  return action.kind === 'send' || action.kind === 'sendContent';
}

function isTake(action: Action): action is Extract<Action, { kind: 'take' | 'withdraw' }> {
  return action.kind === 'take' || action.kind === 'withdraw';
}

/** All constants of one word are set at once. */
function setCode(layout: Layout, step: Step, words: Set<number>): string {
  const changes = new Map<number, { mask: number; value: number }>();
  for (const action of step.actions) {
    if (action.kind !== 'set') continue;
    const field = variableField(layout, action.variable);
    if (field.bits === 0) continue;
    const { mask, value } = changes.get(field.word) ?? { mask: 0, value: 0 };
    changes.set(field.word, { mask: mask | maskOf(field), value: value | (action.value << field.shift) });
  }
  return [...changes]
    .map(([word, { mask, value }]) => {
      words.add(word);
      return `n${int(word)}=n${int(word)}&${int(~mask)}|${int(value)};`;
    })
    .join('');
}

function changeCode(layout: Layout, step: Step, constants: Tables, words: Set<number>): string[] {
  return step.actions.map((action) => {
    if (action.kind === 'copy') {
      const field = variableField(layout, action.variable);
      if (field.bits === 0) return '';
      const word = int(field.word);
      words.add(field.word);
      const table = constants.name(action.map.map((value) => value << field.shift));
      return `n${word}=n${word}&${int(~maskOf(field))}|${table}[${readCode(variableField(layout, action.source), 's')}];`;
    }
    if (action.kind === 'increase') {
      const field = variableField(layout, action.variable);
      if (field.bits === 0) throw new RangeError(`variable ${action.variable} has one value and cannot increase`);
      const word = int(field.word);
      words.add(field.word);
      return `n${word}=n${word}+${int(1 << field.shift)}|0;`;
    }
    return '';
  });
}

function channelBits(layout: Layout, channel: number): ChannelBits {
  const bits = layout.channels[channel];
  if (bits === undefined) throw new RangeError(`no channel ${channel}`);
  return bits;
}

function takeCode(layout: Layout, action: Extract<Action, { kind: 'take' | 'withdraw' }>, words: Set<number>): string {
  const { places } = channelBits(layout, action.channel);
  if ((places[0]?.bits ?? 0) === 0) throw new RangeError(`channel ${action.channel} never holds a message to take`);
  for (const place of places) words.add(place.word);
  if (action.kind === 'take') return removeCode(layout, action.channel, action.position);
  // A bag is sorted: the first place with the message is the one to empty.
  return places
    .map((place, position) => {
      const found = `(n${int(place.word)}&${int(maskOf(place))})===${int(action.message << place.shift)}`;
      return `${position === 0 ? '' : 'else '}if(${found}){${removeCode(layout, action.channel, position)}}`;
    })
    .join('');
}

/** Everything behind the position moves up by one. */
function removeCode(layout: Layout, channel: number, position: number): string {
  const { places, together } = channelBits(layout, channel);
  const [first] = places;
  if (together !== undefined && first !== undefined) {
    const word = `n${int(together.word)}`;
    const from = masksFrom(places, position);
    const behind = masksFrom(places, position + 1);
    const moved = behind === 0 ? '' : `|(${word}&${int(behind)})>>>${int(first.bits)}`;
    return `${word}=${word}&${int(~from)}${moved};`;
  }
  return places
    .slice(position)
    .map((place, index) => {
      const next = places[position + index + 1];
      return writeCode(place, next === undefined ? '0' : readCode(next, 'n'));
    })
    .join('');
}

function masksFrom(places: readonly BitField[], position: number): number {
  return places.slice(Math.max(0, position)).reduce((mask, place) => mask | maskOf(place), 0);
}

function writeCode(place: BitField, value: string): string {
  const word = `n${int(place.word)}`;
  return `${word}=${word}&${int(~maskOf(place))}|${value}<<${int(place.shift)};`;
}

function sendCode(
  plant: ComposedPlant,
  layout: Layout,
  action: Extract<Action, { kind: 'send' | 'sendContent' }>,
  constants: Tables,
  words: Set<number>,
): string {
  const { places, together } = channelBits(layout, action.channel);
  const [first] = places;
  if (first === undefined || first.bits === 0) return '';
  for (const place of places) words.add(place.word);
  const message = action.kind === 'send' ? int(action.message) : contentCode(layout, action, constants, words);
  if (plant.channels[action.channel]?.order === 'bag') return addCode(places, message);
  if (together === undefined) return appendCode(places, message);
  const word = `n${int(together.word)}`;
  if (places.length === 1) return `${word}=${word}|${shifted(message, first.shift)};`;
  // The highest bit in use tells how many places are taken.
  const shifts = constants.name(
    Array.from({ length: 33 }, (_, zeros) => first.shift + Math.ceil((32 - zeros) / first.bits) * first.bits),
  );
  return `${word}=${word}|${message}<<${shifts}[clz(${readCode(together, 'n')})];`;
}

function shifted(message: string, shift: number): string {
  return shift === 0 ? message : `${message}<<${int(shift)}`;
}

/** Only words that the step changes have a state after it. */
function contentCode(
  layout: Layout,
  action: Extract<Action, { kind: 'sendContent' }>,
  constants: Tables,
  changed: ReadonlySet<number>,
): string {
  const parts = action.parts.map(({ variable, map }) => {
    const field = variableField(layout, variable);
    return `${constants.name(map)}[${readCode(field, changed.has(field.word) ? 'n' : 's')}]`;
  });
  return `(${[int(action.base), ...parts].join('+')})`;
}

/** Into the first empty place. */
function appendCode(places: readonly BitField[], message: string): string {
  const tries = places.map((place, position) => {
    const last = position === places.length - 1;
    const word = `n${int(place.word)}`;
    const free = last ? '' : `if((${word}&${int(maskOf(place))})===0)`;
    return `${position === 0 ? '' : 'else '}${free}${word}=${word}|m<<${int(place.shift)};`;
  });
  return `{const m=${message};${tries.join('')}}`;
}

/** Into its place among the sorted of `n0`, `n1` …: what is greater moves back by one; message 0 is none. */
export function addCode(places: readonly BitField[], message: string): string {
  const tries = places.map((place) => {
    const write = writeCode(place, 'm');
    return `if(m!==0){o=${readCode(place, 'n')};if(o===0){${write}m=0;}else if(o>m){${write}m=o;}}`;
  });
  return `{let m=${message},o=0;${tries.join('')}}`;
}
