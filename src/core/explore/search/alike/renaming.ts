import type { PlantState } from '../interpreter.ts';
import type { Property } from '../property.ts';
import type { Trace } from '../search-result.ts';
import type { Expression } from '../../plant/expression.ts';

/**
 * The plant with its records called otherwise: where each record, variable, value, channel, message, step and beginning goes.
 * Everything is a permutation; `messages` begins with the empty place, which stays.
 */
export interface Renaming {
  readonly records: readonly number[];
  readonly variables: readonly number[];
  /** Variable → its value → the value of the variable to which it goes. */
  readonly values: readonly (readonly number[])[];
  readonly channels: readonly number[];
  /** Channel → its message → the message of the channel to which it goes. */
  readonly messages: readonly (readonly number[])[];
  readonly steps: readonly number[];
  /** Initial state → the one that it becomes. */
  readonly initial: readonly number[];
}

/** First `before`, then `then`. */
export function composed(then: Renaming, before: Renaming): Renaming {
  const inside = (
    outer: readonly (readonly number[])[],
    inner: readonly (readonly number[])[],
    places: readonly number[],
  ) => inner.map((map, index) => map.map((value) => at(outer[at(places, index)] ?? [], value)));
  return {
    records: after(then.records, before.records),
    variables: after(then.variables, before.variables),
    values: inside(then.values, before.values, before.variables),
    channels: after(then.channels, before.channels),
    messages: inside(then.messages, before.messages, before.channels),
    steps: after(then.steps, before.steps),
    initial: after(then.initial, before.initial),
  };
}

/** The way back. */
export function inverse(renaming: Renaming): Renaming {
  const inside = (maps: readonly (readonly number[])[], places: readonly number[]) =>
    turned(places).map((source) => turned(maps[source] ?? []));
  return {
    records: turned(renaming.records),
    variables: turned(renaming.variables),
    values: inside(renaming.values, renaming.variables),
    channels: turned(renaming.channels),
    messages: inside(renaming.messages, renaming.channels),
    steps: turned(renaming.steps),
    initial: turned(renaming.initial),
  };
}

/** The state with its records called otherwise; `isBag` says which channels keep their messages sorted. */
export function renamedState(renaming: Renaming, state: PlantState, isBag: (channel: number) => boolean): PlantState {
  const values: number[] = [];
  for (const [variable, value] of state.values.entries())
    values[at(renaming.variables, variable)] = at(renaming.values[variable] ?? [], value);
  const channels: number[][] = [];
  for (const [channel, messages] of state.channels.entries()) {
    const renamed = messages.map((message) => at(renaming.messages[channel] ?? [], message));
    channels[at(renaming.channels, channel)] = isBag(channel) ? renamed.sort((a, b) => a - b) : renamed;
  }
  return { values, channels };
}

/** What is true of the renamed state exactly where the expression is true of the state. */
export function renamedExpression(renaming: Renaming, expression: Expression): Expression {
  switch (expression.kind) {
    case 'true':
    case 'false':
    case 'free':
      return expression;
    case 'all':
    case 'any':
      return { kind: expression.kind, of: expression.of.map((part) => renamedExpression(renaming, part)) };
    case 'not':
      return { kind: 'not', of: renamedExpression(renaming, expression.of) };
    case 'in': {
      const map = renaming.values[expression.variable] ?? [];
      // A value that the variable does not have is nobody's: it stays.
      const values = sorted(expression.values.map((value) => map[value] ?? value));
      return { kind: 'in', variable: at(renaming.variables, expression.variable), values };
    }
    case 'at':
      return {
        kind: 'at',
        channel: at(renaming.channels, expression.channel),
        position: expression.position,
        messages: renamedMessages(renaming, expression.channel, expression.messages),
      };
    case 'waiting': {
      const channel = at(renaming.channels, expression.channel);
      return expression.messages === undefined
        ? { kind: 'waiting', channel }
        : { kind: 'waiting', channel, messages: renamedMessages(renaming, expression.channel, expression.messages) };
    }
  }
}

/** What the renamed plant is asked where the plant is asked the property. */
export function renamedProperty(renaming: Renaming, property: Property): Property {
  const renamed = (expression: Expression) => renamedExpression(renaming, expression);
  switch (property.kind) {
    case 'never':
      return { ...property, bad: renamed(property.bad) };
    case 'reachable':
      return { ...property, goal: renamed(property.goal) };
    case 'possible':
      return { ...property, from: renamed(property.from), goal: renamed(property.goal) };
    case 'atStep':
      return {
        ...property,
        at: property.at.map(({ step, bad }) => ({ step: at(renaming.steps, step), bad: renamed(bad) })),
      };
    case 'response':
      return {
        ...property,
        triggers: property.triggers.map(({ step, given }) => ({
          step: at(renaming.steps, step),
          given: renamed(given),
        })),
        ...(property.when === undefined ? {} : { when: renamed(property.when) }),
        goal: renamed(property.goal),
      };
  }
}

/** The same story of other records. */
export function renamedTrace(renaming: Renaming, trace: Trace): Trace {
  return { initial: at(renaming.initial, trace.initial), steps: trace.steps.map((step) => at(renaming.steps, step)) };
}

function renamedMessages(renaming: Renaming, channel: number, messages: readonly number[]): number[] {
  const map = renaming.messages[channel] ?? [];
  return sorted(messages.map((message) => map[message] ?? message));
}

function sorted(numbers: readonly number[]): number[] {
  return [...numbers].sort((a, b) => a - b);
}

function after(then: readonly number[], before: readonly number[]): number[] {
  return before.map((place) => at(then, place));
}

/** Where each place comes from. */
export function turned(places: readonly number[]): number[] {
  const back: number[] = [];
  for (const [from, to] of places.entries()) back[to] = from;
  return back;
}

function at(places: readonly number[], index: number): number {
  const place = places[index];
  if (place === undefined) throw new RangeError(`a renaming says nothing of ${index}`);
  return place;
}
