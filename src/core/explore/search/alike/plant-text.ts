import type { Action, ComposedPlant, Step } from '../../plant/composed-plant.ts';
import type { Expression } from '../../plant/expression.ts';
import type { Property } from '../property.ts';
import { renamedExpression, type Renaming } from './renaming.ts';

/** Contents of one message that are told apart by listing them all; a plant with more is not compared. */
const MOST_CONTENTS = 4096;

/** A text that is equal for expressions which say the same in another order of their parts; free atoms count as they are. */
export function meaningText(expression: Expression): string {
  switch (expression.kind) {
    case 'true':
    case 'false':
      return expression.kind;
    case 'free':
      return `f${expression.atom}`;
    case 'not':
      return `!${meaningText(expression.of)}`;
    case 'all':
    case 'any':
      return `${expression.kind}(${[...new Set(expression.of.map(meaningText))].sort().join(',')})`;
    case 'in':
      return `v${expression.variable}:${ascending(expression.values)}`;
    case 'at':
      return `c${expression.channel}@${expression.position}:${ascending(expression.messages)}`;
    case 'waiting':
      return `w${expression.channel}:${expression.messages === undefined ? '*' : ascending(expression.messages)}`;
  }
}

/** As `meaningText`, for what is asked of a plant; its name does not count. */
export function propertyText(property: Property): string {
  const steps = (at: readonly { readonly step: number; readonly condition: Expression }[]) =>
    [...new Set(at.map(({ step, condition }) => `${step} ${meaningText(condition)}`))].sort().join(';');
  switch (property.kind) {
    case 'never':
      return `never ${property.onceSettled} ${meaningText(property.bad)}`;
    case 'reachable':
      return `reachable ${meaningText(property.goal)}`;
    case 'possible':
      return `possible ${meaningText(property.from)} ${meaningText(property.goal)}`;
    case 'atStep':
      return `atStep ${steps(property.at.map(({ step, bad }) => ({ step, condition: bad })))}`;
    case 'response': {
      const triggers = steps(property.triggers.map(({ step, given }) => ({ step, condition: given })));
      const when = property.when === undefined ? '' : meaningText(property.when);
      return `response ${property.machinesOnly} ${triggers} when ${when} ${meaningText(property.goal)}`;
    }
  }
}

/**
 * A text of all that matters of a renamed step: when it is possible and what it does. `renaming.steps` is not read. Undefined
 * where the content of a message depends on too much to be listed.
 */
export function stepText(plant: ComposedPlant, step: Step, renaming: Renaming): string | undefined {
  const changes: string[] = [];
  const traffic = new Map<number, { takes: string[]; sends: string[] }>();
  const line = (channel: number) => {
    const known = traffic.get(channel) ?? { takes: [], sends: [] };
    traffic.set(channel, known);
    return known;
  };
  for (const action of step.actions) {
    switch (action.kind) {
      case 'set':
      case 'increase':
      case 'copy':
        changes.push(changeText(action, renaming));
        break;
      case 'take':
        line(action.channel).takes.push(`${action.position}`);
        break;
      case 'withdraw':
        line(action.channel).takes.push(`m${renaming.messages[action.channel]?.[action.message]}`);
        break;
      case 'send':
        line(action.channel).sends.push(`${renaming.messages[action.channel]?.[action.message]}`);
        break;
      case 'sendContent': {
        const contents = contentsText(plant, action, renaming);
        if (contents === undefined) return undefined;
        line(action.channel).sends.push(contents);
        break;
      }
    }
  }
  const lines = [...traffic].map(([channel, { takes, sends }]) => {
    const sent = plant.channels[channel]?.order === 'bag' ? sends.sort() : sends;
    return `c${renaming.channels[channel]} ${takes.join(',')} / ${sent.join(',')}`;
  });
  const guard = meaningText(renamedExpression(renaming, step.guard));
  const nature = `${step.kind} ${step.fault ?? ''} ${step.correction} ${step.loosened?.join(' ') ?? ''}`;
  return [nature, guard, ...changes.sort(), ...lines.sort()].join('\n');
}

function changeText(action: Extract<Action, { variable: number }>, renaming: Renaming): string {
  const variable = renaming.variables[action.variable];
  const map = renaming.values[action.variable] ?? [];
  if (action.kind === 'set') return `v${variable}=${map[action.value]}`;
  // The numbers of its values are counted through, so they must not have changed places.
  if (action.kind === 'increase')
    return `v${variable}++${map.every((value, index) => value === index) ? '' : map.join()}`;
  const values: (number | undefined)[] = [];
  for (const [value, to] of (renaming.values[action.source] ?? []).entries()) values[to] = map[action.map[value] ?? -1];
  return `v${variable}=v${renaming.variables[action.source]}:${values.join(',')}`;
}

/** The message for each combination of the values on which it depends, in the order of the renamed plant. */
function contentsText(
  plant: ComposedPlant,
  { channel, base, parts }: Extract<Action, { kind: 'sendContent' }>,
  renaming: Renaming,
): string | undefined {
  const renamed = parts
    .map(({ variable, map }) => {
      const size = plant.variables[variable]?.values.length ?? 1;
      const values: number[] = [];
      for (let value = 0; value < size; value++) values[renaming.values[variable]?.[value] ?? value] = map[value] ?? 0;
      return { variable: renaming.variables[variable] ?? -1, values };
    })
    .sort((a, b) => a.variable - b.variable);
  let sums: readonly number[] = [base];
  for (const { values } of renamed) {
    if (sums.length * values.length > MOST_CONTENTS) return undefined;
    sums = sums.flatMap((sum) => values.map((value) => sum + value));
  }
  const messages = sums.map((sum) => renaming.messages[channel]?.[sum]);
  return `${renamed.map(({ variable }) => `v${variable}`).join(' ')}: ${messages.join(' ')}`;
}

function ascending(numbers: readonly number[]): string {
  return [...new Set(numbers)].sort((a, b) => a - b).join('.');
}
