import type { ComposedPlant, Step } from '../../../../src/core/explore/plant/composed-plant.ts';
import type { Expression } from '../../../../src/core/explore/plant/expression.ts';
import { holds } from '../../../../src/core/explore/plant/simplify.ts';

/** A state as plain lists; slow and obvious, for checking what a composed plant means. */
export interface Point {
  readonly values: readonly number[];
  readonly channels: readonly (readonly number[])[];
}

export interface Walk {
  readonly states: number;
  readonly edges: number;
  readonly full: readonly string[];
  readonly taken: ReadonlyMap<string, number>;
  /** Steps of a shortest way to a state in which the expression is true; undefined = there is none. */
  wayTo(expression: Expression, onlySettled?: boolean): readonly string[] | undefined;
  /** A shortest way that ends with one of these steps, taken where its expression is true. */
  wayBy(at: readonly { readonly step: Step; readonly bad: Expression }[]): readonly string[] | undefined;
}

export function initialPoints({ initial, channels }: ComposedPlant): readonly Point[] {
  return initial.map((values) => ({ values, channels: channels.map(() => []) }));
}

/** The state after a step; undefined where a channel has no room, which is named in `full`. */
export function after(plant: ComposedPlant, point: Point, step: Step, full?: Set<string>): Point | undefined {
  const values = [...point.values];
  const channels = point.channels.map((one) => [...one]);
  for (const action of step.actions) {
    if (action.kind === 'set') values[action.variable] = action.value;
    if (action.kind === 'copy') values[action.variable] = action.map[point.values[action.source] ?? 0] ?? 0;
    if (action.kind === 'increase') values[action.variable] = (values[action.variable] ?? 0) + 1;
    if (action.kind === 'take') channels[action.channel]?.splice(action.position, 1);
    if (action.kind === 'withdraw') {
      const at = channels[action.channel]?.indexOf(action.message) ?? -1;
      channels[action.channel]?.splice(at, 1);
    }
    if (action.kind === 'send') {
      const channel = plant.channels[action.channel];
      const waiting = channels[action.channel];
      if (channel === undefined || waiting === undefined) throw new Error('A message is sent nowhere.');
      if (waiting.length >= channel.capacity) {
        full?.add(channel.name);
        return undefined;
      }
      waiting.push(action.message);
      if (channel.order === 'bag') waiting.sort((a, b) => a - b);
    }
  }
  return { values, channels };
}

export function walk(plant: ComposedPlant, most = 300_000): Walk {
  const points: { point: Point; parent: number; by: Step | undefined }[] = [];
  const seen = new Set<string>();
  const full = new Set<string>();
  const taken = new Map<string, number>();
  const add = (point: Point, parent: number, by: Step | undefined): void => {
    const key = `${point.values.join()}|${point.channels.map((one) => one.join()).join('|')}`;
    if (seen.has(key)) return;
    seen.add(key);
    points.push({ point, parent, by });
  };
  for (const point of initialPoints(plant)) add(point, -1, undefined);
  let edges = 0;
  for (let at = 0; at < points.length; at++) {
    if (points.length > most) throw new Error(`More than ${most} states.`);
    const { point } = points[at] as (typeof points)[number];
    for (const step of plant.steps) {
      if (!holds(step.guard, point)) continue;
      const next = after(plant, point, step, full);
      if (next === undefined) continue;
      edges++;
      taken.set(step.name, (taken.get(step.name) ?? 0) + 1);
      add(next, at, step);
    }
  }
  const wayFrom = (at: number): string[] => {
    const way: string[] = [];
    for (let one = points[at]; one?.by !== undefined; one = points[one.parent]) way.unshift(one.by.name);
    return way;
  };
  return {
    states: points.length,
    edges,
    full: [...full].sort(),
    taken,
    wayTo: (expression, onlySettled = false) => {
      const at = points.findIndex(
        ({ point }) => holds(expression, point) && (!onlySettled || holds(plant.settled, point)),
      );
      return at === -1 ? undefined : wayFrom(at);
    },
    wayBy: (bad) => {
      for (const [at, { point }] of points.entries())
        for (const { step, bad: expression } of bad)
          if (holds(step.guard, point) && holds(expression, point)) return [...wayFrom(at), step.name];
      return undefined;
    },
  };
}
