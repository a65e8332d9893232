import type { Element } from '../../model/element.ts';
import type { Trace } from '../search/search-result.ts';
import { tellStory } from '../story/tell-story.ts';
import type { Story } from '../story/story.ts';
import { alongStory } from './along-story.ts';
import { witness } from './answers.ts';
import type { InvariantVerdict } from './exploration.ts';
import { searchLevel } from './fault-level.ts';
import type { FaultLevel, LevelPlan } from './fault-level.ts';
import { firstViolation, judgeInvariant } from './judge-invariant.ts';
import type { TellWay } from './judge-invariant.ts';
import { fieldsAssumed, fieldsLoosened, isWithRealContents } from './real-contents.ts';
import type { StoryClaim } from './real-contents.ts';
import { listed } from './wording.ts';
import { worldOf } from './world.ts';
import type { SearchedWorld } from './world.ts';

/** States that are looked at in a world in which every content is followed, because of a verdict that depends on one. */
const EXACT_STATES = 500_000;

/** Why a verdict cannot be given as it was found. */
interface Doubt {
  /** Mapped fields that it depends on. */
  readonly fields: readonly string[];
  /** Only whether it holds for anything at all depends on them: that it is not broken is certain. */
  readonly onlyOfVacuity: boolean;
}

/**
 * What the searches say of each invariant. Where that depends on what messages carry though it is not followed, it is confirmed
 * along the story, or decided in worlds in which it is followed; where neither can tell, nothing is said to hold or to be broken.
 */
export function judgeInvariants(
  plan: Omit<LevelPlan, 'compose'>,
  levels: readonly FaultLevel[],
): readonly InvariantVerdict[] {
  const { model, invariants } = plan;
  const found = invariants.map((invariant, index) => judgeInvariant(model, invariant, index, levels));
  const doubts = invariants.map((invariant, index) => doubtOf(plan, invariant, index, levels));
  const doubtful = invariants.filter((_, index) => doubts[index] !== undefined);
  if (doubtful.length === 0) return found;
  const exact = exactLevels(plan, doubtful, levels);
  return found.map((verdict, index) => {
    const [doubt, invariant] = [doubts[index], invariants[index]];
    if (doubt === undefined || invariant === undefined) return verdict;
    const tell: TellWay = (world, trace) => toldAsFound(plan, invariant, world, trace);
    const decided = judgeInvariant(model, invariant, doubtful.indexOf(invariant), exact, tell);
    if (decided.verdict !== 'incomplete')
      return {
        ...decided,
        reason: `${decided.reason} What ${listed(doubt.fields)} really carr${doubt.fields.length === 1 ? 'ies' : 'y'} was followed.`,
      };
    return doubt.onlyOfVacuity ? verdict : openVerdict(verdict, decided, doubt);
  });
}

/** Nothing that was only assumed is left of it. */
function openVerdict(found: InvariantVerdict, decided: InvariantVerdict, { fields }: Doubt): InvariantVerdict {
  const { invariant, title, kind, severity } = found;
  const seems =
    found.verdict === 'broken'
      ? `It breaks only if ${listed(fields)} can carry at any moment whatever a step asks for, and that was not confirmed`
      : `It holds only if ${listed(fields)} can carry at any moment whatever a step asks for, and that is not certain`;
  return {
    invariant,
    title,
    kind,
    ...(severity === undefined ? {} : { severity }),
    verdict: 'incomplete',
    reason: `${seems}. With what is really carried: ${decided.reason}`,
  };
}

function doubtOf(
  { model, limits, watch }: Omit<LevelPlan, 'compose'>,
  invariant: Element<'invariant'>,
  index: number,
  levels: readonly FaultLevel[],
): Doubt | undefined {
  const last = levels.at(-1)?.last;
  const compiled = last?.invariants[index];
  if (
    last === undefined ||
    compiled === undefined ||
    levels.every(({ last: { plant } }) => fieldsLoosened(plant).length === 0)
  )
    return undefined;
  const isReal = ({ plant }: SearchedWorld, trace: Trace, asked: StoryClaim['asked']): boolean =>
    isWithRealContents({ model, invariant, plant, trace, asked }, limits, watch);
  const doubt = ({ plant }: SearchedWorld, trace?: Trace): Doubt => ({
    fields: trace === undefined ? fieldsLoosened(plant) : fieldsAssumed(plant, trace),
    onlyOfVacuity: false,
  });
  if (compiled.kind === 'reachable') {
    const world = levels[0]?.worlds.find((one) => witness(one, index) !== undefined);
    const trace = world && witness(world, index);
    if (world === undefined || trace === undefined) return undefined;
    return isReal(world, trace, ({ properties }) => properties) ? undefined : doubt(world, trace);
  }
  const broken = firstViolation(levels, index);
  const before = levels.slice(0, broken === undefined ? undefined : levels.indexOf(broken.level));
  const counting = before.find((level) => (level.last.answers[index]?.properties ?? []).some(isAssumed));
  if (counting !== undefined) return doubt(counting.last);
  if (broken !== undefined)
    return isReal(broken.world, broken.trace, ({ properties }) => properties)
      ? undefined
      : doubt(broken.world, broken.trace);
  for (const [number, answer] of (last.answers[index]?.probes ?? []).entries()) {
    if (answer.outcome !== 'satisfied' || answer.trace === undefined) continue;
    if (!isReal(last, answer.trace, ({ probes }) => probes.slice(number, number + 1).map(({ property }) => property)))
      return { ...doubt(last, answer.trace), onlyOfVacuity: true };
  }
  return undefined;
}

function isAssumed(answer: SearchedWorld['answers'][number]['properties'][number]): boolean {
  return answer.outcome === 'satisfied' && answer.assumed === true;
}

/** The same levels with every content followed, as far as the limit goes. */
function exactLevels(
  plan: Omit<LevelPlan, 'compose'>,
  invariants: readonly Element<'invariant'>[],
  levels: readonly FaultLevel[],
): readonly FaultLevel[] {
  const found: FaultLevel[] = [];
  for (const { faults, worlds } of levels) {
    const from = worlds[0]?.plant.bounds.messages ?? 1;
    const level = searchLevel({
      ...plan,
      invariants,
      bounds: { ...plan.bounds, faults },
      sizes: plan.sizes.filter((size) => size >= from),
      limits: { ...plan.limits, states: Math.min(plan.limits.states, EXACT_STATES) },
      compose: { exact: true },
    });
    found.push(level);
    if (!level.complete && level.lacking !== true) break;
  }
  return found;
}

/** The story as it goes in the world that everything else is told of, which always has it, too. */
function toldAsFound(
  { model, limits, watch }: Omit<LevelPlan, 'compose'>,
  invariant: Element<'invariant'>,
  exact: SearchedWorld,
  trace: Trace,
): Story {
  const { plant, invariants } = worldOf(model, exact.plant.bounds, [invariant]);
  const story = { from: exact.plant, trace, to: plant };
  const ends = invariants.flatMap(({ properties }) =>
    properties.filter(({ kind }) => kind !== 'possible' && kind !== 'response'),
  );
  const found = alongStory(story, ends, limits, watch) ?? alongStory(story, [], limits, watch);
  return found === undefined ? tellStory(model, exact.plant, trace) : tellStory(model, plant, found);
}
