import { compareText } from '../../diagnostics/order.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { boundsOf } from '../compose/bounds.ts';
import { composePlant } from '../compose/compose-plant.ts';
import type { PlantBounds } from '../plant/composed-plant.ts';
import type { SearchWatch } from '../search/search-watch.ts';
import { DEFAULT_LIMITS, DEFAULT_MESSAGES_AT_MOST } from './exploration-request.ts';
import type { ExplorationRequest } from './exploration-request.ts';
import type { Exploration, ExplorationRun, RunEnd } from './exploration.ts';
import { searchLevel } from './fault-level.ts';
import type { FaultLevel } from './fault-level.ts';
import { judgeInvariants } from './judge-invariants.ts';
import { noticeObservations } from './observations.ts';
import { grouped } from './wording.ts';
import type { SearchedWorld } from './world.ts';

/**
 * Explores one revision: composes its plant, searches it with no fault, then with one more at a time, each with as many
 * messages in a channel as it takes, and says of each invariant what was found. Nothing is called holding that was not seen.
 */
export function exploreModel(model: SpecModel, request: ExplorationRequest = {}, watch?: SearchWatch): Exploration {
  return exploreWorlds(model, request, watch).exploration;
}

/** An exploration with the largest world of each fault budget, in which it is told what was met together. */
export interface ExploredWorlds {
  readonly exploration: Exploration;
  readonly worlds: readonly SearchedWorld[];
}

/** As `exploreModel`, for whoever wants to know more of the worlds; `together`: which statuses were met together. */
export function exploreWorlds(
  model: SpecModel,
  request: ExplorationRequest,
  watch: SearchWatch | undefined,
  together = false,
): ExploredWorlds {
  const invariants = askedInvariants(model, request.only);
  const { bounds, sizes } = plannedBounds(model, request);
  const limits = request.limits ?? DEFAULT_LIMITS;
  const levels: FaultLevel[] = [];
  const gaps: string[] = [];
  let from = 0;
  const mostFaults = canHaveFaults(model, bounds) ? bounds.faults : 0;
  for (let faults = 0; faults <= mostFaults; faults += 1) {
    const level = searchLevel({
      model,
      invariants,
      bounds: { ...bounds, faults },
      sizes: sizes.slice(from),
      limits,
      watch: watch ?? {},
      observed: request.observations !== false,
      together,
    });
    levels.push(level);
    gaps.push(...level.gaps);
    if (!level.complete && level.lacking !== true) {
      if (faults < mostFaults) gaps.push(`Stories with more than ${faults} faults were not looked for.`);
      break;
    }
    // A fault takes nothing away: what was too small without it is too small with it.
    from = Math.max(0, sizes.indexOf(level.enough));
  }
  const last = levels.at(-1)?.last;
  const verdicts = judgeInvariants({ model, invariants, bounds, sizes, limits, watch: watch ?? {} }, levels);
  const noticed =
    request.observations === false
      ? { observations: [], leftOut: [] }
      : noticeObservations(model, levels, verdicts, limits, watch ?? {});
  const exploration: Exploration = {
    bounds: last?.plant.bounds ?? bounds,
    runs: levels.flatMap(runsOf),
    invariants: verdicts,
    observations: noticed.observations,
    leftOut: [...new Set([...leftOutOf(levels, mostFaults < bounds.faults), ...noticed.leftOut])].sort(compareText),
    complete: gaps.length === 0,
    gaps,
    boundsReached: [...new Set(levels.flatMap(({ settledBy }) => settledBy ?? []))],
  };
  return { exploration, worlds: levels.map((level) => level.last) };
}

/** The declared bounds with what the request says otherwise, and the message bounds that are tried one after the other. */
export function plannedBounds(
  model: SpecModel,
  request: ExplorationRequest,
): { readonly bounds: PlantBounds; readonly sizes: readonly number[] } {
  const { messages, ...others } = request.bounds ?? {};
  const bounds = boundsOf(model, others);
  const declared = model.project?.attributes.explore?.messages;
  const auto = messages === 'auto' || (messages === undefined && typeof declared !== 'number');
  const most = request.messagesAtMost ?? DEFAULT_MESSAGES_AT_MOST;
  const each = Array.from({ length: most }, (_, index) => index + 1);
  const further = request.messagesAtMost === undefined ? WHILE_CHEAP : [];
  const sizes = auto ? [...each, ...further] : [messages ?? bounds.messages];
  return { bounds: { ...bounds, messages: sizes.at(-1) ?? 1 }, sizes: sizes.map(Number) };
}

/** Message bounds that are tried after the usual ones, as long as a search has few states: see `searchLevel`. */
const WHILE_CHEAP: readonly number[] = [12, 16, 24, 32];

function askedInvariants(model: SpecModel, only: readonly string[] | undefined): readonly Element<'invariant'>[] {
  const all = model.ofKind('invariant');
  return only === undefined ? all : all.filter(({ id }) => only.includes(id));
}

/** Whether some fault can happen at all: an interface has to say which are credible. */
function canHaveFaults(model: SpecModel, bounds: PlantBounds): boolean {
  return (
    bounds.faults > 0 &&
    composePlant(model, { ...bounds, messages: 1 }).plant.steps.some(({ kind }) => kind === 'fault')
  );
}

function leftOutOf(levels: readonly FaultLevel[], noFaults: boolean): readonly string[] {
  const sentences = new Set(levels.flatMap(({ last }) => last.plant.leftOut));
  if (noFaults) sentences.add('No interface says which faults are credible, so that stories hold none.');
  const alike = levels.filter(({ last: { result } }) => result.standFor > result.states).at(-1)?.last;
  if (alike !== undefined) sentences.add(alikeText(alike));
  return [...sentences];
}

/** What of records that differ in nothing but their names was left out: nothing that could be told apart. */
function alikeText({ result: { states, standFor } }: SearchedWorld): string {
  return `Records that nothing distinguishes are explored once: ${grouped(states)} states stand for ${grouped(standFor)}, which differ only in which of these records is which.`;
}

function runsOf({ worlds, last, shorter, complete }: FaultLevel): readonly ExplorationRun[] {
  const counting = last.result.full.length === 0 ? 'whole' : 'settled';
  return [
    ...worlds.map((world) => runOf(world, world !== last ? 'widened' : complete ? counting : 'open')),
    ...shorter.map((world) => runOf(world, 'shorter')),
  ];
}

function runOf({ plant: { bounds }, result }: SearchedWorld, ended: RunEnd): ExplorationRun {
  const { states, steps, depth, bytes, stopped, full } = result;
  return {
    messages: bounds.messages,
    faults: bounds.faults,
    states,
    steps,
    depth,
    bytes,
    complete: stopped === undefined && full.length === 0,
    ended,
  };
}
