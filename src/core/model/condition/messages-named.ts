import type { Condition } from '../../language/condition.ts';
import { partsOf } from './normal-form.ts';

/** Messages that a condition on a message names anywhere (`{message: IF-001, …}`), each once, in the order in which they stand. */
export function messagesNamed(condition: Condition): readonly string[] {
  if (condition.kind === 'message') return condition.messages;
  return [...new Set(partsOf(condition).flatMap(messagesNamed))];
}
