import type { Condition } from '../language/condition.ts';
import { messagesNamed } from '../model/condition/messages-named.ts';
import type { Element, ElementKey } from '../model/element.ts';
import type { SpecModel } from '../model/spec-model.ts';

/** A transition fires from this state: one per source state, and one from `absent` for a step that makes the record. */
export interface Arc {
  readonly transition: TransitionView;
  /** A state, or `absent`. */
  readonly from: string;
}

/** One transition, read for testing. */
export interface TransitionView {
  readonly key: ElementKey;
  /** `NCR.T03`. */
  readonly id: string;
  readonly lifecycle: string;
  /** The authority; absent = not declared. */
  readonly system: string | undefined;
  readonly event: string;
  readonly sources: readonly string[];
  /** A state, `same`, or the states of which the most recent one comes back. */
  readonly to:
    | { readonly kind: 'state'; readonly state: string }
    | { readonly kind: 'same' }
    | { readonly kind: 'last'; readonly states: readonly string[] };
  /** Messages that start it, and what they must carry. */
  readonly receives: { readonly messages: readonly string[]; readonly filter: Condition | undefined } | undefined;
  readonly by: readonly string[];
  readonly auto: boolean;
  readonly after: Element<'transition'>['attributes']['after'];
  readonly when: Condition | undefined;
  /** What people make sure of before they take the step; no system enforces it. */
  readonly procedure: Condition | undefined;
  readonly emits: readonly string[];
  readonly element: Element<'transition'>;
}

/** One lifecycle, read for testing. */
export interface LifecycleView {
  readonly key: ElementKey;
  readonly id: string;
  readonly system: string | undefined;
  readonly object: string | undefined;
  readonly initial: string | undefined;
  /** States by name, sorted. */
  readonly states: readonly string[];
  readonly classes: ReadonlyMap<string, string | undefined>;
  readonly transitions: readonly TransitionView[];
  readonly element: Element<'lifecycle'>;
}

export function lifecycleViews(model: SpecModel): readonly LifecycleView[] {
  return model.ofKind('lifecycle').map((element) => {
    const states = model.partsOf(element, 'state');
    const names = states.map(({ localId }) => localId);
    const { system, object, initial } = element.attributes;
    return {
      key: element.key,
      id: element.id,
      system,
      object,
      initial,
      states: names,
      classes: new Map(states.map((state) => [state.localId, state.attributes.class])),
      transitions: model.partsOf(element, 'transition').map((part) => transitionView(part, element, names)),
      element,
    };
  });
}

function transitionView(
  element: Element<'transition'>,
  lifecycle: Element<'lifecycle'>,
  states: readonly string[],
): TransitionView {
  const { attributes } = element;
  const sources = attributes.from.flatMap((from) => (from === 'any' ? states : [from]));
  return {
    key: element.key,
    id: element.id,
    lifecycle: lifecycle.id,
    system: lifecycle.attributes.system,
    event: attributes.event ?? element.localId,
    sources: [...new Set(sources)],
    to:
      typeof attributes.to !== 'string'
        ? { kind: 'last', states: attributes.to.last }
        : attributes.to === 'same'
          ? { kind: 'same' }
          : { kind: 'state', state: attributes.to },
    receives: receiving(attributes.receives),
    by: attributes.by ?? [],
    auto: attributes.auto ?? false,
    after: attributes.after,
    when: attributes.when,
    procedure: attributes.procedure,
    emits: attributes.emits ?? [],
    element,
  };
}

function receiving(receives: Element<'transition'>['attributes']['receives']): TransitionView['receives'] {
  if (receives === undefined) return undefined;
  if ('kind' in receives) {
    const messages = messagesNamed(receives);
    return { messages, filter: receives.kind === 'message' ? receives.of : receives };
  }
  return { messages: receives, filter: undefined };
}

/** Every arc of a lifecycle, by transition and source state. */
export function arcsOf(lifecycle: LifecycleView): readonly Arc[] {
  return lifecycle.transitions.flatMap((transition) => transition.sources.map((from) => ({ transition, from })));
}

/** Interface of a message name: `IF-002` of `IF-002.HOLD`. Ids carry no dot. */
export function interfaceOf(message: string): string {
  const dot = message.indexOf('.');
  return dot === -1 ? message : message.slice(0, dot);
}

/** Whether a transition that receives `accepted` is started by `sent`: an interface alone means every one of its messages. */
export function accepts(accepted: string, sent: string): boolean {
  return accepted === sent || (!accepted.includes('.') && interfaceOf(sent) === accepted);
}
