import type { Expression } from '../plant/expression.ts';
import { complement } from './plant-names.ts';
import type { PlantNames } from './plant-names.ts';

/** An expression of the plant in TLA+, over unprimed variables; a part of it that needs them stands in parentheses. */
export function tlaExpression(names: PlantNames, expression: Expression): string {
  switch (expression.kind) {
    case 'true':
      return 'TRUE';
    case 'false':
      return 'FALSE';
    case 'not':
      return negated(names, expression.of);
    case 'all':
      return joined(names, expression.of, ' /\\ ', 'TRUE');
    case 'any':
      return joined(names, expression.of, ' \\/ ', 'FALSE');
    case 'in':
      return oneOf(names, expression.variable, expression.values);
    case 'at': {
      const queue = names.channels[expression.channel] ?? '';
      const place = expression.position + 1;
      const wanted = messageSet(names, expression.channel, expression.messages);
      return `(Len(${queue}) >= ${place} /\\ ${queue}[${place}] \\in ${wanted})`;
    }
    case 'waiting': {
      const queue = names.channels[expression.channel] ?? '';
      return expression.messages === undefined
        ? `${queue} # <<>>`
        : `(\\E i \\in DOMAIN ${queue} : ${queue}[i] \\in ${messageSet(names, expression.channel, expression.messages)})`;
    }
    case 'free':
      throw new RangeError('a free atom has no truth value in a state');
  }
}

/** `v = A`, `v \in {A, B}`, or what it must not be, where that is shorter; `subject` instead of the variable's own name. */
export function oneOf(names: PlantNames, variable: number, values: readonly number[], subject?: string): string {
  const labels = names.values[variable] ?? [];
  const name = subject ?? names.variables[variable] ?? '';
  const others = labels.filter((_, value) => !values.includes(value));
  if (others.length === 0) return 'TRUE';
  if (others.length >= values.length || values.length < 2) {
    const wanted = values.map((value) => labels[value] ?? '');
    if (wanted.length === 0) return 'FALSE';
    return wanted.length === 1 ? `${name} = ${wanted.join('')}` : `${name} \\in {${wanted.join(', ')}}`;
  }
  return others.length === 1 ? `${name} # ${others.join('')}` : `${name} \\notin {${others.join(', ')}}`;
}

/** The name of a message. */
export function messageName(names: PlantNames, channel: number, message: number): string {
  return names.messages[channel]?.[message - 1] ?? String(message);
}

function messageSet(names: PlantNames, channel: number, messages: readonly number[]): string {
  return `{${messages.map((message) => messageName(names, channel, message)).join(', ')}}`;
}

function negated(names: PlantNames, expression: Expression): string {
  if (expression.kind === 'in') return oneOf(names, expression.variable, complement(names, expression));
  if (expression.kind === 'waiting' && expression.messages === undefined)
    return `${names.channels[expression.channel] ?? ''} = <<>>`;
  const text = tlaExpression(names, expression);
  return text.startsWith('(') ? `~${text}` : `~(${text})`;
}

function joined(names: PlantNames, parts: readonly Expression[], by: string, none: string): string {
  if (parts.length === 0) return none;
  const texts = parts.map((part) => tlaExpression(names, part));
  return texts.length === 1 ? (texts[0] ?? '') : `(${texts.join(by)})`;
}
