import type { Step } from '../plant/composed-plant.ts';
import { isDue, isPossible } from './possible-step.ts';
import { failed, take, went } from './scene.ts';
import type { Acted, Scene, Stage } from './scene.ts';
import { arriveFromOutside, nextFromOutside } from './send-step.ts';
import { interfaceIdOf } from './story-records.ts';
import { inStoryNames } from './story-words.ts';
import { withChannel } from './traffic.ts';
import type { Envelope } from './traffic.ts';
import type { Path } from './written-scenario.ts';

/** So many steps after each other without an end mean that there is none. */
const MACHINE_STEPS = 1000;

/** What becomes of a message, the outcome that is taken first when several are possible. */
const OUTCOMES: readonly Step['outcome'][] = ['processed', 'copied', 'discarded', 'ignored', 'error'];

/** `deliver`, and what becomes of a message that is repeated or overtaken: the next message of an interface arrives. */
export function playDelivery(stage: Stage, scene: Scene, message: string, path: Path): Acted {
  const outside = nextFromOutside(scene, message);
  if (outside !== undefined) return went(arriveFromOutside(stage, scene, outside));
  const next = nextChannels(stage, scene, message);
  if ('reason' in next) return failed(path, next.reason);
  let after = scene;
  for (const channel of next.channels) {
    const arrived = arrive(stage, after, channel, 0);
    if ('reason' in arrived) return failed(path, arrived.reason);
    after = arrived.scene;
  }
  return went(after);
}

/** `deliver: all` and `wait: settled`: messages arrive and machines act until nothing more can happen without a person. */
export function playUntilSettled(stage: Stage, scene: Scene, path: Path): Acted {
  let current = scene;
  for (let count = 0; count < MACHINE_STEPS; count += 1) {
    const outside = nextFromOutside(current);
    const next =
      automatic(stage, current) ??
      (outside === undefined ? undefined : { scene: arriveFromOutside(stage, current, outside) }) ??
      oldestArrival(stage, current);
    if (next === undefined) return went(current);
    if ('reason' in next) return failed(path, next.reason);
    current = next.scene;
  }
  return failed(path, `Nothing settles: after ${MACHINE_STEPS} steps machines are still at work.`);
}

/** Channels in which the oldest message of an interface waits: what one step sent to several receivers arrives at all of them. */
export function nextChannels(
  stage: Stage,
  scene: Scene,
  message: string,
): { readonly channels: readonly number[] } | { readonly reason: string } {
  const id = interfaceIdOf(message);
  const own = channelsOf(stage, id).filter((channel) => heads(stage, scene, channel, message).length > 0);
  const waiting = channelsOf(stage, id).filter((channel) => (scene.traffic[channel] ?? []).length > 0);
  if (own.length === 0) {
    const [first] = waiting;
    const head = first === undefined ? undefined : scene.traffic[first]?.[0];
    const label =
      first === undefined ? undefined : stage.plant.channels[first]?.messages[(head?.message ?? 0) - 1]?.label;
    const instead = label === undefined ? '' : `; the next is ${inStoryNames(stage, scene, label)}`;
    return { reason: `No message of ${message} is the next on its way here${instead}.` };
  }
  const sent = (channel: number): number => heads(stage, scene, channel, message)[0]?.sent ?? Infinity;
  const oldest = Math.min(...own.map(sent));
  const chosen = own.filter((channel) => sent(channel) === oldest);
  const deaf = chosen.find((channel) => isDeaf(stage, scene, channel));
  if (deaf === undefined) return { channels: chosen };
  return { reason: `${stage.plant.channels[deaf]?.receiver ?? message} does not receive ${id} at the moment.` };
}

/** What became of a message that was to arrive; `waits` = its receiver cannot take it now. */
export type Arrival = { readonly scene: Scene } | { readonly reason: string; readonly waits?: true };

