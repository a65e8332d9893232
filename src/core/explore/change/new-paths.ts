import { compareText } from '../../diagnostics/order.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { composePlant } from '../compose/compose-plant.ts';
import { holds } from '../plant/simplify.ts';
import type { MetTogether } from '../search/met-together.ts';
import type { Property } from '../search/property.ts';
import { statesOf as statesAlong } from '../search/replay.ts';
import { search } from '../search/search.ts';
import type { SearchLimits, Trace } from '../search/search-result.ts';
import type { SearchWatch } from '../search/search-watch.ts';
import { tellStory } from '../story/tell-story.ts';
import { alongStory } from '../verdict/along-story.ts';
import { fieldsAssumed, unconfirmedText } from '../verdict/real-contents.ts';
import { statusesTogether } from '../verdict/statuses-together.ts';
import type { NewPath } from './change-exploration.ts';
import {
  areRelated,
  classesOf,
  combinationExpression,
  combinationKey,
  followedLifecycles,
  statesOf,
  statesThere,
} from './state-combinations.ts';
import type { Combination, ComposedRevision, StateRange } from './state-combinations.ts';
import { groupedPairs, newStatePath } from './grouped-pairs.ts';

/** What can be used or is worked on … */
const IN_USE: readonly string[] = ['released', 'active'];
/** … and what speaks against its use. */
const AGAINST_USE: readonly string[] = ['open', 'held', 'quarantine'];

/** What a search for combinations saw. */
export interface NewPaths {
  /** What matters most first. */
  readonly paths: readonly NewPath[];
  /** False when a search was stopped: then some combination may be missing, or be called new that is not. */
  readonly complete: boolean;
}

/** A revision with everything that a search met together in it, nearest first. */
export interface SearchedRevision extends ComposedRevision {
  readonly together: readonly MetTogether[];
}

/** Both revisions, searched within the same bounds to the end. */
export interface SearchedRevisions {
  readonly base: SearchedRevision;
  readonly head: SearchedRevision;
}

/** A revision in a world with so many messages in a channel. */
export type WithMessages = (messages: number) => ComposedRevision;

/**
 * Combinations of states that head reaches and base, under the names of head and within the same bounds, does not: a state,
 * two states of lifecycles whose records belong together, two classes of states; and what is in use beside what speaks
 * against it once nothing is on its way. What follows from another combination that is new is not listed again: pairs that
 * are new because a state is new stand with that state, pairs of states with their pair of classes.
 */
export function newPaths(
  base: WithMessages,
  head: WithMessages,
  messages: number,
  limits: SearchLimits,
  watch?: SearchWatch,
  searched?: SearchedRevisions,
): NewPaths {
  if (searched !== undefined) return pathsBetween(searched, limits, watch);
  const revision = head(messages);
  const asked = combinationsOf(revision);
  // Nearly everything is already reached in the smallest world: then it need not be looked for in the large ones.
  const small = reached(base(1), asked, limits, watch);
  const unseen = asked.filter((combination) => !small.traces.has(combinationKey(combination)));
  const inHead = reached(revision, unseen, limits, watch);
  const candidates = unseen.filter((combination) => inHead.traces.has(combinationKey(combination)));
  const inBase = messages === 1 ? small : reached(base(messages), candidates, limits, watch);
  const found = newOnes(candidates, inBase);
  const traceOf = (combination: Combination): Trace =>
    inHead.traces.get(combinationKey(combination)) ?? { initial: 0, steps: [] };
  const paths = pathsOf(revision, found, traceOf, confirming(revision, limits, watch));
  return { paths, complete: inHead.complete && inBase.complete };
}

/** The same from searches that saw each revision whole, within the same bounds. */
function pathsBetween({ base, head }: SearchedRevisions, limits: SearchLimits, watch?: SearchWatch): NewPaths {
  const asked = combinationsOf(head);
  const inBase = metIn(base, asked);
  const unseen = asked.filter((combination) => !inBase.traces.has(combinationKey(combination)));
  const inHead = metIn(head, unseen);
  const found = unseen.filter((combination) => inHead.traces.has(combinationKey(combination)));
  const traceOf = (combination: Combination): Trace =>
    inHead.traces.get(combinationKey(combination)) ?? { initial: 0, steps: [] };
  return { paths: pathsOf(head, found, traceOf, confirming(head, limits, watch)), complete: true };
}

