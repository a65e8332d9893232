import type { ComposedPlant } from '../../plant/composed-plant.ts';
import { renamingsOf } from './alike-records.ts';
import { inverse, type Renaming } from './renaming.ts';

/** Renamings that can follow each other, by number: 0 changes nothing. */
export interface RenamingGroup {
  readonly renamings: readonly Renaming[];
  /** Renaming → the way back. */
  readonly inverses: readonly Renaming[];
  /** First `before`, then `then`. */
  product(then: number, before: number): number;
}

/** What can be called otherwise in this plant; undefined where nothing can. */
export function renamingGroupOf(plant: ComposedPlant): RenamingGroup | undefined {
  const renamings = renamingsOf(plant);
  if (renamings.length < 2) return undefined;
  const numbers = new Map(renamings.map(({ records }, number) => [records.join(), number]));
  const products = renamings.map((then) =>
    renamings.map((before) => numbers.get(before.records.map((record) => then.records[record]).join()) ?? 0),
  );
  return {
    renamings,
    inverses: renamings.map(inverse),
    product: (then, before) => products[then]?.[before] ?? 0,
  };
}
