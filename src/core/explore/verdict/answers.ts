import type { Trace } from '../search/search-result.ts';
import type { SearchedWorld } from './world.ts';

/**
 * What one search says of one invariant. `unreached`: what has to be reachable was not reached though everything was seen that
 * fits into the channels.
 */
export type AnswerWord = 'violated' | 'satisfied' | 'vacuous' | 'unreached' | 'undecided' | 'nothing';

/** What the search of a world says of an invariant, by its index; `nothing` where the search was not asked. */
export function answerWord(world: SearchedWorld, index: number): AnswerWord {
  const properties = world.answers[index]?.properties ?? [];
  if (properties.length === 0) return 'nothing';
  if (properties.some(({ outcome }) => outcome === 'violated')) return 'violated';
  if (properties.some(({ outcome }) => outcome === 'undecided'))
    return world.invariants[index]?.kind === 'reachable' && isWhole(world) ? 'unreached' : 'undecided';
  return vacuousReason(world, index) === undefined ? 'satisfied' : 'vacuous';
}

/** Why the invariant holds for nothing, where the search found no violation; undefined when it holds for something. */
export function vacuousReason(world: SearchedWorld, index: number): string | undefined {
  const invariant = world.invariants[index];
  const answers = world.answers[index];
  if (invariant === undefined || answers === undefined) return undefined;
  for (const [number, answer] of answers.probes.entries())
    if (answer.outcome === 'violated' || (answer.outcome === 'undecided' && isWhole(world)))
      return invariant.probes[number]?.absent;
  const idle = answers.properties.every((answer) => answer.outcome === 'satisfied' && answer.vacuous);
  if (!idle) return undefined;
  return invariant.kind === 'step' || invariant.kind === 'before'
    ? 'What it is asked of never happens.'
    : 'What it speaks of never comes about.';
}

/** The shortest way to a violation in this search. */
export function shortestViolation(world: SearchedWorld, index: number): Trace | undefined {
  const traces = (world.answers[index]?.properties ?? []).flatMap((answer) =>
    answer.outcome === 'violated' ? [answer.trace] : [],
  );
  return traces.reduce<Trace | undefined>(
    (best, trace) => (best === undefined || trace.steps.length < best.steps.length ? trace : best),
    undefined,
  );
}

/** The way to what has to be reachable. */
export function witness(world: SearchedWorld, index: number): Trace | undefined {
  for (const answer of world.answers[index]?.properties ?? [])
    if (answer.outcome === 'satisfied' && answer.trace !== undefined) return answer.trace;
  return undefined;
}

/** Whether a violation of the invariant is a state or a step that is seen as soon as a search comes there. */
export function isSeenAtOnce(world: SearchedWorld, index: number): boolean {
  const properties = world.invariants[index]?.properties ?? [];
  return properties.length > 0 && properties.every(({ kind }) => kind === 'never' || kind === 'atStep');
}

/** Whether everything was seen that fits into the channels. */
function isWhole({ result }: SearchedWorld): boolean {
  return result.stopped === undefined;
}