/** The nearest way to each combination that was met. */
function metIn({ together, ...revision }: SearchedRevision, combinations: readonly Combination[]): Reached {
  const { plant } = revision.composition;
  const { variables } = statusesTogether(plant);
  const states = together.map(({ values, where, trace }) => {
    const state = plant.variables.map(() => 0);
    for (const [index, variable] of variables.entries()) state[variable] = values[index] ?? 0;
    return { state: { values: state, channels: [] }, where, trace };
  });
  const traces = new Map<string, Trace>();
  for (const combination of combinations) {
    const somewhere = combinationExpression(revision, { ...combination, settled: false });
    const met = states.find(({ state, where }) => (where || !combination.settled) && holds(somewhere, state));
    if (met !== undefined) traces.set(combinationKey(combination), met.trace);
  }
  return { traces, complete: true };
}

function newOnes(candidates: readonly Combination[], inBase: Reached): readonly Combination[] {
  return candidates.filter((combination) => !inBase.traces.has(combinationKey(combination)));
}

/** What is new, each thing once; what matters most first. */
function pathsOf(
  head: ComposedRevision,
  found: readonly Combination[],
  traceOf: (combination: Combination) => Trace,
  doubtOf: (combination: Combination, trace: Trace) => string,
): readonly NewPath[] {
  const keys = new Set(found.map(combinationKey));
  const isNew = (combination: Combination): boolean => keys.has(combinationKey(combination));
  const classPairs = found.filter((one) => isClassPair(one) && isWorthSaying(head, one, isNew));
  const lasting = found.filter((one) => one.settled && !isNew({ ...one, settled: false }));
  const states = found.filter(({ ranges }) => ranges.length === 1 && ranges.every((range) => 'state' in range));
  const newPairs = found.filter(({ ranges }) => ranges.length === 2 && ranges.every((range) => 'state' in range));
  const without = newPairs.filter(
    ({ ranges }) =>
      !ranges.some((range) => states.some((state) => same(state.ranges[0], range))) &&
      !classPairs.some((pair) => coversStates(head, pair, ranges)),
  );
  const told = (path: NewPath, combination: Combination): NewPath => {
    const doubt = doubtOf(combination, traceOf(combination));
    return doubt === '' ? path : { ...path, what: `${path.what}: ${doubt}` };
  };
  const paths = [
    ...[...classPairs, ...lasting].map((pair) => told(pathOf(head, pair, traceOf(pair)), pair)),
    ...states.map((state) => told(newStatePath(head.model, state, newPairs, traceOf), state)),
    ...groupedPairs(head.model, without, traceOf).map((path) => told(path, { ranges: path.states, settled: false })),
  ];
  return paths.sort(
    (a, b) =>
      Number(matters(b.classes)) - Number(matters(a.classes)) || a.steps - b.steps || compareText(a.what, b.what),
  );
}

/** What has to be said of a way that was not seen with what messages really carry; empty where there is nothing. */
function confirming(
  { model, composition: { plant } }: ComposedRevision,
  limits: SearchLimits,
  watch: SearchWatch | undefined,
): (combination: Combination, trace: Trace) => string {
  return (combination, trace) => {
    const fields = fieldsAssumed(plant, trace);
    if (fields.length === 0) return '';
    const composition = composePlant(model, plant.bounds, { exact: true });
    const goal = combinationExpression({ model, composition }, combination);
    const end: Property = { kind: 'reachable', id: combinationKey(combination), goal };
    const found = alongStory({ from: plant, trace, to: composition.plant }, [end], limits, watch);
    return found === undefined ? unconfirmedText(fields) : '';
  };
}

/** Everything that is asked of a revision, in a fixed order. */
function combinationsOf(revision: ComposedRevision): readonly Combination[] {
  const { model } = revision;
  const lifecycles = followedLifecycles(revision);
  const states = (lifecycle: string): readonly StateRange[] =>
    statesOf(model, lifecycle).map((state) => ({ lifecycle, state }));
  const classes = (lifecycle: string): readonly StateRange[] =>
    classesOf(model, lifecycle).map((name) => ({ lifecycle, class: name }));
  const asked: Combination[] = lifecycles
    .flatMap((lifecycle) => [...states(lifecycle), ...classes(lifecycle)])
    .map((range) => ({ ranges: [range], settled: false }));
  for (const [index, one] of lifecycles.entries()) {
    for (const other of lifecycles.slice(index + 1)) {
      if (!areRelated(model, one, other)) continue;
      for (const a of states(one)) for (const b of states(other)) asked.push(together(a, b));
      for (const a of classes(one)) for (const b of classes(other)) asked.push(together(a, b));
      for (const [a, b] of [...product(states(one), classes(other)), ...product(classes(one), states(other))]) {
        if (isUseOf(model, 'state' in a ? a : b, 'state' in a ? b : a)) asked.push(together(a, b), lastingly(a, b));
      }
    }
  }
  return asked;
}

