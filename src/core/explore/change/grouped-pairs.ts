import { compareText } from '../../diagnostics/order.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { Trace } from '../search/search-result.ts';
import type { NewPath } from './change-exploration.ts';
import type { Combination } from './state-combinations.ts';

interface State {
  readonly lifecycle: string;
  readonly state: string;
}

/** A state that was not reached before, with all that can be at the same time. */
export function newStatePath(
  model: SpecModel,
  { ranges }: Combination,
  pairs: readonly Combination[],
  traceOf: (combination: Combination) => Trace,
): NewPath {
  const [state] = statesIn(ranges);
  const beside = pairs.flatMap((pair) => {
    const states = statesIn(pair.ranges);
    return states.some((one) => isSame(one, state)) ? states.filter((one) => !isSame(one, state)) : [];
  });
  const others = inWords(beside);
  return {
    what: `${inWords(state === undefined ? [] : [state])}${others === '' ? '' : `, also while ${others}`}`,
    states: state === undefined ? [] : [state],
    classes: classesOf(model, state === undefined ? [] : [state]),
    steps: traceOf({ ranges, settled: false }).steps.length,
  };
}

/** Pairs of states of the same classes as one path each: a state of the first lifecycle with all states of the second. */
export function groupedPairs(
  model: SpecModel,
  pairs: readonly Combination[],
  traceOf: (combination: Combination) => Trace,
): readonly NewPath[] {
  const groups = new Map<string, Combination[]>();
  for (const pair of pairs) {
    const [first, second] = statesIn(pair.ranges);
    const name = [first?.lifecycle, first?.state, second?.lifecycle, ...classesOf(model, statesIn(pair.ranges))].join(
      ' ',
    );
    groups.set(name, [...(groups.get(name) ?? []), pair]);
  }
  return [...groups.values()].map((group) => {
    const shortest = group.reduce((best, one) => (lengthOf(one) < lengthOf(best) ? one : best));
    const [first] = statesIn(shortest.ranges);
    const seconds = group.flatMap(({ ranges }) => statesIn(ranges).slice(1));
    return {
      what: `${inWords(first === undefined ? [] : [first])} while ${inWords(seconds)}`,
      states: statesIn(shortest.ranges),
      classes: classesOf(model, statesIn(shortest.ranges)),
      steps: lengthOf(shortest),
    };
  });

  function lengthOf(pair: Combination): number {
    return traceOf(pair).steps.length;
  }
}

function statesIn(ranges: Combination['ranges']): readonly State[] {
  return ranges.flatMap((range) => ('state' in range ? [range] : []));
}

function isSame(one: State, other: State | undefined): boolean {
  return one.lifecycle === other?.lifecycle && one.state === other.state;
}

/** Classes of these states; none unless all of them declare one. */
function classesOf(model: SpecModel, states: readonly State[]): readonly string[] {
  const classes = states.flatMap(
    ({ lifecycle, state }) => model.get('state', `${lifecycle}.${state}`)?.attributes.class ?? [],
  );
  return classes.length === states.length ? classes : [];
}

/** `BRR in QAReview or Released, INV in QI` */
function inWords(states: readonly State[]): string {
  const lifecycles = [...new Set(states.map(({ lifecycle }) => lifecycle))].sort(compareText);
  return lifecycles
    .map((id) => {
      const names = states.filter(({ lifecycle }) => lifecycle === id).map(({ state }) => state);
      const last = names.at(-1) ?? '';
      return `${id} in ${names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`}`;
    })
    .join(', ');
}
