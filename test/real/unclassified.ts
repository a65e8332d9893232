import type { ProductComparison } from './product.ts';

/** How often the remainder rule spoke in a history: `added object`, `changed field length`. */
export function unclassifiedCounts(comparisons: readonly ProductComparison[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { judgement } of comparisons) {
    for (const { ruleId, element, attribute, base, head } of judgement.findings) {
      if (ruleId !== 'unclassified-change') continue;
      const action =
        attribute !== '' ? 'changed' : base === undefined ? 'added' : head === undefined ? 'removed' : 'changed';
      const kind = `${action} ${element.kind}${attribute === '' ? '' : ` ${attribute}`}`;
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
  }
  return counts;
}
