import type { ComposedPlant } from '../plant/composed-plant.ts';
import type { PlantState } from './interpreter.ts';

/** Consecutive bits of one 32-bit word of a packed state; no bits at all for what has only one value. */
export interface BitField {
  readonly word: number;
  readonly shift: number;
  readonly bits: number;
}

/**
 * Where the messages of a channel are. Place 0 arrives first; an empty place is 0 and has only empty places behind it, so
 * that equal contents have equal bits.
 */
export interface ChannelBits {
  readonly places: readonly BitField[];
  /** All places together, in order, when they share one word: then a message is taken by shifting. */
  readonly together?: BitField;
}

/** How a state is packed into `words` 32-bit words. */
export interface Layout {
  readonly words: number;
  readonly variables: readonly BitField[];
  readonly channels: readonly ChannelBits[];
}

/** Packs every variable and channel into as few words as first-fit decreasing finds. */
export function layoutOf(plant: ComposedPlant): Layout {
  const wanted: { bits: number; field?: BitField }[] = [];
  const want = (bits: number) => {
    const place: { bits: number; field?: BitField } = { bits };
    wanted.push(place);
    return place;
  };
  const variables = plant.variables.map(({ values }) => want(bitsFor(values.length)));
  const channels = plant.channels.map(({ messages, capacity }) => {
    const bits = bitsFor(messages.length + 1);
    const together = bits * capacity <= 32;
    return {
      bits,
      capacity,
      fields: together ? [want(bits * capacity)] : Array.from({ length: capacity }, () => want(bits)),
    };
  });
  const words = placeAll(wanted);
  return {
    words,
    variables: variables.map(fieldOf),
    channels: channels.map(({ bits, capacity, fields }) => {
      const [first] = fields;
      if (first === undefined || fields.length > 1) return { places: fields.map(fieldOf) };
      const { word, shift } = fieldOf(first);
      const places = Array.from({ length: capacity }, (_, place) => ({ word, shift: shift + place * bits, bits }));
      return { places, together: fieldOf(first) };
    }),
  };
}

/** The initial states, packed one behind the other. */
export function packInitial(plant: ComposedPlant, layout: Layout): Int32Array {
  const packed = new Int32Array(plant.initial.length * layout.words);
  for (const [index, values] of plant.initial.entries())
    for (const [variable, field] of layout.variables.entries()) {
      const at = index * layout.words + field.word;
      packed[at] = (packed[at] ?? 0) | ((values[variable] ?? 0) << field.shift);
    }
  return packed;
}

/** What the packed state of this number says. */
export function unpacked({ words, variables, channels }: Layout, states: Int32Array, number: number): PlantState {
  const read = ({ word, shift, bits }: BitField): number =>
    bits === 0 ? 0 : ((states[number * words + word] ?? 0) >>> shift) & (-1 >>> (32 - bits));
  return {
    values: variables.map(read),
    channels: channels.map(({ places }) => places.map(read).filter((message) => message !== 0)),
  };
}

/** The bits of a field within its word, as a signed 32-bit number. */
export function maskOf({ shift, bits }: BitField): number {
  return bits === 0 ? 0 : (-1 >>> (32 - bits)) << shift;
}

function bitsFor(values: number): number {
  return values <= 1 ? 0 : 32 - Math.clz32(values - 1);
}

function placeAll(wanted: { bits: number; field?: BitField }[]): number {
  const used: number[] = [];
  const widestFirst = wanted
    .map((place, index) => ({ place, index }))
    .sort((a, b) => b.place.bits - a.place.bits || a.index - b.index);
  for (const { place } of widestFirst) {
    const found = used.findIndex((bits) => bits + place.bits <= 32);
    const word = found < 0 ? used.push(0) - 1 : found;
    const shift = used[word] ?? 0;
    // A field without bits may stand behind the last bit of a word: it is never shifted by 32.
    place.field = { word, shift: place.bits === 0 ? 0 : shift, bits: place.bits };
    used[word] = shift + place.bits;
  }
  return Math.max(1, used.length);
}

function fieldOf({ field }: { field?: BitField }): BitField {
  if (field === undefined) throw new RangeError('a field has no place');
  return field;
}
