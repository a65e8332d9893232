import { elementKey } from '../../model/element.ts';
import type { Element, ElementKey } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { messagesThatStart, sameMessage } from '../linting/step-start.ts';
import { saysInForce } from '../linting/declared.ts';
import { actOf } from './step-acts.ts';
import type { StepAct } from './step-acts.ts';

type Transition = Element<'transition'>;

/** A step for release that a message starts, at once or by way of another step that the message starts. */
interface StartedStep {
  readonly transition: Transition;
  readonly act: StepAct;
}

/** What the messages of a model do for release, and which steps send them. */
interface GatedStarts {
  /** Message, or interface, → the step that it starts; one that gives back use comes before one that takes it away. */
  readonly byMessage: ReadonlyMap<ElementKey, StartedStep>;
  /** Step that sends such a message → the step that this starts. */
  readonly byEmitter: ReadonlyMap<ElementKey, StartedStep>;
}

const KNOWN = new WeakMap<SpecModel, GatedStarts>();

/** Messages that start steps for release, by their own name or by that of their interface, and the steps that send them. */
export function gatedStarts(model: SpecModel): GatedStarts {
  const known = KNOWN.get(model);
  if (known !== undefined) return known;
  const starts = { byMessage: new Map<ElementKey, StartedStep>(), byEmitter: new Map<ElementKey, StartedStep>() };
  KNOWN.set(model, starts);
  const gated = model.ofKind('transition').flatMap((transition): readonly StartedStep[] => {
    const act = actOf(transition, model);
    return act === undefined ? [] : [{ transition, act }];
  });
  for (const withdraws of [false, true]) {
    for (const started of gated) {
      if (started.act.withdraws !== withdraws) continue;
      for (const start of wayInto(started.transition, model)) {
        for (const key of keysOfMessages(start.messages, model))
          if (!starts.byMessage.has(key)) starts.byMessage.set(key, started);
        for (const emitter of start.emitters)
          if (!starts.byEmitter.has(emitter.key)) starts.byEmitter.set(emitter.key, started);
      }
    }
  }
  return starts;
}

/** The steps that send a message which starts this one; none where it names no message. */
function emittersOf(transition: Transition, model: SpecModel): readonly Transition[] {
  const messages = messagesThatStart(transition);
  if (messages.length === 0) return [];
  return emitting(model).filter(({ attributes: { emits = [] } }) =>
    emits.some((sent) => messages.some((message) => sameMessage(sent, message))),
  );
}

/** How far a message is followed back through steps that messages start themselves. */
const FURTHEST = 4;

/**
 * The steps of other lifecycles through which a message comes to start this one, nearest first, one list for each way; one
 * empty list where people or time start it, or nobody is known to send the message.
 */
export function sendersOf(transition: Transition, model: SpecModel): readonly (readonly Transition[])[] {
  return sendersWithin(transition, model, [transition]);
}

function sendersWithin(
  transition: Transition,
  model: SpecModel,
  before: readonly Transition[],
): readonly (readonly Transition[])[] {
  const emitters = emittersOf(transition, model).filter((emitter) => !before.includes(emitter));
  const { by, auto, after } = transition.attributes;
  const alone =
    emitters.length === 0 || before.length > FURTHEST || by !== undefined || auto === true || after !== undefined;
  const ways =
    before.length > FURTHEST
      ? []
      : emitters.flatMap((emitter) =>
          sendersWithin(emitter, model, [...before, emitter]).map((senders) => [emitter, ...senders]),
        );
  return alone ? [[], ...ways] : ways;
}

/** Messages that start the step, and the steps that send them; then the same of those steps. */
function wayInto(
  transition: Transition,
  model: SpecModel,
): readonly { readonly messages: readonly string[]; readonly emitters: readonly Transition[] }[] {
  const seen = new Set([transition]);
  for (const step of seen) for (const emitter of emittersOf(step, model)) seen.add(emitter);
  return [...seen].map((step) => ({ messages: messagesThatStart(step), emitters: emittersOf(step, model) }));
}

function keysOfMessages(names: readonly string[], model: SpecModel): readonly ElementKey[] {
  return names.flatMap((name) => {
    const carrier = model.get('interface', name);
    if (carrier !== undefined) return [carrier.key, ...model.partsOf(carrier, 'message').map(({ key }) => key)];
    const message = model.get('message', name);
    return [elementKey('message', name), ...(message?.parent === undefined ? [] : [message.parent])];
  });
}

const EMITTING = new WeakMap<SpecModel, readonly Transition[]>();

/** Steps in force that send something. */
function emitting(model: SpecModel): readonly Transition[] {
  const known = EMITTING.get(model);
  if (known !== undefined) return known;
  const steps = model
    .ofKind('transition')
    .filter(({ attributes: { emits = [], status } }) => emits.length > 0 && saysInForce(status));
  EMITTING.set(model, steps);
  return steps;
}
