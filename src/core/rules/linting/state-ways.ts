import type { LifecycleSteps } from './lifecycle-steps.ts';

/** State → states to which some step leads from it, whatever the conditions say. */
export type Ways = ReadonlyMap<string, ReadonlySet<string>>;

/** Where each state of a lifecycle leads; a step that stays leads nowhere. */
export function waysOf(steps: LifecycleSteps): Ways {
  const ways = new Map<string, Set<string>>(steps.states.map(({ localId }) => [localId, new Set()]));
  for (const transition of steps.transitions) {
    const targets = steps.targets(transition);
    for (const origin of steps.origins(transition))
      for (const target of targets) if (target !== origin) ways.get(origin)?.add(target);
  }
  return ways;
}

/**
 * States that a record can come to from `start`, passing only through states that `passable` allows; `start` is not among
 * them unless a way leads back.
 */
export function statesFrom(
  ways: Ways,
  start: string,
  passable: (state: string) => boolean = () => true,
): ReadonlySet<string> {
  const reached = new Set(ways.get(start) ?? []);
  for (const state of reached) if (passable(state)) for (const next of ways.get(state) ?? []) reached.add(next);
  return reached;
}

/** States from which one of these can be reached, themselves included. */
export function statesLeadingTo(ways: Ways, ends: Iterable<string>): ReadonlySet<string> {
  const into = new Map<string, string[]>();
  for (const [from, targets] of ways)
    for (const target of targets) into.set(target, [...(into.get(target) ?? []), from]);
  const leading = new Set(ends);
  for (const state of leading) for (const before of into.get(state) ?? []) leading.add(before);
  return leading;
}
