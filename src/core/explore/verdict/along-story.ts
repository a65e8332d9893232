import type { ComposedPlant, Step } from '../plant/composed-plant.ts';
import type { Expression } from '../plant/expression.ts';
import { all } from '../plant/simplify.ts';
import type { Property } from '../search/property.ts';
import { search } from '../search/search.ts';
import type { SearchLimits, Trace } from '../search/search-result.ts';
import type { SearchWatch } from '../search/search-watch.ts';

/** A story of one plant that is looked for in another plant of the same revision. */
export interface StoryElsewhere {
  readonly from: ComposedPlant;
  readonly trace: Trace;
  readonly to: ComposedPlant;
}

/** States that are looked at along one story. */
const ALONG_STORY = 50_000;

/**
 * The story in another plant: the same steps by name, kind and transitions, in the same order, whatever values they enter or
 * carry; what the first plant does not have may happen in between (a message arrives there at once), and steps that the other
 * one does not have are left out. `properties`, of the other plant, say how it has to end: where one of the first kind is
 * violated, or something reachable is reached; without any, it has to come to its end. Nothing when it is not possible, or when
 * that would take too long to tell.
 */
export function alongStory(
  story: StoryElsewhere,
  properties: readonly Property[],
  limits: SearchLimits,
  watch?: SearchWatch,
): Trace | undefined {
  const { plant, done, lastSteps, origins } = restricted(story);
  const asked = properties.length === 0 ? [reached(done)] : properties.flatMap((one) => atItsEnd(one, done, lastSteps));
  const within = { ...limits, states: Math.min(limits.states, ALONG_STORY) };
  const { answers } = search(plant, asked, within, watch, { stopWhenDecided: asked.length === 1 });
  for (const [index, { kind }] of asked.entries()) {
    const answer = answers[index];
    const found = kind === 'reachable' ? answer?.outcome === 'satisfied' : answer?.outcome === 'violated';
    if (!found || answer === undefined || answer.outcome === 'undecided' || answer.trace === undefined) continue;
    return { ...answer.trace, steps: answer.trace.steps.map((id) => origins[id] ?? id) };
  }
  return undefined;
}

interface Restricted {
  readonly plant: ComposedPlant;
  /** The whole story has happened. */
  readonly done: Expression;
  /** Step of the plant → the steps that are it as the last one of the story. */
  readonly lastSteps: ReadonlyMap<number, readonly number[]>;
  /** The step of the plant that each step is. */
  readonly origins: readonly number[];
}

function restricted({ from, trace, to }: StoryElsewhere): Restricted {
  const [here, there] = [from, to].map(({ steps }) => new Set(steps.map(({ name }) => name)));
  const told = trace.steps.flatMap((id) => from.steps[id] ?? []).filter(({ name }) => there?.has(name) === true);
  const progress = to.variables.length;
  const isAt = (count: number): Expression => ({ kind: 'in', variable: progress, values: [count] });
  const steps: Step[] = [];
  const origins: number[] = [];
  const lastSteps = new Map<number, readonly number[]>();
  const add = (step: Step): number => {
    origins.push(step.id);
    return steps.push({ ...step, id: steps.length }) - 1;
  };
  for (const step of to.steps) {
    if (here?.has(step.name) !== true && step.kind !== 'fault') add(step);
    told.forEach((one, count) => {
      if (keyOf(one) !== keyOf(step)) return;
      const id = add({
        ...step,
        guard: all(step.guard, isAt(count)),
        actions: [...step.actions, { kind: 'set', variable: progress, value: count + 1 }],
      });
      if (count === told.length - 1) lastSteps.set(step.id, [...(lastSteps.get(step.id) ?? []), id]);
    });
  }
  return {
    plant: {
      ...to,
      steps,
      variables: [
        ...to.variables,
        {
          name: 'the story so far',
          values: Array.from({ length: told.length + 1 }, (_, count) => String(count)),
          role: { kind: 'history', property: '' },
        },
      ],
      initial: to.initial.map((values) => [...values, 0]),
    },
    done: isAt(told.length),
    lastSteps,
    origins,
  };
}

/** What a step is in every plant of the revision; numbers of messages and values that are entered differ. */
function keyOf({ name, kind, fault, outcome, transitions }: Step): string {
  return JSON.stringify([name, kind, fault, outcome, transitions]);
}

function atItsEnd(property: Property, done: Expression, lastSteps: Restricted['lastSteps']): readonly Property[] {
  switch (property.kind) {
    case 'never':
      return [{ ...property, bad: all(property.bad, done) }];
    case 'reachable':
      return [{ ...property, goal: all(property.goal, done) }];
    case 'atStep':
      return [
        {
          ...property,
          at: property.at.flatMap(({ step, bad }) => (lastSteps.get(step) ?? []).map((id) => ({ step: id, bad }))),
        },
      ];
    default:
      // From where a goal is lost cannot be seen along one story.
      return [];
  }
}

function reached(goal: Expression): Property {
  return { kind: 'reachable', id: 'the end of the story', goal };
}
