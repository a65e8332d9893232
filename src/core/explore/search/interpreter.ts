import type { Action, ComposedPlant, Step } from '../plant/composed-plant.ts';
import type { Expression } from '../plant/expression.ts';

/** One state of the plant: the value index of each variable, and the messages in each channel (a bag is kept sorted). */
export interface PlantState {
  readonly values: readonly number[];
  readonly channels: readonly (readonly number[])[];
}

/** A step whose guard is true; it can be taken when `full`, the channels that have no room for what it sends, is empty. */
export interface EnabledStep {
  readonly step: Step;
  readonly full: readonly number[];
}

/** The meaning of a composed plant, one state at a time. */
export interface Interpreter {
  /** The states in which a story can begin, parallel to `plant.initial`. */
  initial(): PlantState[];
  /** Every step whose guard is true, by step id. */
  enabled(state: PlantState): EnabledStep[];
  /** The state after the step. The step must be enabled and have room. */
  take(state: PlantState, step: Step): PlantState;
  /** Two states are the same if and only if their keys are. */
  keyOf(state: PlantState): string;
}

/**
 * Interprets the plant: slow and obvious, and independent of the generated search, which must agree with it in everything.
 * A step that takes a message that is not there, or goes beyond the last value of a variable, is an error of the plant: its
 * guard has to see to it.
 */
export function interpret(plant: ComposedPlant): Interpreter {
  return {
    initial: () => plant.initial.map((values) => ({ values, channels: plant.channels.map(() => []) })),
    enabled: (state) =>
      plant.steps
        .filter((step) => isTrue(step.guard, state))
        .map((step) => ({ step, full: channelsWithoutRoom(plant, state, step) })),
    take: (state, step) => stateAfter(plant, state, step),
    keyOf: (state) => `${state.values.join(' ')}|${state.channels.map((messages) => messages.join(' ')).join('|')}`,
  };
}

/** Whether the expression, which must hold no free atom, is true in the state. */
export function isTrue(expression: Expression, state: PlantState): boolean {
  switch (expression.kind) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'all':
      return expression.of.every((part) => isTrue(part, state));
    case 'any':
      return expression.of.some((part) => isTrue(part, state));
    case 'not':
      return !isTrue(expression.of, state);
    case 'in':
      return expression.values.includes(valueOf(state, expression.variable));
    case 'at': {
      const message = messagesIn(state, expression.channel)[expression.position];
      return message !== undefined && expression.messages.includes(message);
    }
    case 'waiting': {
      const messages = messagesIn(state, expression.channel);
      const wanted = expression.messages;
      return wanted === undefined ? messages.length > 0 : messages.some((message) => wanted.includes(message));
    }
    case 'free':
      throw new RangeError('a free atom has no truth value in a state');
  }
}

function valueOf(state: PlantState, variable: number): number {
  const value = state.values[variable];
  if (value === undefined) throw new RangeError(`no variable ${variable}`);
  return value;
}

function messagesIn(state: PlantState, channel: number): readonly number[] {
  const messages = state.channels[channel];
  if (messages === undefined) throw new RangeError(`no channel ${channel}`);
  return messages;
}

function channelsWithoutRoom(plant: ComposedPlant, state: PlantState, step: Step): number[] {
  return plant.channels.flatMap((channel, index) => {
    const sent = step.actions.filter((action) => isSend(action) && action.channel === index).length;
    const taken = step.actions.filter((action) => isTake(action) && action.channel === index).length;
    return sent > 0 && messagesIn(state, index).length - taken + sent > channel.capacity ? [index] : [];
  });
}

function isSend(action: Action): action is Extract<Action, { kind: 'send' | 'sendContent' }> {
  return action.kind === 'send' || action.kind === 'sendContent';
}

function isTake(action: Action): action is Extract<Action, { kind: 'take' | 'withdraw' }> {
  return action.kind === 'take' || action.kind === 'withdraw';
}

function stateAfter(plant: ComposedPlant, state: PlantState, step: Step): PlantState {
  const values = [...state.values];
  for (const action of step.actions) {
    if (action.kind === 'set') values[action.variable] = action.value;
    if (action.kind === 'copy') values[action.variable] = mapped(action.map, valueOf(state, action.source));
    if (action.kind === 'increase') {
      const next = valueOf(state, action.variable) + 1;
      if (next >= (plant.variables[action.variable]?.values.length ?? 0))
        throw new RangeError(
          `step ${step.id} (${step.name}) goes beyond the last value of variable ${action.variable}`,
        );
      values[action.variable] = next;
    }
  }
  const after = { values, channels: state.channels };
  const channels = state.channels.map((messages) => [...messages]);
  for (const action of step.actions) {
    if (!isTake(action)) continue;
    const messages = channels[action.channel] ?? [];
    const position = action.kind === 'take' ? action.position : messages.indexOf(action.message);
    if (messages.splice(position, position < 0 ? 0 : 1).length === 0)
      throw new RangeError(`step ${step.id} (${step.name}) takes a message that is not there`);
  }
  for (const action of step.actions) {
    if (!isSend(action)) continue;
    const messages = channels[action.channel] ?? [];
    messages.push(action.kind === 'send' ? action.message : contentIn(after, action));
    if (plant.channels[action.channel]?.order === 'bag') messages.sort((a, b) => a - b);
  }
  return { values, channels };
}

function contentIn(after: PlantState, action: Extract<Action, { kind: 'sendContent' }>): number {
  return action.parts.reduce((sum, part) => sum + mapped(part.map, valueOf(after, part.variable)), action.base);
}

function mapped(map: readonly number[], value: number): number {
  const result = map[value];
  if (result === undefined) throw new RangeError(`no entry for value ${value}`);
  return result;
}
