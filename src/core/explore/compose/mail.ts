import { compareText } from '../../diagnostics/order.ts';
import type { Channel, ChannelMessage } from '../plant/composed-plant.ts';
import type { Expression } from '../plant/expression.ts';
import { not, TRUE } from '../plant/simplify.ts';
import type { ItemReading } from './item-readings.ts';
import type { Flow } from './flows.ts';
import type { Machine } from './machines.ts';
import { isIn } from './variables.ts';
import type { World } from './world.ts';

/** Where the messages of an interface arrive: one receiving system, within one order key. */
export interface Inbox {
  readonly flow: Flow;
  readonly receiver: string;
  /** Record within which order is kept. */
  readonly per: number | undefined;
  /** Absent where nothing waits: a question, a message from outside the model, or one of which only the arrival counts. */
  readonly channel: number | undefined;
  /** What the receiver remembers of messages about a record. */
  readonly copies: ReadonlyMap<number, readonly Copy[]>;
}

/** One value that a receiver remembers: 0 = nothing yet, else one more than the class that `reading` counts. */
export interface Copy {
  readonly reading: ItemReading;
  readonly variable: number;
}

/** A message that some step sends. */
export interface Message {
  /** Its number within the channel, from 1. */
  readonly number: number;
  readonly inbox: Inbox;
  /** Local name; the interface's id where it has none. */
  readonly name: string;
  readonly record: number;
  /** Record that the sending step made. */
  readonly made: number | undefined;
  /** Mapped field → class of its value. */
  readonly content: ReadonlyMap<string, number>;
}

/** All inboxes, and the messages that are found while steps are made. */
export interface Mail {
  readonly inboxes: readonly Inbox[];
  /** Inboxes of a receiver to which a message about this record goes, each with when. */
  inboxesFor(
    flow: string,
    receiver: string,
    record: number,
  ): readonly { readonly inbox: Inbox; readonly when: Expression }[];
  /** The message with this content; made when it is asked for first. */
  message(
    inbox: Inbox,
    name: string,
    record: number,
    made: number | undefined,
    content: ReadonlyMap<string, number>,
  ): Message;
  messagesIn(inbox: Inbox): readonly Message[];
  /** Numbers of all messages about a record; undefined while not every message is known. */
  allAbout(inbox: Inbox, record: number): readonly number[] | undefined;
  /** Whether somebody asked for all messages before they were known, so that steps must be made anew. */
  readonly askedTooEarly: boolean;
  /** From now on every message is known. */
  close(): void;
  channels(): readonly Channel[];
  /** The channel that stands for this object running out: see `Channel.runsOutOf`. */
  channelRunningOut(object: string): number | undefined;
}

/** Whether a machine hears what arrives at this receiver. */
export function hears({ system }: Machine, flow: Flow, receiver: string): boolean {
  return system === undefined ? flow.to[0] === receiver : system === receiver;
}

/**
 * Opens an inbox wherever what arrives makes a difference, with a variable for each value that has to be remembered.
 * `known` = the mail of a world with the same bounds whose messages have all been found.
 */
