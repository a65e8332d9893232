import type { Json } from '../../language/canonical.ts';
import type { Condition } from '../../language/condition.ts';
import { messagesNamed } from '../../model/condition/messages-named.ts';
import type { Element } from '../../model/element.ts';
import { ABSENT } from '../../model/condition/state-vocabulary.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { PlantBounds } from '../plant/composed-plant.ts';

/** A lifecycle that is explored. */
export interface Machine {
  readonly id: string;
  readonly object: string | undefined;
  readonly system: string | undefined;
  /** States by id; `absent` is none of them. */
  readonly states: readonly string[];
  /** States, and perhaps `absent`, in which a record of it may be at the beginning. At least one. */
  readonly beginnings: readonly string[];
  /** Whether a record of it can be `absent`. */
  readonly mayBeAbsent: boolean;
  /** Where a record that a step creates begins, when the step does not say it. */
  readonly created: string;
  readonly moves: readonly Move[];
  /** Groups of states that some `{last: …}` of it names, each sorted, without repeats. */
  readonly remembered: readonly (readonly string[])[];
  /** A record may stay here for good; a state whose class nobody declares is taken for one. */
  mayRest(state: string): boolean;
}

/** A transition of a machine. */
export interface Move {
  /** `NCR.T03`. */
  readonly id: string;
  readonly machine: string;
  readonly system: string | undefined;
  readonly object: string | undefined;
  /** States, `any` written out; perhaps `absent`. */
  readonly sources: readonly string[];
  readonly to: string | { readonly last: readonly string[] };
  /** Roles; empty where nothing at all is said of what starts it; undefined where people do not. */
  readonly by: readonly string[] | undefined;
  readonly declared: boolean;
  readonly auto: boolean;
  readonly timed: boolean;
  readonly receives: { readonly messages: readonly string[]; readonly filter: Condition | undefined } | undefined;
  readonly when: Condition | undefined;
  readonly procedure: Condition | undefined;
  readonly fills: readonly (readonly [field: string, values: readonly string[]])[];
  readonly emits: readonly string[];
  readonly creates: readonly { readonly object: string; readonly states: ReadonlyMap<string, string> }[];
  readonly correction: boolean;
}

/** Whether the search leaves an element out: by name, by its collection and name, or because it is retired. */
export function isLeftOut(element: Element, bounds: Pick<PlantBounds, 'without'>): boolean {
  const { attributes, id, collection } = element;
  if ('status' in attributes && attributes.status === 'retired') return true;
  return bounds.without.includes(id) || bounds.without.includes(`${collection}:${id}`);
}

/** The lifecycles that are explored, sorted by id. */
export function machinesOf(model: SpecModel, bounds: PlantBounds): readonly Machine[] {
  const creating = model.ofKind('transition').flatMap(({ attributes }) => createdBy(attributes.creates));
  return model
    .ofKind('lifecycle')
    .filter((lifecycle) => !isLeftOut(lifecycle, bounds))
    .map((lifecycle) => machineOf(model, bounds, lifecycle, creating));
}

/** Interface of a message name: `IF-002` of `IF-002.HOLD`. Ids carry no dot. */
export function interfaceOf(message: string): string {
  return message.split('.', 1)[0] ?? message;
}

/** Whether what a step receives takes in a message that was sent: an interface alone means each of its messages. */
export function accepts(accepted: string, sent: string): boolean {
  return accepted === sent || (!accepted.includes('.') && interfaceOf(sent) === accepted);
}

function machineOf(
  model: SpecModel,
  bounds: PlantBounds,
  lifecycle: Element<'lifecycle'>,
  creating: readonly Move['creates'][number][],
): Machine {
  const { object, system, initial } = lifecycle.attributes;
  const stateElements = model.partsOf(lifecycle, 'state');
  const states = stateElements.map(({ localId }) => localId);
  const moves = model
    .partsOf(lifecycle, 'transition')
    .filter((transition) => !isLeftOut(transition, bounds))
    .map((transition) => moveOf(transition, lifecycle, states));
  const fromNothing =
    moves.some(({ sources }) => sources.includes(ABSENT)) || creating.some((made) => made.states.has(lifecycle.id));
  const start = bounds.start[lifecycle.id] ?? initial;
  const known = start !== undefined && (start === ABSENT || states.includes(start));
  const resting = new Set(
    stateElements.flatMap(({ localId, attributes }) =>
      attributes.resting === true ||
      (attributes.resting === undefined &&
        (attributes.class === undefined || attributes.class === 'closed' || attributes.class === 'terminal'))
        ? [localId]
        : [],
    ),
  );
  const groups = new Map(
    moves.flatMap(({ to }) => (typeof to === 'string' ? [] : [[to.last.join(' '), to.last] as const])),
  );
  const beginnings = known ? [start] : fromNothing || states.length === 0 ? [ABSENT] : states;
  const spare = object !== undefined && (bounds.spare[object] ?? 0) > 0;
  return {
    id: lifecycle.id,
    object,
    system,
    states,
    beginnings,
    mayBeAbsent: spare || beginnings.includes(ABSENT) || moves.some(({ sources }) => sources.includes(ABSENT)),
    created: initial ?? (fromNothing ? ABSENT : (states[0] ?? ABSENT)),
    moves,
    remembered: [...groups.values()],
    mayRest: (state) => state === ABSENT || resting.has(state),
  };
}

function moveOf(transition: Element<'transition'>, lifecycle: Element<'lifecycle'>, states: readonly string[]): Move {
  const { attributes } = transition;
  const { by, auto, after, receives } = attributes;
  const sources = attributes.from.flatMap((from) => (from === 'any' ? states : [from]));
  const declared = by !== undefined || auto === true || after !== undefined || receives !== undefined;
  return {
    id: transition.id,
    machine: lifecycle.id,
    system: lifecycle.attributes.system,
    object: lifecycle.attributes.object,
    sources: [...new Set(sources)],
    to: attributes.to,
    by: by ?? (declared ? undefined : []),
    declared,
    auto: auto === true,
    timed: after !== undefined,
    receives: receiving(receives),
    when: attributes.when,
    procedure: attributes.procedure,
    fills: Object.entries(attributes.fills ?? {}),
    emits: attributes.emits ?? [],
    creates: createdBy(attributes.creates),
    correction: attributes.correction === true,
  };
}

function receiving(receives: Element<'transition'>['attributes']['receives']): Move['receives'] {
  if (receives === undefined) return undefined;
  return 'kind' in receives
    ? { messages: messagesNamed(receives), filter: receives }
    : { messages: receives, filter: undefined };
}

function createdBy(creates: Readonly<Record<string, Json>> | undefined): Move['creates'] {
  return Object.entries(creates ?? {}).map(([object, states]) => ({
    object,
    states: new Map(
      Object.entries(typeof states === 'object' && states !== null ? states : {}).map(([lifecycle, state]) => [
        lifecycle,
        typeof state === 'string' ? state : '',
      ]),
    ),
  }));
}
