import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { startsIn } from './transitions-into.ts';

/** How near a state is to the beginning, in steps of its own lifecycle; a state that is not reached has no entry. */
export type Distances = ReadonlyMap<string, number>;

/**
 * States that a record can come into, whatever the conditions say, each with the least number of steps: from the initial
 * state (0), by a step from `absent` (1), and where steps of any lifecycle make records that begin in this one (0).
 */
export function reachableStates(model: SpecModel, lifecycle: Element<'lifecycle'>): Distances {
  const transitions = model.partsOf(lifecycle, 'transition');
  const distances = new Map<string, number>();
  const start = (state: string, distance: number): void => {
    if ((distances.get(state) ?? Infinity) > distance) distances.set(state, distance);
  };
  if (lifecycle.attributes.initial !== undefined) start(lifecycle.attributes.initial, 0);
  for (const { attributes } of transitions) {
    if (attributes.from.includes('absent') && typeof attributes.to === 'string' && attributes.to !== 'same')
      start(attributes.to, 1);
  }
  for (const { attributes } of creatingTransitions(model)) {
    // `same` begins where the record that is split stands, which is reached already.
    for (const state of startsIn(attributes.creates, lifecycle.id, [])) start(state, 0);
  }
  for (let changed = true; changed;) {
    changed = false;
    for (const { attributes } of transitions) {
      const from = distanceOf(attributes.from, distances);
      if (from === undefined) continue;
      for (const state of leadsTo(attributes.to)) {
        // A step back leads only to where the record has been.
        if (typeof attributes.to !== 'string' && !distances.has(state)) continue;
        if ((distances.get(state) ?? Infinity) <= from + 1) continue;
        distances.set(state, from + 1);
        changed = true;
      }
    }
  }
  return distances;
}

/** The few steps that make new records; every lifecycle has to look at them. */
function creatingTransitions(model: SpecModel): readonly Element<'transition'>[] {
  const known =
    CREATING.get(model) ?? model.ofKind('transition').filter(({ attributes }) => attributes.creates !== undefined);
  CREATING.set(model, known);
  return known;
}

const CREATING = new WeakMap<SpecModel, readonly Element<'transition'>[]>();

function leadsTo(to: Element<'transition'>['attributes']['to']): readonly string[] {
  return typeof to !== 'string' ? to.last : to === 'same' ? [] : [to];
}

/** The least number of steps after which a step from these states is possible; undefined when it never is. */
export function distanceOf(from: readonly string[], distances: Distances): number | undefined {
  const known = from.flatMap((state) =>
    state === 'absent' ? [0] : state === 'any' ? [...distances.values()] : (distances.get(state) ?? []),
  );
  return known.length === 0 ? undefined : Math.min(...known);
}
