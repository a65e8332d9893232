import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { ComposeOptions } from '../compose/compose-plant.ts';
import type { PlantBounds } from '../plant/composed-plant.ts';
import type { SearchLimits } from '../search/search-result.ts';
import type { SearchWatch } from '../search/search-watch.ts';
import { answerWord } from './answers.ts';
import { messageSweep } from './message-sweep.ts';
import { shorterWays } from './shorter-ways.ts';
import { statusesTogether } from './statuses-together.ts';
import { counted, grouped, listed } from './wording.ts';
import { observedWorld, worldOf, worldWithMessages } from './world.ts';
import type { SearchedWorld } from './world.ts';

/** Everything that was searched with one number of faults. */
export interface FaultLevel {
  readonly faults: number;
  /** One for each message bound, from the smallest to the largest; at least one. */
  readonly worlds: readonly SearchedWorld[];
  /** The world with the largest message bound among them. */
  readonly last: SearchedWorld;
  /** Worlds with room for more messages in which only shorter ways to what is already broken were looked for. */
  readonly shorter: readonly SearchedWorld[];
  /** Nothing was cut off, or what was cut off changes no verdict for two further message bounds. */
  readonly complete: boolean;
  /** Why it is incomplete, in whole sentences. */
  readonly gaps: readonly string[];
  /** How it is complete although channels were full. */
  readonly settledBy?: string;
  /** The smallest message bound from which on every verdict is that of the largest. */
  readonly enough: number;
}

/** What is searched with one number of faults. */
export interface LevelPlan {
  readonly model: SpecModel;
  readonly invariants: readonly Element<'invariant'>[];
  /** Bounds apart from messages. */
  readonly bounds: PlantBounds;
  /** Message bounds that are tried one after the other until nothing more is cut off. */
  readonly sizes: readonly number[];
  readonly limits: SearchLimits;
  readonly watch: SearchWatch;
  /** Whether what is noticed without being asked is looked for in the smallest world, too. */
  readonly observed?: boolean;
  /** Whether the searches tell which statuses were met together, once they are as many as verdicts are compared over. */
  readonly together?: boolean;
  /** How the worlds are composed; loosened where nothing is said. */
  readonly compose?: ComposeOptions;
}

/** Equal verdicts at this many message bounds in a row are taken for those of all larger ones, and that is said … */
const EQUAL_SIZES = 3;
/** … once a search has more states than this: until then it costs nothing to go on. */
const CHEAP_STATES = 20_000;

/** Searches with more and more messages in a channel until no channel is full, or more messages change no verdict. */
export function searchLevel(plan: LevelPlan): FaultLevel {
  const level = widened(plan);
  const most = plan.sizes.at(-1) ?? 1;
  return { ...level, shorter: shorterWays(level.last, most, plan.limits, plan.watch) };
}

type Widened = Omit<FaultLevel, 'shorter'>;

function widened(plan: LevelPlan): Widened {
  const { model, invariants, limits, watch, sizes } = plan;
  const worlds: SearchedWorld[] = [];
  const world = worldOf(model, plan.bounds, invariants, false, plan.compose);
  const searchSize = messageSweep(world, sizes, limits, watch);
  for (const messages of sizes) {
    const next = worldWithMessages(world, messages);
    const last = searchSize(
      worlds.length === 0 && plan.observed === true ? observedWorld(model, next) : next,
      plan.together === true && worlds.length + 1 >= EQUAL_SIZES ? { together: statusesTogether(next.plant) } : {},
    );
    const { stopped, full, states } = last.result;
    // What came before may already be enough: to go on was only cheap.
    const before = stopped === 'states' || stopped === 'bytes' ? settled(worlds) : undefined;
    if (before !== undefined) return before;
    worlds.push(last);
    if (stopped !== undefined) return unsettled(worlds, last, stoppedText(last));
    if (full.length === 0) return { ...basics(worlds, last), complete: true, gaps: [], enough: messages };
    const equal = states < CHEAP_STATES && messages !== sizes.at(-1) ? undefined : settled(worlds);
    if (equal !== undefined) return equal;
  }
  const last = worlds.at(-1);
  if (last === undefined) throw new RangeError('no message bound to search with');
  return unsettled(worlds, last, `${capital(fullText(last))}: what more messages would do was not seen.`);
}

function basics(worlds: readonly SearchedWorld[], last: SearchedWorld): Pick<FaultLevel, 'faults' | 'worlds' | 'last'> {
  return { faults: last.plant.bounds.faults, worlds, last };
}

function unsettled(worlds: readonly SearchedWorld[], last: SearchedWorld, gap: string): Widened {
  return { ...basics(worlds, last), complete: false, gaps: [gap], enough: last.plant.bounds.messages };
}

/** The level as complete, where every verdict is the same at enough message bounds; undefined where it is not. */
function settled(worlds: readonly SearchedWorld[]): Widened | undefined {
  const last = worlds.at(-1);
  const equal = equalSizes(worlds);
  const [enough] = equal;
  if (last === undefined || enough === undefined || equal.length < EQUAL_SIZES) return undefined;
  const settledBy = `With ${listed(equal.map(String))} messages in a channel every verdict is the same; more were not searched to the end, though ${fullText(last)}.`;
  return { ...basics(worlds, last), complete: true, gaps: [], settledBy, enough };
}

/** Message bounds, up to the largest one, at which every invariant got the same answer; none while one is undecided. */
function equalSizes(worlds: readonly SearchedWorld[]): readonly number[] {
  const words = (world: SearchedWorld): readonly string[] =>
    world.invariants.map((_, index) => answerWord(world, index));
  const last = worlds.at(-1);
  if (last === undefined || words(last).includes('undecided')) return [];
  const sizes: number[] = [];
  for (const world of worlds.toReversed()) {
    if (words(world).join(' ') !== words(last).join(' ')) break;
    sizes.unshift(world.plant.bounds.messages);
  }
  return sizes;
}

function fullText({ plant, result: { full } }: SearchedWorld): string {
  const { messages, faults } = plant.bounds;
  const names = full.map((index) => plant.channels[index]?.name ?? '').sort();
  return `with ${counted(messages, 'message')} in a channel and ${counted(faults, 'fault')}, ${listed(names)} ${names.length === 1 ? 'was' : 'were'} full`;
}

function stoppedText({ plant, result }: SearchedWorld): string {
  const { messages, faults } = plant.bounds;
  const why = result.stopped === 'cancelled' ? 'was cancelled' : `reached its limit of ${result.stopped ?? ''}`;
  return `With ${counted(messages, 'message')} in a channel and ${counted(faults, 'fault')}, the search ${why} after ${grouped(result.states)} states, ${counted(result.depth, 'step')} deep: what lies beyond was not seen.`;
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