export function mailOf(world: World, known?: Mail): Mail {
  const inboxes: Inbox[] = [];
  const channels: Omit<Channel, 'messages'>[] = [];
  const messages = new Map<Inbox, Map<string, Message>>();
  for (const flow of world.flows.values())
    for (const receiver of flow.to) {
      if (!matters(world, flow, receiver)) continue;
      const abouts = recordsAbout(world, flow);
      const keys = flow.outside || flow.synchronous || flow.per === undefined ? [] : world.recordsOfObject(flow.per);
      for (const per of keys.length === 0 ? [undefined] : keys) {
        const name = per === undefined ? '' : ` about ${world.records[per]?.name}`;
        const waits = !flow.outside && !flow.synchronous && !arrivesAtOnce(world, flow, receiver);
        const channel = waits
          ? channels.push({
              name: `${flow.id} to ${receiver}${name}`,
              interface: flow.id,
              receiver,
              capacity: world.bounds.messages,
              order: flow.order,
            }) - 1
          : undefined;
        const heard = abouts.filter(
          (record) => per === undefined || world.relations.related(record, per).kind !== 'false',
        );
        const inbox: Inbox = {
          flow,
          receiver,
          per,
          channel,
          copies: new Map(heard.map((record) => [record, copiesOf(world, flow, receiver, per, record, keys.length)])),
        };
        inboxes.push(inbox);
        messages.set(inbox, new Map());
      }
    }
  for (const object of objectsMade(world))
    channels.push({
      name: `another ${object}`,
      interface: '',
      receiver: '',
      capacity: 0,
      runsOutOf: object,
      order: 'queue',
    });
  let closed = known !== undefined;
  let askedTooEarly = false;
  inboxes.forEach((inbox, at) => {
    const before = known?.inboxes[at];
    if (known === undefined || before === undefined) return;
    for (const message of known.messagesIn(before)) messages.get(inbox)?.set(keyOf(message), { ...message, inbox });
  });

  return {
    inboxes,
    inboxesFor: (flow, receiver, record) => {
      const own = inboxes.filter((inbox) => inbox.flow.id === flow && inbox.receiver === receiver);
      const fitting = own.flatMap((inbox) => {
        const when = inbox.per === undefined ? TRUE : world.relations.related(record, inbox.per);
        return when.kind === 'false' ? [] : [{ inbox, when }];
      });
      const [first] = own;
      // A record that belongs to none of the keys still goes somewhere.
      return fitting.length === 0 && first !== undefined ? [{ inbox: first, when: TRUE }] : fitting;
    },
    message: (inbox, name, record, made, content) => {
      const known = messages.get(inbox) ?? new Map<string, Message>();
      const key = keyOf({ name, record, made, content });
      const found = known.get(key) ?? { number: known.size + 1, inbox, name, record, made, content };
      known.set(key, found);
      return found;
    },
    messagesIn: (inbox) => [...(messages.get(inbox)?.values() ?? [])],
    allAbout: (inbox, record) => {
      if (!closed) askedTooEarly = true;
      const own = [...(messages.get(inbox)?.values() ?? [])].filter((message) => message.record === record);
      return closed ? own.map(({ number }) => number) : undefined;
    },
    get askedTooEarly() {
      return askedTooEarly;
    },
    close: () => {
      closed = true;
    },
    channelRunningOut: (object) => {
      const channel = channels.findIndex(({ runsOutOf }) => runsOutOf === object);
      return channel < 0 ? undefined : channel;
    },
    channels: () =>
      channels.map((channel, at) => {
        const inbox = inboxes.find((one) => one.channel === at);
        const listed = inbox === undefined ? [] : [...(messages.get(inbox)?.values() ?? [])];
        return { ...channel, messages: listed.map((message) => labelled(world, message)) };
      }),
  };
}

/** Objects of which steps make records, as far as there is room for any. */
function objectsMade(world: World): readonly string[] {
  const made = [...world.machines.values()].flatMap(({ moves }) =>
    moves.flatMap(({ creates }) => creates.map(({ object }) => object)),
  );
  return [...new Set(made)]
    .filter((object) => world.recordsOfObject(object).some((record) => world.records[record]?.spare === true))
    .sort(compareText);
}

/**
 * Messages whose content is free and that start no step at the receiver: that one has arrived is all that is remembered.
 * Since each can arrive at any moment once it is sent, and whatever is asked of its content may then be so or not, nothing
 * that could happen is lost when it arrives at once.
 */
