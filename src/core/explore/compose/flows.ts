import type { Condition } from '../../language/condition.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { PlantBounds } from '../plant/composed-plant.ts';
import { carriedItem, type CarriedItem } from './carried-items.ts';
import { interfaceOf, isLeftOut, type Machine } from './machines.ts';

export type FaultKind = 'lose' | 'duplicate' | 'overtake' | 'outage';

/** An interface as the search sees it. */
export interface Flow {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  /** A question that is answered within the step of the asker. */
  readonly synchronous: boolean;
  /** Local names of its messages; empty = one without a name. */
  readonly messages: readonly string[];
  /** Cases in which a message is sent: of the interface (name ''), and of single messages. */
  readonly filters: ReadonlyMap<string, Condition>;
  /** Objects whose records its messages are about; undefined = a lifecycle without object. */
  readonly about: readonly (string | undefined)[];
  /** No explored step sends it: its messages come from outside, at any time. */
  readonly outside: boolean;
  /** Mapped fields of the message by id, and of the reply. */
  readonly items: ReadonlyMap<string, CarriedItem>;
  readonly replies: ReadonlyMap<string, CarriedItem>;
  readonly order: 'queue' | 'bag';
  /** The receiver notices by a counter that a message is older than one already processed, and drops it. */
  readonly dropsStale: boolean;
  readonly per: string | undefined;
  /** The receiver recognises a repeat by these. */
  readonly recognisesRepeats: boolean;
  readonly faults: readonly FaultKind[];
  readonly whenDown: 'queue' | 'refuse' | 'last-known' | 'proceed' | 'manual' | undefined;
  /** Messages that are sent while it is down wait and are not lost. */
  readonly waitsWhenDown: boolean;
  /** Whether what a `query` gets over it may be an old answer even when all is well. */
  readonly answersMayBeOld: boolean;
  readonly unexpected: 'ignore' | 'wait' | 'error' | 'refuse';
  readonly element: Element<'interface'>;
}

/** The interfaces that are not left out, by id. */
export function flowsOf(
  model: SpecModel,
  machines: readonly Machine[],
  bounds: PlantBounds,
): ReadonlyMap<string, Flow> {
  return new Map(
    model
      .ofKind('interface')
      .filter((element) => !isLeftOut(element, bounds))
      .map((element) => [element.id, flowOf(model, machines, element)]),
  );
}

function flowOf(model: SpecModel, machines: readonly Machine[], element: Element<'interface'>): Flow {
  const { attributes, id } = element;
  const { delivery, whenDown } = attributes;
  const emitting = machines.filter(({ moves }) =>
    moves.some(({ emits }) => emits.some((one) => interfaceOf(one) === id)),
  );
  const messageElements = model.partsOf(element, 'message');
  const filters = new Map<string, Condition>();
  if (attributes.filter !== undefined) filters.set('', attributes.filter);
  for (const message of messageElements)
    if (message.attributes.filter !== undefined) filters.set(message.localId, message.attributes.filter);
  const synchronous = attributes.pattern === 'request-reply';
  const mode = whenDown?.mode;
  const kept = delivery?.guarantee === 'at-least-once' || delivery?.guarantee === 'exactly-once';
  return {
    id,
    from: attributes.from,
    to: attributes.to,
    synchronous,
    messages: messageElements.map(({ localId }) => localId),
    filters,
    about: aboutObjects(model, machines, emitting, element),
    outside: emitting.length === 0,
    items: new Map(model.partsOf(element, 'mapping').map((field) => [field.localId, carriedItem(model, field)])),
    replies: new Map(model.partsOf(element, 'reply').map((field) => [field.localId, carriedItem(model, field)])),
    order: delivery?.order === 'none' || delivery?.order === undefined ? 'bag' : 'queue',
    dropsStale: delivery?.order === 'sequence' && delivery.stale !== 'process',
    per: delivery?.per,
    recognisesRepeats: (delivery?.key ?? []).length > 0,
    faults: attributes.faults ?? [],
    whenDown: mode,
    waitsWhenDown: mode === undefined ? kept : mode === 'queue',
    answersMayBeOld: attributes.cache !== undefined || (!synchronous && attributes.pattern !== undefined),
    unexpected: attributes.unexpected ?? 'error',
    element,
  };
}

function aboutObjects(
  model: SpecModel,
  machines: readonly Machine[],
  emitting: readonly Machine[],
  { id, attributes }: Element<'interface'>,
): Flow['about'] {
  if (emitting.length > 0) return [...new Set(emitting.map(({ object }) => object))];
  if (attributes.about !== undefined) return [attributes.about];
  const unmodelled = model
    .ofKind('transition')
    .filter((one) => (one.attributes.emits ?? []).some((sent) => interfaceOf(sent) === id))
    .flatMap((one) => model.get('lifecycle', interfaceOf(one.id))?.attributes.object ?? []);
  if (unmodelled.length > 0) return [...new Set(unmodelled)];
  const receiving = machines.filter(({ moves }) =>
    moves.some(({ receives }) => receives?.messages.some((one) => interfaceOf(one) === id) ?? false),
  );
  return [...new Set(receiving.map(({ object }) => object))];
}
