import type { ComposedPlant, Step } from '../plant/composed-plant.ts';
import type { PlantState } from '../search/interpreter.ts';

/** A message on its way, with what the story knows of it. */
export interface Envelope {
  /** Its number within its channel. */
  readonly message: number;
  /** Number of the story's step that sent it: what one step sends to several receivers is one message. */
  readonly sent: number;
  /** It has arrived before. */
  readonly repeat: boolean;
  /** A younger one has overtaken it, and its receiver notices that. */
  readonly stale: boolean;
}

/** What is on its way: a list for each channel of the plant, of a queue the next to arrive first. */
export type Traffic = readonly (readonly Envelope[])[];

/** A state of the plant, and what the story knows of the messages in it. */
export interface Moment {
  readonly state: PlantState;
  readonly traffic: Traffic;
}

/** The traffic once a step was taken; `after` is the state right after it. */
export function trafficAfter(step: Step, before: Traffic, after: PlantState, sent: number): Traffic {
  const traffic = before.map((channel) => [...channel]);
  for (const action of step.actions) {
    if (action.kind === 'take') traffic[action.channel]?.splice(action.position, 1);
    if (action.kind === 'withdraw') {
      const position = traffic[action.channel]?.findIndex(({ message }) => message === action.message) ?? -1;
      if (position >= 0) traffic[action.channel]?.splice(position, 1);
    }
  }
  for (const action of step.actions) {
    if (action.kind === 'send') traffic[action.channel]?.push(newEnvelope(action.message, sent));
    if (action.kind === 'sendContent') {
      const parts = action.parts.map(({ variable, map }) => map[after.values[variable] ?? 0] ?? 0);
      const message = parts.reduce((sum, part) => sum + part, action.base);
      traffic[action.channel]?.push(newEnvelope(message, sent));
    }
  }
  return traffic;
}

/** The moment with other messages in one channel. */
export function withChannel(
  plant: ComposedPlant,
  { state, traffic }: Moment,
  channel: number,
  envelopes: readonly Envelope[],
): Moment {
  const messages = envelopes.map(({ message }) => message);
  if (plant.channels[channel]?.order === 'bag') messages.sort((a, b) => a - b);
  return {
    state: { values: state.values, channels: replaced(state.channels, channel, messages) },
    traffic: replaced(traffic, channel, envelopes),
  };
}

/** A message that was sent in this step of the story. */
export function newEnvelope(message: number, sent: number): Envelope {
  return { message, sent, repeat: false, stale: false };
}

function replaced<T>(list: readonly T[], index: number, value: T): readonly T[] {
  return list.map((one, at) => (at === index ? value : one));
}
