import type { ComposedPlant, Step } from '../plant/composed-plant.ts';
import type { Expression } from '../plant/expression.ts';
import type { Property } from '../search/property.ts';
import type { PlantNames } from './plant-names.ts';

/** A property as something that other checkers find: a situation of one state. */
export interface ExportedProperty {
  readonly id: string;
  /** `broken`: the situation must not be reachable. `reached`: it should be. */
  readonly found: 'broken' | 'reached';
  /** One sentence without a full stop: what the situation is. */
  readonly meaning: string;
  /** One of these is so; with `step`, it must also be possible to take that step, with room for what it sends. */
  readonly situations: readonly { readonly when: Expression; readonly step?: Step }[];
  /** Only where nothing is on its way. */
  readonly onceSettled: boolean;
}

/** Names of the questions, parallel to them: `broken_INV_01a`, `reached_INV_20`. */
export function questionNames({ book }: PlantNames, exported: readonly ExportedProperty[]): readonly string[] {
  return exported.map(({ found, id }) => book.make(`${found} ${id}`));
}

/** Why `possible` and `response` are left out. */
export const BRANCHING =
  'whether a goal stays within reach is a question about all ways from a state, not about one state';

/**
 * The properties that are questions about single states, for any checker of reachable states, and the ids of those that are
 * not: `possible` and `response` ask whether a goal stays within reach, which no formula of linear time says.
 */
export function exportedProperties(
  plant: ComposedPlant,
  properties: readonly Property[],
): { readonly exported: readonly ExportedProperty[]; readonly leftOut: readonly string[] } {
  const exported: ExportedProperty[] = [];
  const leftOut = new Set<string>();
  for (const property of properties) {
    const { id } = property;
    switch (property.kind) {
      case 'never':
        exported.push({
          id,
          found: 'broken',
          meaning: property.onceSettled
            ? 'what must never be so is so although nothing is on its way'
            : 'what must never be so is so',
          situations: [{ when: property.bad }],
          onceSettled: property.onceSettled,
        });
        break;
      case 'atStep':
        exported.push({
          id,
          found: 'broken',
          meaning: 'a step can be taken in a situation in which it must not be',
          situations: property.at.flatMap(({ step, bad }) =>
            bad.kind === 'false' ? [] : [{ when: bad, step: stepAt(plant, step) }],
          ),
          onceSettled: false,
        });
        break;
      case 'reachable':
        exported.push({
          id,
          found: 'reached',
          meaning: 'what should be reachable is reached',
          situations: [{ when: property.goal }],
          onceSettled: false,
        });
        break;
      case 'possible':
      case 'response':
        leftOut.add(id);
        break;
    }
  }
  return { exported, leftOut: [...leftOut] };
}

/**
 * For each channel that the step leaves with more messages than it found: how many may at most wait there before it, so that
 * there is room for what it sends.
 */
export function roomNeeded(
  plant: ComposedPlant,
  step: Step,
): readonly { readonly channel: number; readonly atMost: number }[] {
  return plant.channels.flatMap(({ capacity }, channel) => {
    let sent = 0;
    let taken = 0;
    for (const action of step.actions) {
      if ((action.kind === 'send' || action.kind === 'sendContent') && action.channel === channel) sent += 1;
      if ((action.kind === 'take' || action.kind === 'withdraw') && action.channel === channel) taken += 1;
    }
    return sent <= taken ? [] : [{ channel, atMost: capacity - sent + taken }];
  });
}

function stepAt(plant: ComposedPlant, id: number): Step {
  const step = plant.steps[id];
  if (step === undefined) throw new RangeError(`no step ${id}`);
  return step;
}
