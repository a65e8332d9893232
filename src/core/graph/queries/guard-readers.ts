import type { Element, ElementKey } from '../../model/element.ts';
import type { SpecGraph } from '../spec-graph.ts';

/** A transition whose condition reads something. */
export interface GuardReader {
  readonly transition: Element<'transition'>;
  /** Which of its conditions. */
  readonly attribute: 'when' | 'procedure' | 'receives';
}

const CONDITIONS = ['when', 'procedure', 'receives'] as const;

/**
 * Transitions whose conditions read this set, lifecycle, state, field, mapped field or interface, or count this object's
 * records. Being started by a message is no reading of its interface; reading what the message carries is one of its fields.
 */
export function guardReaders(graph: SpecGraph, key: ElementKey): readonly GuardReader[] {
  const isCarrier = ['interface', 'message'].includes(graph.element(key)?.kind ?? '');
  return graph.to(key).flatMap(({ from, attribute }) => {
    const transition = graph.element(from);
    const condition = CONDITIONS.find((name) => name === attribute);
    if (transition?.kind !== 'transition' || condition === undefined || (isCarrier && condition === 'receives'))
      return [];
    return [{ transition: transition as Element<'transition'>, attribute: condition }];
  });
}
