import { turned, type Renaming } from './renaming.ts';

/** For each place the sum of what stands there and where it can be after a renaming. */
export function underAnyName<Numbers extends Int32Array | Uint8Array>(
  counted: Numbers,
  renamings: readonly Renaming[],
  placesOf: (renaming: Renaming) => readonly number[],
): Numbers {
  if (renamings.length < 2) return counted;
  const sums = counted.slice() as Numbers;
  const maps = renamings.map(placesOf);
  for (const place of counted.keys()) {
    const alike = new Set(maps.map((places) => places[place] ?? place));
    const sum = [...alike].reduce((all, other) => all + (counted[other] ?? 0), 0);
    sums[place] = counted instanceof Uint8Array ? Math.min(1, sum) : sum;
  }
  return sums;
}

/** Variable → value → whether some state has it, whichever of several alike records is meant. */
export function reachedUnderAnyName(
  reached: readonly Uint8Array[],
  renamings: readonly Renaming[],
): readonly Uint8Array[] {
  if (renamings.length < 2) return reached;
  const all = reached.map((values) => values.slice());
  for (const { variables, values } of renamings)
    for (const [variable, target] of variables.entries()) {
      const back = turned(values[variable] ?? []);
      for (const [value, met] of reached[target]?.entries() ?? [])
        if (met === 1) all[variable]?.fill(1, back[value], (back[value] ?? 0) + 1);
    }
  return all;
}
