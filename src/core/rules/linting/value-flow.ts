import { compareText } from '../../diagnostics/order.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { doesNotApply, statusOf } from './declared.ts';
import { interfaceOf, mappedFields, receiversOf } from './mapped-value.ts';
import type { MappedField } from './mapped-value.ts';

/** One value that may change in one system because it changed in another. */
export interface ValueFlow {
  /** System and value, as one text. */
  readonly from: string;
  readonly to: string;
  /** The value alone, as the sender and as the receiver has it. */
  readonly sent: string;
  readonly received: string;
  readonly by: MappedField;
  readonly flow: Element<'interface'>;
  readonly sender: string;
  readonly receiver: string;
}

/**
 * Every way on which a change of a value is carried on: from the value in the system that sends it to the value in the system
 * that receives it. A value of an object is the same value in every system that holds it, whatever a message calls it. Left out is
 * what cannot carry a change on: keys and counters, which name a record or a message; questions; values that only a new record
 * gets; and every interface that does not send back what it received (`echo`).
 */
export function valueFlows(model: SpecModel): readonly ValueFlow[] {
  const flows: ValueFlow[] = [];
  for (const by of mappedFields(model)) addFlows(model, by, flows);
  return flows;
}

function addFlows(model: SpecModel, by: MappedField, flows: ValueFlow[]): void {
  const flow = interfaceOf(model, by);
  if (flow === undefined || by.kind === 'reply' || !carriesChanges(model, by, flow)) return;
  const { twoWay, from: sender } = flow.attributes;
  for (const source of by.attributes.from ?? []) {
    const targets = arrivingNames(model, by, source);
    for (const receiver of receiversOf(model, by)) {
      for (const target of targets) flows.push(new CarriedValue(by, flow, sender, source, receiver, target));
      if (twoWay !== true) continue;
      for (const target of targets) flows.push(new CarriedValue(by, flow, receiver, target, sender, source));
    }
  }
}

function carriesChanges(model: SpecModel, by: MappedField, flow: Element<'interface'>): boolean {
  const { key, crosswalk, write } = by.attributes;
  const { echo, pattern, delivery } = flow.attributes;
  if (echo !== undefined || doesNotApply(flow, 'echo') || pattern === 'request-reply') return false;
  if (key === true || crosswalk !== undefined || write === 'insert' || statusOf(model, by) === 'retired') return false;
  return delivery?.sequence !== by.localId && delivery?.key?.includes(by.localId) !== true;
}

/** What the value is in the receiver: the field that is named, else the same field of the object, and the receiver's own name. */
function arrivingNames(model: SpecModel, { attributes, localId }: MappedField, source: string): readonly string[] {
  const { to } = attributes;
  if (to !== undefined && model.get('field', to) !== undefined) return [to];
  const known = model.get('field', source) !== undefined || model.get('lifecycle', source) !== undefined;
  return known ? [source, to ?? localId] : [to ?? localId];
}

/** A class that makes its texts when they are asked for: hardly any flow of a large project is ever shown. */
class CarriedValue implements ValueFlow {
  readonly by: MappedField;
  readonly flow: Element<'interface'>;
  readonly sender: string;
  readonly sent: string;
  readonly receiver: string;
  readonly received: string;

  constructor(
    by: MappedField,
    flow: Element<'interface'>,
    sender: string,
    sent: string,
    receiver: string,
    received: string,
  ) {
    this.by = by;
    this.flow = flow;
    this.sender = sender;
    this.sent = sent;
    this.receiver = receiver;
    this.received = received;
  }

  get from(): string {
    return `${this.sender} ${this.sent}`;
  }

  get to(): string {
    return `${this.receiver} ${this.received}`;
  }
}

/** A way on which a value comes back to where it was: each flow begins where the one before it ends. */
export type Circle = readonly ValueFlow[];

/**
 * One circle for each set of values that feed each other: the strongly connected components of the flows, each shown by a
 * shortest way round from its first flow. By id of that flow.
 */
export function circlesOf(flows: readonly ValueFlow[]): readonly Circle[] {
  const componentOf = componentsWithin(flows);
  // A way round never leaves its component, and hardly any flow of a large project is on one.
  const round = [...componentOf.keys()].sort((a, b) => compareText(a.by.id, b.by.id) || compareText(a.from, b.from));
  const out = new Map<string, ValueFlow[]>();
  for (const flow of round) {
    const ways = out.get(flow.from);
    if (ways === undefined) out.set(flow.from, [flow]);
    else ways.push(flow);
  }
  const shown = new Set<number>();
  return round.flatMap((first) => {
    const id = componentOf.get(first);
    if (id === undefined || shown.has(id)) return [];
    shown.add(id);
    const back = wayBetween(first.to, first.from, out);
    return back === undefined ? [] : [[first, ...back]];
  });
}

