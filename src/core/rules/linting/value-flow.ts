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
  return mappedFields(model).flatMap((by) => flowsOf(model, by));
}

function flowsOf(model: SpecModel, by: MappedField): readonly ValueFlow[] {
  const flow = interfaceOf(model, by);
  if (flow === undefined || by.kind === 'reply' || !carriesChanges(model, by, flow)) return [];
  const { twoWay, from: sender } = flow.attributes;
  return (by.attributes.from ?? []).flatMap((source) =>
    receiversOf(model, by).flatMap((receiver) => {
      const arriving = arrivingNames(model, by, source).map((target): ValueFlow => ({
        from: node(sender, source),
        to: node(receiver, target),
        by,
        flow,
        sender,
        receiver,
      }));
      const back = arriving.map((way): ValueFlow => ({
        ...way,
        from: way.to,
        to: way.from,
        sender: receiver,
        receiver: sender,
      }));
      return twoWay === true ? [...arriving, ...back] : arriving;
    }),
  );
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

function node(system: string, value: string): string {
  return `${system} ${value}`;
}

/** A way on which a value comes back to where it was: each flow begins where the one before it ends. */
export type Circle = readonly ValueFlow[];

/**
 * One circle for each set of values that feed each other: the strongly connected components of the flows (Kosaraju's method,
 * without recursion), each shown by a shortest way round from its first flow. By id of that flow.
 */
export function circlesOf(flows: readonly ValueFlow[]): readonly Circle[] {
  const ordered = flows.toSorted((a, b) => compareText(a.by.id, b.by.id) || compareText(a.from, b.from));
  const out = grouped(ordered, ({ from }) => from);
  const component = componentsOf(
    out,
    grouped(ordered, ({ to }) => to),
  );
  const shown = new Set<string>();
  return ordered.flatMap((first) => {
    const id = component.get(first.from);
    if (id === undefined || id !== component.get(first.to) || shown.has(id)) return [];
    shown.add(id);
    const back = wayBetween(first.to, first.from, out);
    return back === undefined ? [] : [[first, ...back]];
  });
}

type Ways = ReadonlyMap<string, readonly ValueFlow[]>;

function grouped(flows: readonly ValueFlow[], of: (flow: ValueFlow) => string): Ways {
  const ways = new Map<string, ValueFlow[]>();
  for (const flow of flows) {
    const known = ways.get(of(flow));
    if (known === undefined) ways.set(of(flow), [flow]);
    else known.push(flow);
  }
  return ways;
}

/** The component of each value, called by one of its values. */
function componentsOf(out: Ways, into: Ways): ReadonlyMap<string, string> {
  const finished: string[] = [];
  const seen = new Set<string>();
  for (const start of out.keys()) {
    // Each entry is a value and how many of its ways have been followed.
    const stack: { readonly value: string; next: number }[] = [{ value: start, next: 0 }];
    if (seen.has(start)) continue;
    seen.add(start);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const way = out.get(top.value)?.[top.next];
      top.next += 1;
      if (way === undefined) {
        finished.push(top.value);
        stack.pop();
      } else if (!seen.has(way.to)) {
        seen.add(way.to);
        stack.push({ value: way.to, next: 0 });
      }
    }
  }
  const component = new Map<string, string>();
  for (const root of finished.toReversed()) {
    const stack = [root];
    for (let value = stack.pop(); value !== undefined; value = stack.pop()) {
      if (component.has(value)) continue;
      component.set(value, root);
      stack.push(...(into.get(value) ?? []).map(({ from }) => from));
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