function together(a: StateRange, b: StateRange): Combination {
  return { ranges: [a, b], settled: false };
}

function lastingly(a: StateRange, b: StateRange): Combination {
  return { ranges: [a, b], settled: true };
}

function product<T>(some: readonly T[], others: readonly T[]): readonly (readonly [T, T])[] {
  return some.flatMap((one) => others.map((other) => [one, other] as const));
}

/** A state in which something is used, beside a class that speaks against it. */
function isUseOf(model: SpecModel, state: StateRange, against: StateRange): boolean {
  return IN_USE.includes(classOf(model, state)) && AGAINST_USE.includes(classOf(model, against));
}

interface Reached {
  readonly traces: ReadonlyMap<string, Trace>;
  readonly complete: boolean;
}

function reached(
  revision: ComposedRevision,
  combinations: readonly Combination[],
  limits: SearchLimits,
  watch: SearchWatch | undefined,
): Reached {
  if (combinations.length === 0) return { traces: new Map(), complete: true };
  const properties = combinations.map((combination): Property => {
    const goal = combinationExpression(revision, combination);
    return { kind: 'reachable', id: combinationKey(combination), goal };
  });
  const { answers, stopped } = search(revision.composition.plant, properties, limits, watch, { stopWhenDecided: true });
  const traces = new Map<string, Trace>();
  for (const [index, { id }] of properties.entries()) {
    const answer = answers[index];
    if (answer?.outcome === 'satisfied' && answer.trace !== undefined) traces.set(id, answer.trace);
  }
  return { traces, complete: stopped === undefined || stopped === 'decided' };
}

/** Something in use beside something against its use. */
function matters(classes: readonly string[]): boolean {
  return classes.some((one) => IN_USE.includes(one)) && classes.some((one) => AGAINST_USE.includes(one));
}

function classOf(model: SpecModel, range: StateRange): string {
  if ('class' in range) return range.class;
  return model.get('state', `${range.lifecycle}.${range.state}`)?.attributes.class ?? '';
}

function isClassPair({ ranges }: Combination): boolean {
  return ranges.length === 2 && ranges.every((range) => 'class' in range);
}

/** What does not matter is not said where one of the classes was not reached before. */
function isWorthSaying(
  { model }: ComposedRevision,
  { ranges }: Combination,
  isNew: (combination: Combination) => boolean,
): boolean {
  const classes = ranges.map((range) => classOf(model, range));
  return matters(classes) || !ranges.some((range) => isNew({ ranges: [range], settled: false }));
}

function same(a: StateRange | undefined, b: StateRange): boolean {
  return a !== undefined && 'state' in a && 'state' in b && a.lifecycle === b.lifecycle && a.state === b.state;
}

function coversStates({ model }: ComposedRevision, pair: Combination, states: readonly StateRange[]): boolean {
  return pair.ranges.every((range) =>
    states.some(
      (state) =>
        'state' in state &&
        state.lifecycle === range.lifecycle &&
        statesOf(model, range.lifecycle, range).includes(state.state),
    ),
  );
}

function pathOf(revision: ComposedRevision, combination: Combination, trace: Trace): NewPath {
  const { model, composition } = revision;
  const last = statesAlong(composition.plant, trace).at(-1);
  const classes = combination.ranges.map((range) => classOf(model, range));
  const parts = combination.ranges.map((range) =>
    'state' in range ? `${range.lifecycle} in ${range.state}` : `${range.lifecycle} in a state of class ${range.class}`,
  );
  return {
    what: `${parts.join(' while ')}${combination.settled ? ', with nothing on its way' : ''}`,
    states: last === undefined ? [] : statesThere(revision, combination, last),
    classes,
    steps: trace.steps.length,
    ...(matters(classes) ? { story: tellStory(model, composition.plant, trace) } : {}),
  };
}
