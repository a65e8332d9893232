import type { ComposedPlant } from '../plant/composed-plant.ts';
import type { Expression } from '../plant/expression.ts';
import { complement } from './plant-names.ts';
import type { PlantNames } from './plant-names.ts';

/** What writing Promela needs to know: the plant, its names, and the queues that are arrays because something overtakes in them. */
export interface PromelaText {
  readonly plant: ComposedPlant;
  readonly names: PlantNames;
  readonly arrays: ReadonlySet<number>;
}

/** An expression of the plant in Promela; a part of it that needs them stands in parentheses. */
export function promelaExpression(text: PromelaText, expression: Expression): string {
  switch (expression.kind) {
    case 'true':
    case 'false':
      return expression.kind;
    case 'not':
      return negated(text, expression.of);
    case 'all':
      return joined(text, expression.of, ' && ', 'true');
    case 'any':
      return joined(text, expression.of, ' || ', 'false');
    case 'in':
      return oneOf(text, expression.variable, expression.values);
    case 'at':
      return either(
        expression.messages.map((message) => messageAt(text, expression.channel, expression.position, message)),
      );
    case 'waiting':
      return expression.messages === undefined
        ? `${lengthOf(text, expression.channel)} > 0`
        : either(expression.messages.map((message) => messageWaiting(text, expression.channel, message)));
    case 'free':
      throw new RangeError('a free atom has no truth value in a state');
  }
}

/** `v == A || v == B`, or what it must not be, where that is shorter; `name` where its value is kept elsewhere. */
export function oneOf({ names }: PromelaText, variable: number, values: readonly number[], name?: string): string {
  const labels = names.values[variable] ?? [];
  const subject = name ?? names.variables[variable] ?? '';
  const others = labels.map((_, value) => value).filter((value) => !values.includes(value));
  if (others.length === 0) return 'true';
  if (others.length >= values.length || values.length < 2)
    return either(values.map((value) => `${subject} == ${labels[value] ?? ''}`));
  const refused = others.map((value) => `${subject} != ${labels[value] ?? ''}`);
  return refused.length === 1 ? refused.join('') : `(${refused.join(' && ')})`;
}

/** How many messages wait in the channel. */
export function lengthOf({ names, arrays }: PromelaText, channel: number): string {
  const name = names.channels[channel] ?? '';
  return arrays.has(channel) ? (names.lengths[channel] ?? '') : `len(${name})`;
}

/** The name of a message. */
export function messageName({ names }: PromelaText, channel: number, message: number): string {
  return names.messages[channel]?.[message - 1] ?? String(message);
}

function negated(text: PromelaText, expression: Expression): string {
  if (expression.kind === 'in') return oneOf(text, expression.variable, complement(text.names, expression));
  if (expression.kind === 'waiting' && expression.messages === undefined)
    return `${lengthOf(text, expression.channel)} == 0`;
  const negatedText = promelaExpression(text, expression);
  return negatedText.startsWith('(') ? `!${negatedText}` : `!(${negatedText})`;
}

function messageAt(text: PromelaText, channel: number, position: number, message: number): string {
  const name = text.names.channels[channel] ?? '';
  const label = messageName(text, channel, message);
  return text.arrays.has(channel) ? `${name}[${position}] == ${label}` : `${name}?[${label}]`;
}

function messageWaiting(text: PromelaText, channel: number, message: number): string {
  const name = text.names.channels[channel] ?? '';
  const label = messageName(text, channel, message);
  if (!text.arrays.has(channel)) return `${name}??[${label}]`;
  const places = Array.from({ length: text.plant.channels[channel]?.capacity ?? 0 }, (_, place) => place);
  return either(places.map((place) => `${name}[${place}] == ${label}`));
}

function either(parts: readonly string[]): string {
  if (parts.length === 0) return 'false';
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' || ')})`;
}

function joined(text: PromelaText, parts: readonly Expression[], by: string, none: string): string {
  if (parts.length === 0) return none;
  const texts = parts.map((part) => promelaExpression(text, part));
  return texts.length === 1 ? (texts[0] ?? '') : `(${texts.join(by)})`;
}
