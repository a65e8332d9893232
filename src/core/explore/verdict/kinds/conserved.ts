import type { InvariantKind } from '../compiled-invariant.ts';
import { listed } from '../wording.ts';

/** Sums of a quantity: nothing that a search over states can follow. */
export const conserved: InvariantKind = {
  kind: 'conserved',
  compile: ({ invariant: { attributes } }) => {
    const { conserved: quantity, over = [], across = [] } = attributes;
    const where = across.length === 0 ? '' : ` in and between ${listed(across)}`;
    const by = over.length === 0 ? '' : ` over ${listed(over)}`;
    return {
      notExplored: `Quantities are not followed by the search: that ${quantity ?? 'the quantity'} stays the same${by}${where} is a matter of tests and reconciliation.`,
    };
  },
};
