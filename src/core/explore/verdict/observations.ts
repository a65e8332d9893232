import { compareText } from '../../diagnostics/order.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { ComposedPlant } from '../plant/composed-plant.ts';
import type { SearchLimits, Trace } from '../search/search-result.ts';
import type { SearchWatch } from '../search/search-watch.ts';
import { tellStory } from '../story/tell-story.ts';
import type { InvariantVerdict, Observation } from './exploration.ts';
import type { FaultLevel } from './fault-level.ts';
import { deadlock } from './observations/deadlock.ts';
import { deadSteps, statesNotReached } from './observations/never-happens.ts';
import type { AskedObservation } from './observations/observation-kind.ts';
import { alongStory } from './along-story.ts';
import { fieldsAssumed, unconfirmedText } from './real-contents.ts';
import { counted } from './wording.ts';
import { observedWorld, searchWorld, worldOf } from './world.ts';
import type { SearchedWorld, World } from './world.ts';

/** What is noticed without being asked, and in whole sentences what was not looked for. */
export interface Noticed {
  readonly observations: readonly Observation[];
  readonly leftOut: readonly string[];
}

const UNFINISHED = 'What is noticed without being asked was not looked for to the end: the search reached its limit.';

/**
 * What is noticed without being asked, sorted by kind and subject: each once, with the fewest faults. That something never
 * happens is said only of worlds that were seen whole.
 */
export function noticeObservations(
  model: SpecModel,
  levels: readonly FaultLevel[],
  verdicts: readonly InvariantVerdict[],
  limits: SearchLimits,
  watch: SearchWatch,
): Noticed {
  const worlds = levels.map(({ last }) => last);
  const whole = levels.every(({ complete }) => complete) && worlds.every(({ result }) => result.stopped === undefined);
  const answered = asked(model, levels, limits, watch);
  const found = [
    ...answered.observations,
    ...firstDeadlock(model, levels),
    ...(whole ? [...deadSteps(model, worlds), ...statesNotReached(model, worlds)] : []),
    ...vacuous(verdicts),
  ];
  const observations = found.toSorted(
    (a, b) => compareText(a.kind, b.kind) || compareText(a.subject, b.subject) || compareText(a.text, b.text),
  );
  return { observations, leftOut: answered.leftOut };
}

function asked(model: SpecModel, levels: readonly FaultLevel[], limits: SearchLimits, watch: SearchWatch): Noticed {
  const leftOut: string[] = [];
  const found = new Map<string, Observation>();
  for (const level of levels) {
    const alike = smallestAlike(level);
    // The smallest world was asked already, and mostly more messages tell nothing new.
    const { observations, noticed, plant, result } =
      alike.observations.length > 0
        ? alike
        : searchWorld(observedWorld(model, { ...alike, invariants: [] }), limits, watch);
    if (result.stopped !== undefined) leftOut.push(UNFINISHED);
    const nearest = new Map<string, { readonly asked: AskedObservation; readonly trace: Trace }>();
    for (const [index, one] of observations.entries()) {
      const answer = noticed[index];
      if (answer?.outcome !== 'violated') continue;
      const key = `${one.observation.kind} ${one.alike}`;
      const known = nearest.get(key);
      if (known !== undefined && known.trace.steps.length <= answer.trace.steps.length) continue;
      nearest.set(key, { asked: one, trace: answer.trace });
    }
    const taking = level.faults === 0 ? '' : ` It takes ${counted(level.faults, 'fault')}.`;
    let exact: World | undefined;
    const exactWorld = (): World => (exact ??= worldOf(model, plant.bounds, [], true, { exact: true }));
    for (const [key, { asked: one, trace }] of nearest)
      if (!found.has(key))
        found.set(key, {
          ...one.observation,
          text: `${one.observation.text}${taking}${isConfirmed(one, plant, trace, exactWorld, limits, watch) ? '' : ` It is so ${unconfirmedText(fieldsAssumed(plant, trace))}.`}`,
          story: tellStory(model, plant, trace),
        });
  }
  return { observations: [...found.values()], leftOut };
}

/** Whether the story is possible, and ends so, with what messages really carry. */
function isConfirmed(
  { alike, observation }: AskedObservation,
  plant: ComposedPlant,
  trace: Trace,
  exactWorld: () => World,
  limits: SearchLimits,
  watch: SearchWatch,
): boolean {
  if (fieldsAssumed(plant, trace).length === 0) return true;
  const exact = exactWorld();
  const ends = exact.observations.flatMap(({ alike: other, observation: { kind }, property }) =>
    other === alike && kind === observation.kind && (property.kind === 'never' || property.kind === 'atStep')
      ? [property]
      : [],
  );
  // From where something is lost cannot be seen along one story.
  return ends.length > 0 && alongStory({ from: plant, trace, to: exact.plant }, ends, limits, watch) !== undefined;
}

/** The world with the fewest messages in which every step and every value of the largest one comes about: more of them tell nothing new. */
function smallestAlike({ worlds, last }: FaultLevel): SearchedWorld {
  const met = ({ plant, result }: SearchedWorld): string =>
    [
      ...plant.steps.map(({ id }) => ((result.taken[id] ?? 0) > 0 ? '1' : '0')),
      ...result.reached.map((values) => values.join('')),
    ].join(' ');
  return worlds.find((world) => met(world) === met(last)) ?? last;
}

function firstDeadlock(model: SpecModel, levels: readonly FaultLevel[]): readonly Observation[] {
  for (const { last } of levels) {
    const found = deadlock(model, last);
    if (found.length > 0) return found;
  }
  return [];
}

function vacuous(verdicts: readonly InvariantVerdict[]): readonly Observation[] {
  return verdicts
    .filter(({ verdict }) => verdict === 'vacuous')
    .map(({ invariant, reason }) => ({
      kind: 'vacuous-invariant',
      subject: invariant,
      text: `${invariant} holds for nothing. ${reason}`,
    }));
}
