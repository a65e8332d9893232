import type { Condition } from '../../language/condition.ts';
import { partsOf } from '../../model/condition/normal-form.ts';
import { messagesNamed } from '../../model/condition/messages-named.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { interfaceIdOf, lifecycleIdOf } from './story-records.ts';

/** How the lifecycles of a model reach each other; looked up once for all stories. */
export interface StoryLinks {
  readonly model: SpecModel;
  transitionsOf(lifecycle: string): readonly Element<'transition'>[];
  /** Lifecycles with a step that a message of this interface starts. */
  receivers(interfaceId: string): readonly string[];
  /** Lifecycles with a step that sends over this interface. */
  senders(interfaceId: string): readonly string[];
}

/** Looks through all transitions once. */
export function storyLinks(model: SpecModel): StoryLinks {
  const transitions = new Map<string, Element<'transition'>[]>();
  const receivers = new Map<string, Set<string>>();
  const senders = new Map<string, Set<string>>();
  const note = (table: Map<string, Set<string>>, message: string, lifecycle: string): void => {
    const id = interfaceIdOf(message);
    table.set(id, (table.get(id) ?? new Set()).add(lifecycle));
  };
  for (const transition of model.ofKind('transition')) {
    const lifecycle = lifecycleIdOf(transition.id);
    const own = transitions.get(lifecycle);
    if (own === undefined) transitions.set(lifecycle, [transition]);
    else own.push(transition);
    const { receives, emits } = transition.attributes;
    for (const message of messagesReceived(receives)) note(receivers, message, lifecycle);
    for (const message of emits ?? []) note(senders, message, lifecycle);
  }
  return {
    model,
    transitionsOf: (lifecycle) => transitions.get(lifecycle) ?? [],
    receivers: (id) => [...(receivers.get(id) ?? [])],
    senders: (id) => [...(senders.get(id) ?? [])],
  };
}

/** Lifecycles that a condition names. */
export function lifecyclesRead(condition: Condition): readonly string[] {
  return condition.kind === 'status' ? [condition.lifecycle] : partsOf(condition).flatMap(lifecyclesRead);
}

/** Interfaces over which a condition reads something, or that it wants settled. */
export function interfacesRead(condition: Condition): readonly string[] {
  const own = condition.kind === 'read' || condition.kind === 'settled' ? [condition.interface] : [];
  return [...own, ...partsOf(condition).flatMap(interfacesRead)];
}

/** Messages that start a step. */
export function messagesReceived(receives: Element<'transition'>['attributes']['receives']): readonly string[] {
  if (receives === undefined) return [];
  return 'kind' in receives ? messagesNamed(receives) : receives;
}
