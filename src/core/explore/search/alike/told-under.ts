import type { ComposedPlant } from '../../plant/composed-plant.ts';
import type { ToldWay } from '../explored.ts';
import { interpret, type PlantState } from '../interpreter.ts';
import type { Way } from '../way.ts';
import type { RenamingGroup } from './renaming-group.ts';
import { renamedState } from './renaming.ts';

/** How a way is to be told. */
export interface Telling {
  /** By which renaming its first state becomes the one that was kept; 0 where nothing is said. */
  readonly first: number;
  /** Whether this renaming may lead to the state that was kept at this place of the way. */
  fits(renaming: number, place: number): boolean;
}

/** In whichever names. */
export const ANY_NAMES: Telling = { first: 0, fits: () => true };

/** What a telling needs to know of kept states. */
interface Kept {
  readonly plant: ComposedPlant;
  readonly names: RenamingGroup;
  stateOf(state: number): PlantState;
}

/**
 * A way over kept states as a story of one and the same records. Each step leads to some state that is kept under other names;
 * which renaming that takes is found again, and all further steps are told in the names with which the story began. Steps of a
 * way are called as they are where they end.
 */
export function toldUnder(from: Kept, { root, taken }: Way, telling: Telling): ToldWay {
  const { plant, names } = from;
  const interpreter = interpret(plant);
  const isBag = (channel: number) => plant.channels[channel]?.order === 'bag';
  const beginnings = new Map(interpreter.initial().map((state, index) => [interpreter.keyOf(state), index]));
  const { renamings, inverses } = names;
  const after = (kept: PlantState, step: number): PlantState | undefined => {
    const found = interpreter.enabled(kept).find((one) => one.step.id === step);
    return found?.full.length === 0 ? interpreter.take(kept, found.step) : undefined;
  };
  let kept = from.stateOf(root);
  let renaming = telling.first;
  const beginning = beginnings.get(interpreter.keyOf(kept)) ?? -1;
  const initial = inverses[renaming]?.initial[beginning] ?? -1;
  const steps: number[] = [];
  for (const [place, { step, state }] of taken.entries()) {
    const next = from.stateOf(state);
    const wanted = interpreter.keyOf(next);
    const found = renamings.findIndex((called, number) => {
      if (!telling.fits(names.product(number, renaming), place)) return false;
      const reached = after(kept, inverses[number]?.steps[step] ?? -1);
      return reached !== undefined && interpreter.keyOf(renamedState(called, reached, isBag)) === wanted;
    });
    if (found < 0) throw new RangeError(`step ${place + 1} of a way cannot be told`);
    const calledHere = inverses[found]?.steps[step] ?? -1;
    steps.push(inverses[renaming]?.steps[calledHere] ?? -1);
    renaming = names.product(found, renaming);
    kept = next;
  }
  const last = renamings[renaming];
  return { trace: { initial, steps }, ...(last === undefined ? {} : { renaming: last }) };
}
