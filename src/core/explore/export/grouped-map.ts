/** The values of a variable that lead to each result of a map; the result of most values comes last, as what else it is. */
export function byResult(
  map: readonly number[],
): readonly { readonly result: number; readonly values: readonly number[] }[] {
  const groups = new Map<number, number[]>();
  map.forEach((result, value) => groups.set(result, [...(groups.get(result) ?? []), value]));
  return [...groups]
    .map(([result, values]) => ({ result, values }))
    .sort((a, b) => a.values.length - b.values.length || a.result - b.result);
}
