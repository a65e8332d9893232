import type { Action, ComposedPlant, Step } from '../plant/composed-plant.ts';
import type { Expression } from '../plant/expression.ts';
import { all, any, FALSE, not, TRUE } from '../plant/simplify.ts';
import type { Property } from '../search/property.ts';

/** Values of several variables that a message's content depends on are told one by one up to so many. */
const CONTENTS = 4_096;

/** What of a plant can matter to a search. */
export interface Essence {
  /** Equal for two plants only if the same can happen in both, step by step. */
  readonly text: string;
  /** Equal for properties of plants with equal texts only if they ask the same. */
  ofProperty(property: Property): string;
}

/**
 * What is left of a plant without names, and without values, messages and steps that cannot come about whatever else does. An
 * edit that adds a state to which nothing leads changes nothing of it. Nothing where that cannot be told in reasonable time.
 */
export function essenceOf(plant: ComposedPlant): Essence | undefined {
  const met = metAlone(plant);
  const variables = numbered(met.values.map((values) => values.size > 1));
  const values = met.values.map((some, variable) =>
    numbered(plant.variables[variable]?.values.map((_, value) => some.has(value)) ?? []),
  );
  const messages = met.messages.map((some, channel) =>
    numbered([false, ...(plant.channels[channel]?.messages ?? []).map((_, index) => some.has(index + 1))]),
  );
  const told = (expression: Expression): Expression => {
    switch (expression.kind) {
      case 'not':
        return not(told(expression.of));
      case 'all':
        return all(...expression.of.map(told));
      case 'any':
        return any(...expression.of.map(told));
      case 'in': {
        const wanted = expression.values.filter((value) => met.values[expression.variable]?.has(value));
        if (wanted.length === 0) return FALSE;
        if (wanted.length === met.values[expression.variable]?.size) return TRUE;
        const variable = variables.get(expression.variable) ?? -1;
        return { kind: 'in', variable, values: wanted.map((value) => values[expression.variable]?.get(value) ?? -1) };
      }
      case 'at':
      case 'waiting': {
        if (expression.messages === undefined) return met.messages[expression.channel]?.size === 0 ? FALSE : expression;
        const wanted = expression.messages.flatMap((message) => messages[expression.channel]?.get(message) ?? []);
        return wanted.length === 0 ? FALSE : { ...expression, messages: wanted };
      }
      default:
        return expression;
    }
  };
  const toldAction = (action: Action): readonly unknown[] => {
    switch (action.kind) {
      case 'set': {
        const variable = variables.get(action.variable);
        return variable === undefined ? [] : [['set', variable, values[action.variable]?.get(action.value)]];
      }
      case 'copy': {
        const variable = variables.get(action.variable);
        if (variable === undefined) return [];
        const to = [...(met.values[action.source] ?? [])].sort(byNumber).map((value) => action.map[value] ?? -1);
        const copied = to.map((value) => values[action.variable]?.get(value));
        return [
          copied.length === 1 ? ['set', variable, copied[0]] : ['copy', variable, variables.get(action.source), copied],
        ];
      }
      case 'increase': {
        const variable = variables.get(action.variable);
        return variable === undefined ? [] : [['increase', variable]];
      }
      case 'send':
        return [['send', action.channel, messages[action.channel]?.get(action.message)]];
      case 'sendContent': {
        const read = action.parts.filter(({ variable }) => variables.has(variable)).map(({ variable }) => variable);
        const sent = contentsOf(action, met.values).map((message) => messages[action.channel]?.get(message));
        return [['send', action.channel, read.map((variable) => variables.get(variable)), sent]];
      }
      case 'take':
        return [['take', action.channel, action.position]];
      case 'withdraw':
        return [['withdraw', action.channel, messages[action.channel]?.get(action.message)]];
    }
  };
  if (
    plant.steps.some(({ actions }) =>
      actions.some((action) => action.kind === 'sendContent' && !isCountable(action, met.values)),
    )
  )
    return undefined;
  const steps = plant.steps.filter(({ id }) => met.steps.has(id));
  const numbers = new Map(steps.map(({ id }, index) => [id, index]));
  return {
    text: JSON.stringify([
      [...variables.keys()].map((variable) => values[variable]?.size),
      plant.channels.map(({ order, capacity }, channel) => [order, capacity, messages[channel]?.size]),
      steps.map(({ kind, fault, correction, loosened, guard, actions }) => [
        [kind, fault, correction, loosened !== undefined],
        told(guard),
        actions.flatMap(toldAction),
      ]),
      plant.initial.map((state) =>
        [...variables.keys()].map((variable) => values[variable]?.get(state[variable] ?? 0)),
      ),
      told(plant.settled),
      told(plant.resting),
    ]),
    ofProperty: (property) => JSON.stringify(toldProperty(property, told, numbers)),
  };
}

