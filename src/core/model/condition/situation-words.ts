import type { Condition } from '../../language/condition.ts';
import type { ConditionNames } from './condition-names.ts';
import type { Situation } from './evaluation.ts';
import { partsOf } from './normal-form.ts';
import { ABSENT } from './state-vocabulary.ts';
import { EMPTY, OTHER, UNDELIVERED } from './variable.ts';
import type { Value } from './variable.ts';

/**
 * What the situation is like, as far as the condition reads it, in words: `the NCR is PendingVerification`. Undefined when
 * nothing in it can be named, as with limits and related records.
 */
export function exampleWords(condition: Condition, situation: Situation, names: ConditionNames): string | undefined {
  const words = new Set<string>();
  const visit = (part: Condition, source: string): void => {
    if (part.kind === 'status') {
      const value = situation.values.get(`${source}status ${part.lifecycle}`);
      if (typeof value === 'string')
        words.add(
          `${names.status(part.lifecycle)} ${value === ABSENT ? 'does not exist' : `is ${names.state(part.lifecycle, value)}`}`,
        );
    } else if (part.kind === 'comparison') {
      const value = valueWords(situation.values.get(`${source}field ${part.field}`));
      const interfaceId = source === '' ? undefined : source.split(' ')[1];
      if (value !== undefined) words.add(`the ${names.field(part.field, interfaceId)} ${value}`);
    } else if (part.kind === 'fact' && situation.values.get(`fact ${part.text}`) !== true) {
      words.add(`it is not shown that ${part.text}`);
    } else if (part.kind === 'settled' && situation.values.get(`settled ${part.interface}`) === false) {
      words.add(`something of ${names.interface(part.interface)} is on its way`);
    }
    const inner =
      part.kind === 'read'
        ? `${part.from} ${part.interface} ${part.maxAge ?? ''}: `
        : part.kind === 'message'
          ? 'message : '
          : source;
    if (part.kind !== 'quantified') for (const member of partsOf(part)) visit(member, inner);
  };
  visit(condition, '');
  return words.size === 0 ? undefined : [...words].join(', ');
}

function valueWords(value: Value | undefined): string | undefined {
  if (value === EMPTY) return 'is empty';
  if (value === UNDELIVERED) return 'was never delivered';
  if (value === OTHER) return 'is any other value';
  return typeof value === 'string' ? `is ${value}` : undefined;
}
