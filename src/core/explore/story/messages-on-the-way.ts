import type { SpecModel } from '../../model/spec-model.ts';
import type { Action, ComposedPlant, Step } from '../plant/composed-plant.ts';
import type { ReadableState } from '../plant/simplify.ts';
import { carriedContent } from './carried-content.ts';
import type { StoryMessage } from './story.ts';

/** One message on its way, with what it concretely carries: the plant knows no more than what some condition tells apart. */
interface Sent {
  readonly message: number;
  readonly told: StoryMessage;
}

/** Channels of the plant as a story sees them. */
export interface Traffic {
  readonly waiting: readonly (readonly Sent[])[];
}

export interface TrafficStep {
  readonly after: Traffic;
  readonly sends: readonly StoryMessage[];
  /** The message that the step is about: it arrives, is repeated or is lost. */
  readonly receives?: StoryMessage;
  /** Messages that leave their channel without arriving. */
  readonly discards: readonly StoryMessage[];
}

/** Nothing is on its way. */
export function noTraffic(plant: ComposedPlant): Traffic {
  return { waiting: plant.channels.map(() => []) };
}

/** What a step, the `number`th of its story, takes from the channels and puts into them; `after` is the state right after it. */
export function followTraffic(
  model: SpecModel,
  plant: ComposedPlant,
  step: Step,
  at: { readonly number: number; readonly before: Traffic; readonly after: ReadableState },
): TrafficStep {
  const { number, before, after } = at;
  const waiting = before.waiting.map((channel) => [...channel]);
  const sends: StoryMessage[] = [];
  const left: StoryMessage[] = [];
  const receives = messageOf(step, before);
  for (const action of step.actions) {
    if (action.kind === 'take' || action.kind === 'withdraw') {
      const channel = waiting[action.channel] ?? [];
      const position =
        action.kind === 'take' ? action.position : channel.findIndex(({ message }) => message === action.message);
      if (position >= 0) left.push(...channel.splice(position, 1).map(({ told }) => told));
    }
    const message = messageSent(action, after);
    if (message === undefined) continue;
    const told = { ...tellMessage(model, plant, message, after), sentIn: number };
    waiting[message.channel]?.push({ message: message.message, told });
    sends.push(told);
  }
  return {
    after: { waiting },
    sends,
    ...(receives === undefined ? {} : { receives }),
    discards: left.filter((told) => told !== receives),
  };
}

/** What is on its way, channel by channel, the next to arrive first: `IF-002 HOLD to ERP`. */
export function onTheWay(traffic: Traffic): readonly string[] {
  return traffic.waiting.flatMap((channel) => channel.map(({ told }) => messageText(told)));
}

/** `IF-002 HOLD to ERP`; `IF-001 to MES (NCR = Open)`. */
export function messageText(message: StoryMessage): string {
  const name = message.message === undefined ? message.interface : `${message.interface} ${message.message}`;
  const content = message.content.length === 0 ? '' : ` (${message.content.join(', ')})`;
  return `${name} to ${message.to}${content}`;
}

function messageOf(step: Step, { waiting }: Traffic): StoryMessage | undefined {
  if (step.channel === undefined || step.kind === 'recovery' || step.fault === 'outage') return undefined;
  const channel = waiting[step.channel] ?? [];
  // An overtaking message arrives before the first one, which may look the same.
  const from = step.fault === 'overtake' ? 1 : 0;
  const found = channel.find(({ message }, index) => index >= from && message === step.message);
  return (found ?? channel[from])?.told;
}

function messageSent(
  action: Action,
  after: ReadableState,
): { readonly channel: number; readonly message: number } | undefined {
  if (action.kind === 'send') return action;
  if (action.kind !== 'sendContent') return undefined;
  const parts = action.parts.map(({ variable, map }) => map[after.values[variable] ?? 0] ?? 0);
  return { channel: action.channel, message: parts.reduce((sum, part) => sum + part, action.base) };
}

function tellMessage(
  model: SpecModel,
  plant: ComposedPlant,
  sent: { readonly channel: number; readonly message: number },
  after: ReadableState,
): StoryMessage {
  const channel = plant.channels[sent.channel];
  const message = channel?.messages[sent.message - 1];
  const id = channel?.interface ?? '';
  const receiver = channel?.receiver ?? '';
  const from = model.get('interface', id)?.attributes.from;
  const content =
    message === undefined
      ? []
      : carriedContent(model, plant, { interface: id, receiver, record: message.record }, after);
  return {
    interface: id,
    ...(message?.message === undefined ? {} : { message: message.message }),
    ...(from === undefined ? {} : { from }),
    to: receiver,
    content,
  };
}