function toldProperty(
  property: Property,
  told: (expression: Expression) => Expression,
  numbers: ReadonlyMap<number, number>,
): unknown {
  switch (property.kind) {
    case 'never':
      return ['never', property.onceSettled, told(property.bad)];
    case 'atStep':
      return [
        'atStep',
        property.at.flatMap(({ step, bad }) => (numbers.has(step) ? [[numbers.get(step), told(bad)]] : [])),
      ];
    case 'possible':
      return ['possible', told(property.from), told(property.goal)];
    case 'response': {
      const triggers = property.triggers.flatMap(({ step, given }) =>
        numbers.has(step) ? [[numbers.get(step), told(given)]] : [],
      );
      return ['response', property.machinesOnly, triggers, property.when && told(property.when), told(property.goal)];
    }
    case 'reachable':
      return ['reachable', told(property.goal)];
  }
}

/** What each variable, channel and step can come to when it is not asked whether it can do so at the same time as the others. */
interface MetAlone {
  readonly values: readonly Set<number>[];
  readonly messages: readonly Set<number>[];
  readonly steps: ReadonlySet<number>;
}

function metAlone(plant: ComposedPlant): MetAlone {
  const values = plant.variables.map((_, variable) => new Set(plant.initial.map((state) => state[variable] ?? 0)));
  const messages = plant.channels.map(() => new Set<number>());
  const steps = new Set<number>();
  const met = { values, messages, steps };
  for (let size = -1; size !== sizeOf(met);) {
    size = sizeOf(met);
    for (const step of plant.steps) {
      if (!canBe(step.guard, true, met)) continue;
      steps.add(step.id);
      happen(plant, step, met);
    }
  }
  return met;
}

function sizeOf({ values, messages, steps }: MetAlone): number {
  return [...values, ...messages, steps].reduce((sum, some) => sum + some.size, 0);
}

function happen(plant: ComposedPlant, { actions }: Step, { values, messages }: MetAlone): void {
  for (const action of actions) {
    switch (action.kind) {
      case 'set':
        values[action.variable]?.add(action.value);
        break;
      case 'copy':
        for (const value of values[action.source] ?? []) values[action.variable]?.add(action.map[value] ?? 0);
        break;
      case 'increase': {
        const own = values[action.variable];
        const most = plant.variables[action.variable]?.values.length ?? 0;
        for (const value of own ?? []) if (value + 1 < most) own?.add(value + 1);
        break;
      }
      case 'send':
        messages[action.channel]?.add(action.message);
        break;
      case 'sendContent':
        if (isCountable(action, values))
          for (const message of contentsOf(action, values)) messages[action.channel]?.add(message);
        break;
      default:
    }
  }
}

/** Whether the expression can come out so, as far as one part at a time tells. */
function canBe(expression: Expression, outcome: boolean, met: MetAlone): boolean {
  switch (expression.kind) {
    case 'true':
    case 'false':
      return (expression.kind === 'true') === outcome;
    case 'not':
      return canBe(expression.of, !outcome, met);
    case 'all':
    case 'any': {
      const each = (expression.kind === 'all') === outcome;
      return each
        ? expression.of.every((part) => canBe(part, outcome, met))
        : expression.of.some((part) => canBe(part, outcome, met));
    }
    case 'in':
      return [...(met.values[expression.variable] ?? [])].some(
        (value) => expression.values.includes(value) === outcome,
      );
    case 'at':
    case 'waiting': {
      if (!outcome) return true;
      const sent = met.messages[expression.channel] ?? new Set();
      return expression.messages === undefined
        ? sent.size > 0
        : expression.messages.some((message) => sent.has(message));
    }
    case 'free':
      return true;
  }
}

type SendContent = Extract<Action, { kind: 'sendContent' }>;

function isCountable({ parts }: SendContent, values: MetAlone['values']): boolean {
  return parts.reduce((product, { variable }) => product * (values[variable]?.size ?? 1), 1) <= CONTENTS;
}

/** Every content for the values that were met, in the order of the values. */
function contentsOf({ base, parts }: SendContent, values: MetAlone['values']): readonly number[] {
  return parts.reduce<readonly number[]>(
    (sums, { variable, map }) => {
      const met = [...(values[variable] ?? [])].sort(byNumber);
      return sums.flatMap((sum) => met.map((value) => sum + (map[value] ?? 0)));
    },
    [base],
  );
}

/** Index → its number among those that stay. */
function numbered(stays: readonly boolean[]): ReadonlyMap<number, number> {
  return new Map(stays.flatMap((stay, index) => (stay ? [index] : [])).map((index, number) => [index, number]));
}

function byNumber(a: number, b: number): number {
  return a - b;
}
