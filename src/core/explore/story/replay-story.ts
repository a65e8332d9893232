import type { ComposedPlant } from '../plant/composed-plant.ts';
import { interpret, type PlantState } from '../search/interpreter.ts';
import type { Trace } from '../search/search-result.ts';
import { isNamed, readReplayName, type ReplayedName } from './replay-name.ts';
import type { StoryValue } from './story.ts';
import { statusesIn } from './tell-story.ts';
import { whyNot } from './why-not.ts';

/** Steps of one name can be taken in several ways; more than this many at once are not followed. */
const WAYS = 1000;

/** What became of a story that was told on another revision, or by hand. */
export interface Replay {
  /** The way through this plant as far as it goes. */
  readonly trace: Trace;
  /** States along it, the first one included. */
  readonly states: readonly PlantState[];
  /** Where every step was possible: absent. */
  readonly refused?: ReplayRefusal;
  /** What is different here though no step was refused, in whole sentences: a record that begins elsewhere. */
  readonly notices: readonly string[];
}

export interface ReplayRefusal {
  /** Number of the step, from 1. */
  readonly step: number;
  readonly name: string;
  /** `INV of lot 1 must be QI, but is Blocked`; `this revision has no such step`. */
  readonly reason: string;
}

interface Way {
  readonly steps: readonly number[];
  readonly states: readonly PlantState[];
}

/**
 * Takes the steps of a story by their names. Where a name can mean several steps every one of them is followed, and the first
 * that gets furthest is given; of those that get to the end the first that is `wanted`.
 */
export function replayStory(
  plant: ComposedPlant,
  story: { readonly start: readonly StoryValue[]; readonly replay: readonly string[] },
  wanted: (way: Pick<Replay, 'states' | 'trace'>) => boolean = () => true,
): Replay {
  const interpreter = interpret(plant);
  const begun = beginning(plant, story.start, interpreter.initial());
  let ways: readonly Way[] = [{ steps: [], states: [begun.state] }];
  let followedAll = true;
  for (const [index, text] of story.replay.entries()) {
    const name = readReplayName(text);
    const further = new Map<string, Way>();
    for (const way of ways) {
      const last = way.states.at(-1);
      if (last === undefined) continue;
      for (const { step, full } of interpreter.enabled(last)) {
        if (full.length > 0 || !isNamed(step, name)) continue;
        const state = interpreter.take(last, step);
        // How the last step comes about may be what is asked of it.
        const key = `${interpreter.keyOf(state)}${index === story.replay.length - 1 ? ` ${step.id} ${further.size}` : ''}`;
        if (further.has(key)) continue;
        if (further.size < WAYS) further.set(key, { steps: [...way.steps, step.id], states: [...way.states, state] });
        else followedAll = false;
      }
    }
    if (further.size === 0) {
      const reason = refusal(plant, name, ways[0]?.states.at(-1));
      const partly = followedAll ? '' : ` (the names fit more ways than the ${WAYS} that were followed)`;
      return { ...replayed(begun, ways[0]), refused: { step: index + 1, name: text, reason: `${reason}${partly}` } };
    }
    ways = [...further.values()];
  }
  const ends = ways.map((way) => replayed(begun, way));
  return ends.find(wanted) ?? replayed(begun, ways[0]);
}

interface Beginning {
  readonly initial: number;
  readonly state: PlantState;
  readonly notices: readonly string[];
}

function replayed({ initial, notices, state }: Beginning, way: Way | undefined): Replay {
  return { trace: { initial, steps: way?.steps ?? [] }, states: way?.states ?? [state], notices };
}

function refusal(plant: ComposedPlant, name: ReplayedName, state: PlantState | undefined): string {
  const steps = plant.steps.filter((step) => isNamed(step, name));
  if (steps.length === 0 || state === undefined) return 'this revision has no such step';
  return whyNot(plant, steps, state);
}

/** The initial state that is most like where the story began; the first of several. */
function beginning(plant: ComposedPlant, start: readonly StoryValue[], initial: readonly PlantState[]): Beginning {
  const wanted = new Map(start.map(({ name, value }) => [name, value]));
  const differences = initial.map((state) =>
    statusesIn(plant, state).filter(({ name, value }) => wanted.has(name) && wanted.get(name) !== value),
  );
  const best = differences.reduce((least, one, index) => {
    return one.length < (differences[least]?.length ?? Infinity) ? index : least;
  }, 0);
  const state = initial[best];
  if (state === undefined) throw new RangeError('a plant begins somewhere');
  const known = new Set(statusesIn(plant, state).map(({ name }) => name));
  return {
    initial: best,
    state,
    notices: [
      ...(differences[best] ?? []).map(
        ({ name, value }) => `${name} begins in ${value} here, and in ${wanted.get(name) ?? ''} in the story.`,
      ),
      ...start.filter(({ name }) => !known.has(name)).map(({ name }) => `There is no ${name} here.`),
    ],
  };
}