type Ways = ReadonlyMap<string, readonly ValueFlow[]>;

/**
 * The flows that begin and end in one component, each with that component: Kosaraju's method, without recursion, on numbers in
 * place of values.
 */
function componentsWithin(flows: readonly ValueFlow[]): ReadonlyMap<ValueFlow, number> {
  const numbers = new Map<string, Map<string, number>>();
  let count = 0;
  const numberOf = (system: string, value: string): number => {
    let ofSystem = numbers.get(system);
    if (ofSystem === undefined) numbers.set(system, (ofSystem = new Map()));
    let known = ofSystem.get(value);
    if (known === undefined) ofSystem.set(value, (known = count++));
    return known;
  };
  const from = new Int32Array(flows.length);
  const to = new Int32Array(flows.length);
  flows.forEach(({ sender, sent, receiver, received }, at) => {
    from[at] = numberOf(sender, sent);
    to[at] = numberOf(receiver, received);
  });
  const order = finishingOrder(neighbours(from, to, count));
  const component = markFrom(order.reverse(), neighbours(to, from, count));
  const within = new Map<ValueFlow, number>();
  flows.forEach((flow, at) => {
    const begin = component[from[at] ?? -1];
    if (begin !== undefined && begin === component[to[at] ?? -1]) within.set(flow, begin);
  });
  return within;
}

/** The ends of all ways, sorted by beginning: those of `n` stand from `first[n]` to before `first[n + 1]`. */
interface Neighbours {
  readonly first: Int32Array;
  readonly ends: Int32Array;
}

function neighbours(from: Int32Array, to: Int32Array, count: number): Neighbours {
  const first = new Int32Array(count + 1);
  for (const begin of from) first[begin + 1] = (first[begin + 1] ?? 0) + 1;
  for (let at = 1; at <= count; at += 1) first[at] = (first[at] ?? 0) + (first[at - 1] ?? 0);
  const ends = new Int32Array(from.length);
  const next = first.slice();
  from.forEach((begin, way) => {
    const at = next[begin] ?? 0;
    ends[at] = to[way] ?? 0;
    next[begin] = at + 1;
  });
  return { first, ends };
}

/** The order in which a search in depth is done with each number. */
function finishingOrder({ first, ends }: Neighbours): Int32Array {
  const count = first.length - 1;
  const finished = new Int32Array(count);
  const seen = new Uint8Array(count);
  const next = first.slice();
  let done = 0;
  for (let start = 0; start < count; start += 1) {
    if (seen[start] === 1) continue;
    seen[start] = 1;
    const stack = [start];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const at = next[top] ?? 0;
      if (at === first[top + 1]) {
        finished[done++] = top;
        stack.pop();
        continue;
      }
      next[top] = at + 1;
      const end = ends[at] ?? 0;
      if (seen[end] === 1) continue;
      seen[end] = 1;
      stack.push(end);
    }
  }
  return finished;
}

/** For each number the first of the roots from which it can be reached. */
function markFrom(roots: Int32Array, { first, ends }: Neighbours): Int32Array {
  const component = new Int32Array(roots.length).fill(-1);
  for (const root of roots) {
    const stack = [root];
    for (let value = stack.pop(); value !== undefined; value = stack.pop()) {
      if (component[value] !== -1) continue;
      component[value] = root;
      for (let at = first[value] ?? 0; at < (first[value + 1] ?? 0); at += 1) stack.push(ends[at] ?? 0);
    }
  }
  return component;
}

/** A shortest way from one value to another. */
function wayBetween(from: string, to: string, out: Ways): readonly ValueFlow[] | undefined {
  if (from === to) return [];
  const cameBy = new Map<string, ValueFlow | undefined>([[from, undefined]]);
  const queue = [from];
  for (const value of queue) {
    for (const way of out.get(value) ?? []) {
      if (cameBy.has(way.to)) continue;
      cameBy.set(way.to, way);
      if (way.to === to) return wayTo(to, cameBy);
      queue.push(way.to);
    }
  }
  return undefined;
}

function wayTo(to: string, cameBy: ReadonlyMap<string, ValueFlow | undefined>): readonly ValueFlow[] {
  const way: ValueFlow[] = [];
  for (let last = cameBy.get(to); last !== undefined; last = cameBy.get(last.from)) way.unshift(last);
  return way;
}
