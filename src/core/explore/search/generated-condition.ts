import type { Expression } from '../plant/expression.ts';
import { maskOf, type BitField, type Layout } from './layout.ts';

/**
 * A number in generated code. Everything of the plant that enters generated code goes through here: a name, label or any
 * other text of the user never does.
 */
export function int(value: number): string {
  if (!Number.isInteger(value) || value < -(2 ** 31) || value >= 2 ** 32)
    throw new RangeError(`no 32-bit integer: ${value}`);
  return String(value | 0);
}

/** Code that reads a field of the words `s0`, `s1` …; never negative unless the field is a whole word. */
export function readCode(field: BitField, words: string): string {
  const word = `${words}${int(field.word)}`;
  if (field.bits === 0) return '0';
  if (field.bits === 32) return word;
  if (field.shift === 0) return `(${word}&${int(maskOf(field))})`;
  if (field.shift + field.bits === 32) return `(${word}>>>${int(field.shift)})`;
  return `((${word}>>>${int(field.shift)})&${int(maskOf({ ...field, shift: 0 }))})`;
}

/** Code that is true or false for the state in the words `s0`, `s1` …; the expression must hold no free atom. */
export function conditionCode(layout: Layout, expression: Expression, words: string): string {
  switch (expression.kind) {
    case 'true':
    case 'false':
      return expression.kind;
    case 'all':
      return allCode(layout, expression.of, words);
    case 'any':
      return anyCode(expression.of.map((part) => conditionCode(layout, part, words)));
    case 'not':
      return notCode(conditionCode(layout, expression.of, words));
    case 'in': {
      const field = variableField(layout, expression.variable);
      return valuesCode(field, expression.values, words);
    }
    case 'at': {
      const place = placesOf(layout, expression.channel)[expression.position];
      return place === undefined ? 'false' : valuesCode(place, messageNumbers(expression.messages), words);
    }
    case 'waiting': {
      const places = placesOf(layout, expression.channel);
      const [first] = places;
      if (first === undefined || first.bits === 0) return 'false';
      const messages = expression.messages;
      if (messages === undefined) return notCode(valuesCode(first, [0], words));
      return anyCode(places.map((place) => valuesCode(place, messageNumbers(messages), words)));
    }
    case 'free':
      throw new RangeError('a free atom has no truth value in a state');
  }
}

/** The field of a variable; a plant that names one it does not have is refused. */
export function variableField(layout: Layout, variable: number): BitField {
  const field = layout.variables[variable];
  if (field === undefined) throw new RangeError(`no variable ${variable}`);
  return field;
}

/** The places of a channel, the next to arrive first. */
export function placesOf(layout: Layout, channel: number): readonly BitField[] {
  const bits = layout.channels[channel];
  if (bits === undefined) throw new RangeError(`no channel ${channel}`);
  return bits.places;
}

/** An empty place reads as 0, which is no message. */
function messageNumbers(messages: readonly number[]): readonly number[] {
  return messages.filter((message) => message > 0);
}

/** Tests for one value each are joined into one comparison per word, which is what most guards come down to. */
function allCode(layout: Layout, parts: readonly Expression[], words: string): string {
  const masks = new Map<number, { mask: number; value: number }>();
  const rest: string[] = [];
  for (const part of flat(parts)) {
    const single = singleValue(layout, part);
    if (single === undefined) {
      rest.push(conditionCode(layout, part, words));
      continue;
    }
    const { field, value } = single;
    const joined = masks.get(field.word);
    const mask = maskOf(field);
    const bits = value << field.shift;
    if (joined === undefined) masks.set(field.word, { mask, value: bits });
    else if ((joined.mask & mask & (joined.value ^ bits)) !== 0) return 'false';
    else masks.set(field.word, { mask: joined.mask | mask, value: joined.value | bits });
  }
  const joined = [...masks].map(([word, { mask, value }]) => sameCode(word, mask, value, words));
  const code = [...joined, ...rest].filter((part) => part !== 'true');
  if (code.includes('false')) return 'false';
  return code.length === 0 ? 'true' : code.length === 1 ? (code[0] ?? 'true') : `(${code.join('&&')})`;
}

function flat(parts: readonly Expression[]): Expression[] {
  return parts.flatMap((part) => (part.kind === 'all' ? flat(part.of) : [part]));
}

function singleValue(layout: Layout, part: Expression): { field: BitField; value: number } | undefined {
  const [field, values] =
    part.kind === 'in'
      ? [variableField(layout, part.variable), part.values]
      : part.kind === 'at'
        ? [placesOf(layout, part.channel)[part.position], messageNumbers(part.messages)]
        : [undefined, []];
  const [value] = values;
  if (field === undefined || field.bits === 0 || value === undefined || values.length !== 1) return undefined;
  return fits(field, value) ? { field, value } : undefined;
}

function sameCode(word: number, mask: number, value: number, words: string): string {
  const read = `${words}${int(word)}`;
  return mask === -1 ? `${read}===${int(value)}` : `(${read}&${int(mask)})===${int(value)}`;
}

function anyCode(parts: readonly string[]): string {
  const code = parts.filter((part) => part !== 'false');
  if (code.includes('true')) return 'true';
  return code.length === 0 ? 'false' : code.length === 1 ? (code[0] ?? 'false') : `(${code.join('||')})`;
}

function notCode(code: string): string {
  return code === 'true' ? 'false' : code === 'false' ? 'true' : `!(${code})`;
}

function fits(field: BitField, value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 2 ** field.bits;
}

function valuesCode(field: BitField, values: readonly number[], words: string): string {
  const possible = values.filter((value) => fits(field, value));
  const [first] = possible;
  if (first === undefined) return 'false';
  if (field.bits === 0) return 'true';
  if (possible.length === 1) return sameCode(field.word, maskOf(field), first << field.shift, words);
  if (field.bits <= 5) {
    const set = possible.reduce((mask, value) => mask | (1 << value), 0);
    return `((${int(set)}>>>${readCode(field, words)})&1)!==0`;
  }
  return `(${possible.map((value) => sameCode(field.word, maskOf(field), value << field.shift, words)).join('||')})`;
}
