import { elementTitle } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { compareText } from '../../diagnostics/order.ts';
import type { ComposedPlant, Step, StepTransition } from '../plant/composed-plant.ts';
import type { StoryMessage } from './story.ts';

/** Who takes a step: roles by their titles, the system of a machine's step, or the interface whose message it is about. */
export function whoOf(model: SpecModel, step: Step): string {
  if (step.kind === 'person') return peopleText(model, step.by ?? []);
  if (step.kind === 'automatic' || step.kind === 'timed')
    return whereOf(model, step, undefined) ?? step.transitions[0]?.lifecycle ?? 'the plant';
  return step.interface ?? 'outside the model';
}

/** `Operator, Lead or QA inspector`; `anyone`. */
export function peopleText(model: SpecModel, roles: readonly string[]): string {
  if (roles.length === 0 || roles.includes('anyone')) return 'Anyone';
  const titles = roles.map((id) => {
    const role = model.get('role', id);
    return role === undefined ? id : elementTitle(role);
  });
  const sorted = [...new Set(titles)].toSorted(compareText);
  const last = sorted.at(-1) ?? '';
  return sorted.length < 2 ? last : `${sorted.slice(0, -1).join(', ')} or ${last}`;
}

/** System in which a step happens: that of its first transition, or the one that a message reaches. */
export function whereOf(model: SpecModel, step: Step, message: StoryMessage | undefined): string | undefined {
  const [first] = step.transitions;
  const system = first === undefined ? undefined : model.get('lifecycle', first.lifecycle)?.attributes.system;
  return system ?? message?.to;
}

/** What happens, as one sentence without a full stop. */
export function whatOf(model: SpecModel, plant: ComposedPlant, step: Step, message: StoryMessage | undefined): string {
  const done = doneBy(model, plant, step);
  switch (step.kind) {
    case 'person':
    case 'automatic':
      return done === '' ? step.name : done;
    case 'timed':
      return done === '' ? step.name : `time runs out: ${done}`;
    case 'outside':
      return done === '' ? withoutInterface(step) : `from outside the model: ${done}`;
    case 'recovery':
      return 'answers again';
    case 'delivery':
      return arrival(step, `${arriving(message)} arrives`, message, done);
    case 'fault':
      return faultText(step, message, done);
  }
}

/** `from outside to QMS about result 1`: who it is about is said beside it. */
function withoutInterface({ name, interface: id }: Step): string {
  return id !== undefined && name.startsWith(`${id} `) ? name.slice(id.length + 1) : name;
}

function faultText(step: Step, message: StoryMessage | undefined, done: string): string {
  switch (step.fault) {
    case 'lose':
      return `${arriving(message)}${message === undefined ? '' : ` to ${message.to}`} is lost`;
    case 'duplicate':
      return arrival(step, `${arriving(message)} arrives, and will arrive once more,`, message, done);
    case 'overtake':
      return arrival(step, `${arriving(message)} overtakes the one before it and arrives`, message, done);
    case 'outage':
      return 'stops answering';
    default:
      return step.name;
  }
}

/** `HOLD`, `the message NCR = Open`, `the message`. */
function arriving(message: StoryMessage | undefined): string {
  if (message === undefined) return 'a message';
  const content = message.content.join(', ');
  if (message.message !== undefined) return content === '' ? message.message : `${message.message} (${content})`;
  return content === '' ? 'the message' : `the message (${content})`;
}

function arrival(step: Step, text: string, message: StoryMessage | undefined, done: string): string {
  const place = message === undefined ? '' : ` in ${message.to}`;
  return done === '' ? `${text}${place}, where ${outcomeText(step)}` : `${text}${place}: ${done}`;
}

/** What comes of a message where it arrives; nothing where it does not. */
export function effectOf(model: SpecModel, plant: ComposedPlant, step: Step): string | undefined {
  const arrives = step.kind === 'delivery' || step.fault === 'duplicate' || step.fault === 'overtake';
  if (!arrives) return undefined;
  return doneBy(model, plant, step) || outcomeText(step);
}

function outcomeText({ outcome }: Step): string {
  switch (outcome) {
    case 'ignored':
      return 'it is ignored: no step takes it from this status';
    case 'error':
      return 'no step takes it from this status: an error';
    case 'discarded':
      return 'it is discarded';
    default:
      return 'only the copy is updated';
  }
}

function doneBy(model: SpecModel, plant: ComposedPlant, step: Step): string {
  return step.transitions.map((transition) => transitionText(model, plant, transition)).join(', and with it ');
}

/** `raise (NCR.T01) on ncr 1` */
export function transitionText(model: SpecModel, plant: ComposedPlant, transition: StepTransition): string {
  const record = plant.records[transition.record];
  const on = record === undefined || record.object === undefined ? '' : ` on ${record.name}`;
  return `${eventName(model, transition.id)} (${transition.id})${on}`;
}

/** What people call a step: `approve disposition`. */
function eventName(model: SpecModel, id: string): string {
  const transition = model.get('transition', id);
  return (transition?.attributes.event ?? transition?.localId ?? id).replaceAll('_', ' ');
}

/** Meanings of the signatures that the step asks for, in their order. */
export function signaturesOf(model: SpecModel, step: Step): readonly string[] {
  return step.transitions.flatMap(({ id }) =>
    (model.get('transition', id)?.attributes.sign ?? []).map(({ meaning }) => meaning),
  );
}