function arrivesAtOnce(world: World, flow: Flow, receiver: string): boolean {
  const items = [...world.distinctions.itemsAt(flow.id, receiver).values()];
  const heard = [...world.machines.values()].some(
    (machine) =>
      hears(machine, flow, receiver) &&
      machine.moves.some(({ receives }) => receives?.messages.some((one) => one.split('.')[0] === flow.id) ?? false),
  );
  const troubled = world.faults !== undefined && flow.faults.length > 0;
  if (heard || troubled || world.distinctions.isSettledAsked(flow.id)) return false;
  const free = items.length > 0 && items.every(({ classes }) => classes === undefined);
  if (free)
    world.leftOut.add(
      `Messages of ${flow.id} to ${receiver} count as arrived as soon as they are sent: they start no step there, and what they carry is free.`,
    );
  return free;
}

function keyOf({ name, record, made, content }: Pick<Message, 'name' | 'record' | 'made' | 'content'>): string {
  return `${name} ${record} ${made ?? ''} ${[...content].map(([item, at]) => `${item}=${at}`).join(' ')}`;
}

function matters(world: World, flow: Flow, receiver: string): boolean {
  if (world.distinctions.itemsAt(flow.id, receiver).size > 0) return true;
  if (world.distinctions.isSettledAsked(flow.id) && !flow.outside && !flow.synchronous) return true;
  return [...world.machines.values()].some(
    (machine) =>
      hears(machine, flow, receiver) &&
      machine.moves.some(({ receives }) => receives?.messages.some((one) => one.split('.')[0] === flow.id) ?? false),
  );
}

/** Records that messages of the interface are about. */
export function recordsAbout(world: World, flow: Flow): readonly number[] {
  const found = flow.about.flatMap((object) => {
    if (object !== undefined) return world.recordsOfObject(object);
    return [...world.machines.values()]
      .filter((machine) => machine.object === undefined && sendsOrHears(machine, flow))
      .flatMap((machine) => world.recordsOf(machine));
  });
  return [...new Set(found)].sort((a, b) => a - b);
}

function sendsOrHears(machine: Machine, flow: Flow): boolean {
  return machine.moves.some(({ emits, receives }) =>
    (flow.outside ? (receives?.messages ?? []) : emits).some((one) => one.split('.')[0] === flow.id),
  );
}

function copiesOf(
  world: World,
  flow: Flow,
  receiver: string,
  per: number | undefined,
  record: number,
  keys: number,
): readonly Copy[] {
  const about = world.records[record]?.name;
  const within = per !== undefined && keys > 1 && per !== record ? ` for ${world.records[per]?.name}` : '';
  return [...world.distinctions.itemsAt(flow.id, receiver).values()].flatMap((reading): readonly Copy[] => {
    if (!reading.copied) return [];
    const { source, id } = reading.item;
    const reads = source.kind === 'status' ? source.lifecycle : id;
    const variable = world.variables.add(
      {
        name: `${flow.id} as ${receiver} last received it about ${about}${within}: ${reads}`,
        values: ['nothing yet', ...reading.remembered.map(({ label }) => label)],
        role: { kind: 'copy', interface: flow.id, receiver, record, reads },
      },
      0,
    );
    return [{ reading, variable }];
  });
}

/** Something about the record has arrived; undefined where nothing of it is remembered. */
export function hasArrived(inbox: Inbox, record: number): Expression | undefined {
  const [first] = inbox.copies.get(record) ?? [];
  return first && not(isIn(first.variable, 0));
}

function labelled(world: World, { inbox, name, record, made, content }: Message): ChannelMessage {
  const { flow, receiver } = inbox;
  const items = world.distinctions.itemsAt(flow.id, receiver);
  const carried = [...content].flatMap(([id, at]) => {
    const reading = items.get(id);
    const label = reading?.classes?.[at]?.label;
    if (label === undefined || reading?.item.source.kind === 'message') return [];
    return [reading?.item.source.kind === 'status' ? `${reading.item.source.lifecycle} ${label}` : `${id} ${label}`];
  });
  const said = carried.length === 0 ? '' : `: ${carried.join(', ')}`;
  const making = made === undefined ? '' : ` with ${world.records[made]?.name}`;
  const label = `${name} of ${world.records[record]?.name}${making}${said}`;
  return flow.messages.length === 0 ? { label, record } : { label, message: name, record };
}