/** Lets the message at this place of a channel arrive; what the receiver recognises as a repeat, or as stale, changes nothing. */
export function arrive(stage: Stage, scene: Scene, channel: number, position: number): Arrival {
  const waiting = scene.traffic[channel] ?? [];
  const envelope = waiting[position];
  if (envelope === undefined) return { reason: 'Nothing is on its way here.' };
  const rest = waiting.filter((_, index) => index !== position);
  if (envelope.stale || (envelope.repeat && recognisesRepeats(stage, channel)))
    return { scene: { ...scene, ...withChannel(stage.plant, scene, channel, rest) } };
  // A queue lets the first arrive: one that overtakes comes to the front for it.
  const turned = { ...scene, ...withChannel(stage.plant, scene, channel, [envelope, ...rest]) };
  const [step] = deliveries(stage, turned, channel, envelope);
  const label = stage.plant.channels[channel]?.messages[envelope.message - 1]?.label ?? 'The message';
  const told = inStoryNames(stage, scene, label);
  const receiver = stage.plant.channels[channel]?.receiver ?? 'the receiver';
  if (step === undefined) return { reason: `${told} waits until ${receiver} can take it.`, waits: true };
  if (step.outcome === 'error')
    return { reason: `${told} arrives in ${receiver}, where no step takes it from this state.` };
  return { scene: take(stage, turned, step) };
}

/** Channels of an interface. */
export function channelsOf({ plant }: Stage, id: string): readonly number[] {
  return plant.channels.flatMap((channel, index) => (channel.interface === id ? [index] : []));
}

function deliveries(stage: Stage, scene: Scene, channel: number, { message }: Envelope): readonly Step[] {
  return stage.plant.steps
    .filter((step) => step.kind === 'delivery' && step.channel === channel && step.message === message)
    .filter((step) => isPossible(stage, scene, step))
    .toSorted(
      (a, b) =>
        OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome) ||
        b.transitions.length - a.transitions.length ||
        a.id - b.id,
    );
}

/** Messages that can be the next of a channel: the first of a queue, any of a bag; only those of this name where one is given. */
function heads({ plant }: Stage, { traffic }: Scene, channel: number, message: string): readonly Envelope[] {
  const place = plant.channels[channel];
  const waiting = traffic[channel] ?? [];
  const [, local] = message.split('.');
  return (place?.order === 'bag' ? waiting : waiting.slice(0, 1)).filter(
    (envelope) => local === undefined || place?.messages[envelope.message - 1]?.message === local,
  );
}

function isDeaf({ plant }: Stage, { deaf }: Scene, channel: number): boolean {
  const place = plant.channels[channel];
  return place !== undefined && (deaf.has(place.receiver) || deaf.has(place.interface));
}

function recognisesRepeats({ model, plant }: Stage, channel: number): boolean {
  const key = model.get('interface', plant.channels[channel]?.interface ?? '')?.attributes.delivery?.key;
  return (key ?? []).length > 0;
}

/** The first machine that acts on its own, whatever is so of what nobody has stated. */
function automatic(stage: Stage, scene: Scene): { readonly scene: Scene } | undefined {
  const step = stage.plant.steps.find((one) => one.kind === 'automatic' && isDue(stage, scene, one));
  return step === undefined ? undefined : { scene: take(stage, scene, step) };
}

/** The oldest message that can arrive. One that waits for its receiver holds up what is behind it, and nothing else. */
function oldestArrival(stage: Stage, scene: Scene): Arrival | undefined {
  const waiting = stage.plant.channels
    .flatMap((_, channel) => {
      const sent = scene.traffic[channel]?.[0]?.sent;
      return sent === undefined || isDeaf(stage, scene, channel) ? [] : [{ channel, sent }];
    })
    .toSorted((a, b) => a.sent - b.sent || a.channel - b.channel);
  for (const { channel } of waiting) {
    const arrived = arrive(stage, scene, channel, 0);
    if ('scene' in arrived || arrived.waits !== true) return arrived;
  }
  return undefined;
}
