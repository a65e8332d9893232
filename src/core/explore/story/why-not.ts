import type { ComposedPlant, Step } from '../plant/composed-plant.ts';
import type { Expression } from '../plant/expression.ts';
import { holds, not, type ReadableState } from '../plant/simplify.ts';

/** More alternatives than this are not listed one by one. */
const LISTED_ALTERNATIVES = 3;

/**
 * Why a step is not possible in a state, in words: what its guard asks for and what is so instead. With several steps of one
 * name it is the one that is closest to being possible.
 */
export function whyNot(plant: ComposedPlant, steps: readonly Step[], state: ReadableState): string {
  const [closest] = steps
    .map((step) => unmet(step.guard, state))
    .toSorted((a, b) => a.length - b.length || a.map(weight).join().length - b.map(weight).join().length);
  if (closest === undefined) return 'there is no such step';
  if (closest.length === 0)
    return 'a channel that it sends to is full, or there is no room for the record that it makes (`explore.spare`)';
  return closest.map((part) => asked(plant, part, state)).join('; ');
}

/** Parts of a guard that are not true in the state: all of them together would have made it true. */
function unmet(expression: Expression, state: ReadableState): readonly Expression[] {
  if (holds(expression, state)) return [];
  return expression.kind === 'all' ? expression.of.flatMap((part) => unmet(part, state)) : [expression];
}

function weight(expression: Expression): number {
  return expression.kind === 'all' || expression.kind === 'any'
    ? expression.of.reduce((sum, part) => sum + weight(part), 0)
    : 1;
}

/** What an unmet part of a guard asks for, and what is so: `INV of lot 1 must be QI, but is Blocked`. */
function asked(plant: ComposedPlant, expression: Expression, state: ReadableState): string {
  switch (expression.kind) {
    case 'in': {
      const { name, is, labels } = values(plant, expression, state);
      return `${name} must be ${listed(labels)}, but is ${is}`;
    }
    case 'at':
      return `the message that starts it must be the next one in ${channelName(plant, expression.channel)}, but is not`;
    case 'waiting':
      return `a message must be on its way in ${channelName(plant, expression.channel)}, but none is`;
    case 'not':
      return denied(plant, expression.of, state);
    case 'all':
      return unmet(expression, state)
        .map((part) => asked(plant, part, state))
        .join('; ');
    case 'any': {
      const ways = [...new Set(expression.of.map((part) => asked(plant, part, state)))];
      const shown = ways.slice(0, LISTED_ALTERNATIVES).join(', or ');
      return ways.length > LISTED_ALTERNATIVES ? `${shown}, or ${ways.length - LISTED_ALTERNATIVES} other ways` : shown;
    }
    case 'free':
      return `${plant.freeAtoms[expression.atom] ?? 'a fact'} must be so`;
    default:
      return 'it is never possible';
  }
}

function denied(plant: ComposedPlant, expression: Expression, state: ReadableState): string {
  switch (expression.kind) {
    case 'in': {
      const { name, is } = values(plant, expression, state);
      return `${name} must not be ${is}`;
    }
    case 'at':
    case 'waiting':
      return `nothing like it may be on its way in ${channelName(plant, expression.channel)}, but it is`;
    case 'all':
      return asked(plant, { kind: 'any', of: expression.of.map(not) }, state);
    case 'any':
      return asked(plant, { kind: 'all', of: expression.of.map(not) }, state);
    case 'not':
      return asked(plant, expression.of, state);
    case 'free':
      return `${plant.freeAtoms[expression.atom] ?? 'a fact'} must not be so`;
    default:
      return 'it is never possible';
  }
}

function values(
  plant: ComposedPlant,
  { variable, values: wanted }: { readonly variable: number; readonly values: readonly number[] },
  state: ReadableState,
): { readonly name: string; readonly is: string; readonly labels: readonly string[] } {
  const found = plant.variables[variable];
  const label = (value: number): string => found?.values[value] ?? String(value);
  return {
    name: found?.name ?? `variable ${variable}`,
    is: label(state.values[variable] ?? -1),
    labels: wanted.map(label),
  };
}

function listed(labels: readonly string[]): string {
  const last = labels.at(-1) ?? 'something else';
  return labels.length < 2 ? last : `${labels.slice(0, -1).join(', ')} or ${last}`;
}

function channelName(plant: ComposedPlant, channel: number): string {
  return plant.channels[channel]?.name ?? `channel ${channel}`;
}
