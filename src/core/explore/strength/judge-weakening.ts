import { linesAmong } from '../plant/without-record.ts';
import { search } from '../search/search.ts';
import type { SearchLimits } from '../search/search-result.ts';
import type { SearchWatch } from '../search/search-watch.ts';
import { searchWorld, worldOf, worldWithMessages } from '../verdict/world.ts';
import type { World } from '../verdict/world.ts';
import { mergedQuestions } from './merged-questions.ts';
import { isFullChannel, noticedAnyway, noticedBesides } from './noticed-besides.ts';
import { searchInput } from './unweakened.ts';
import type { Unweakened } from './unweakened.ts';
import { modelWith } from './weakened-model.ts';
import type { Weakening } from './weakenings/weakening.ts';

/** Who notices that the specification asks for less. */
export interface Judgement {
  /** `undecided`: the search reached a limit before anybody noticed. */
  readonly noticed: 'invariant' | 'observation' | 'nothing' | 'undecided';
  /** The invariant that breaks first; of several at once the first by id. */
  readonly invariant?: string;
  /** Steps in which it breaks; 0 where the declarations alone show it. */
  readonly steps?: number;
  /** What a built-in check says of it. */
  readonly observation?: string;
  /** Where channels were full, so that more messages might show it: with how many messages in a channel it was looked for. */
  readonly fullWith?: number;
  /** Searches that it took. */
  readonly searches: number;
}

/**
 * Who notices a weakening; undefined where it takes a condition away that the search does not know anyway, so that nobody can.
 */
export function judgeWeakening(
  base: Unweakened,
  { weakened }: Weakening,
  dropsCondition: boolean,
  limits: SearchLimits,
  watch: SearchWatch | undefined,
): Judgement | undefined {
  const model = modelWith(base.model, weakened);
  const invariants = model.ofKind('invariant').filter(({ id }) => base.invariants.some((one) => one.id === id));
  const world = worldOf(model, base.bounds, invariants, true);
  const declared = world.invariants.find(
    (invariant, index) => invariant.declared?.verdict === 'broken' && !base.broken.has(index),
  );
  if (declared !== undefined) return { noticed: 'invariant', invariant: declared.invariant, steps: 0, searches: 0 };
  if (searchInput(world) === base.input) return dropsCondition ? undefined : { noticed: 'nothing', searches: 0 };

  const questions = mergedQuestions(base, world);
  const result = search(world.plant, questions.properties, limits, watch);
  const broken = questions.broken(result.answers);
  if (broken !== undefined) return { noticed: 'invariant', ...broken, searches: 1 };
  const anyway = noticedAnyway(model, world, result).find(({ key }) => !base.observed.has(key));
  if (anyway !== undefined) {
    // That messages pile up may only be what keeps an invariant from breaking.
    const wider = isFullChannel(anyway) ? confirmed(base, world, result.full, limits, watch) : undefined;
    if (wider?.noticed === 'invariant') return wider;
    return { noticed: 'observation', observation: anyway.text, searches: wider?.searches ?? 1 };
  }
  if (questions.noticed(result.answers)) {
    // Only now does it matter which of the checks it was.
    const besides = noticedBesides(model, searchWorld(world, limits, watch)).find(({ key }) => !base.observed.has(key));
    if (besides !== undefined) return { noticed: 'observation', observation: besides.text, searches: 2 };
  }
  if (result.stopped !== undefined) return { noticed: 'undecided', searches: 1 };
  return confirmed(base, world, result.full, limits, watch);
}

/** Where channels were full: once more with more messages. */
function confirmed(
  base: Unweakened,
  world: World,
  full: readonly number[],
  limits: SearchLimits,
  watch: SearchWatch | undefined,
): Judgement {
  const { messages } = base.bounds;
  if (linesAmong(world.plant, full).length === 0) return { noticed: 'nothing', searches: 1 };
  if (base.mostMessages <= messages) return { noticed: 'nothing', fullWith: messages, searches: 1 };
  const wider = worldWithMessages(world, base.mostMessages);
  const questions = mergedQuestions(base, wider);
  const result = search(wider.plant, questions.properties, limits, watch);
  const broken = questions.broken(result.answers);
  if (broken !== undefined) return { noticed: 'invariant', ...broken, searches: 2 };
  // What was cut off there says nothing more than the smaller search did.
  if (result.stopped !== undefined) return { noticed: 'nothing', fullWith: messages, searches: 2 };
  const isFull = linesAmong(wider.plant, result.full).length > 0;
  return { noticed: 'nothing', ...(isFull ? { fullWith: base.mostMessages } : {}), searches: 2 };
}
