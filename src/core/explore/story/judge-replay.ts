import { usageFailure } from '../../diagnostics/failure.ts';
import { nearestWord } from '../../diagnostics/nearest-word.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { composePlant } from '../compose/compose-plant.ts';
import type { ComposedPlant, PlantBounds } from '../plant/composed-plant.ts';
import { holds } from '../plant/simplify.ts';
import type { Property } from '../search/property.ts';
import { compileInvariants } from '../verdict/compile-invariant.ts';
import { replayStory, type Replay } from './replay-story.ts';
import { isViolated } from './simulation.ts';
import { OF_SIMULATION, type WrittenTrace } from './trace-file.ts';

/**
 * What a story that was taken again shows of the invariant that it is about. `not-judged`: that something stays possible, or
 * follows, is a question about all ways on, which no single story answers; or the story is about no invariant.
 */
export type ReplayVerdict = 'broken' | 'not-broken' | 'reached' | 'not-reached' | 'not-judged';

/** A story that was taken again, with what it shows. */
export interface JudgedReplay {
  readonly plant: ComposedPlant;
  readonly replay: Replay;
  readonly verdict: ReplayVerdict;
  /** Every step was possible, and what the story is told for is so; of one that is about no invariant, that every step was possible. */
  readonly reproduced: boolean;
}

/** Takes a story again and judges the invariant that it is about. Throws a usage `Failure` where there is no such invariant. */
export function judgeReplay(
  model: SpecModel,
  bounds: PlantBounds,
  { about, start, steps }: WrittenTrace,
): JudgedReplay {
  const composition = composePlant(model, bounds);
  const story = {
    start: Object.entries(start).map(([name, value]) => ({ name, lifecycle: '', value })),
    replay: steps,
  };
  if (about === OF_SIMULATION) {
    const replay = replayStory(composition.plant, story);
    return { plant: composition.plant, replay, verdict: 'not-judged', reproduced: replay.refused === undefined };
  }
  const invariant = model.get('invariant', about);
  if (invariant === undefined) {
    const known = model.ofKind('invariant').map(({ id }) => id);
    const meant = nearestWord(about, known);
    throw usageFailure(
      'invariant-unknown',
      `The file tells a story of '${about}', and no invariant is called so here.`,
      meant === undefined ? `There are: ${known.join(', ') || 'none'}.` : `Did you mean ${meant}?`,
    );
  }
  const { plant, invariants } = compileInvariants(model, composition, [invariant]);
  const properties = invariants.flatMap((one) => one.properties);
  const shows = (way: Pick<Replay, 'states' | 'trace'>): boolean =>
    properties.some((property) => isShown(plant, property, way));
  const replay = replayStory(plant, story, shows);
  const verdict = verdictOf(properties, shows(replay));
  const reproduced = replay.refused === undefined && (verdict === 'broken' || verdict === 'reached');
  return { plant, replay, verdict, reproduced };
}

function verdictOf(properties: readonly Property[], shown: boolean): ReplayVerdict {
  if (properties.some(({ kind }) => kind === 'reachable')) return shown ? 'reached' : 'not-reached';
  if (shown) return 'broken';
  const isJudged = properties.length > 0 && properties.every(({ kind }) => kind === 'never' || kind === 'atStep');
  return isJudged ? 'not-broken' : 'not-judged';
}

/** Whether what the property speaks of is so at some point of the way. */
function isShown(
  plant: ComposedPlant,
  property: Property,
  { states, trace }: Pick<Replay, 'states' | 'trace'>,
): boolean {
  if (property.kind === 'reachable') return states.some((state) => holds(property.goal, state));
  if (property.kind !== 'never' && property.kind !== 'atStep') return false;
  return states.some((_, index) =>
    isViolated(plant, property, states.slice(0, index + 1), { ...trace, steps: trace.steps.slice(0, index) }),
  );
}
