import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComposedPlant } from '../../../../src/core/explore/plant/composed-plant.ts';
import { searchBounds } from '../../../../src/core/explore/search/search-bounds.ts';
import { search } from '../../../../src/core/explore/search/search.ts';
import type { SearchResult } from '../../../../src/core/explore/search/search-result.ts';
import { randomPlant, withRecordsRunningOut } from '../random-plant.ts';

const LIMITS = { states: 20_000, bytes: 256 * 1024 ** 2 };

describe('One search for several message bounds', () => {
  it('says of each bound exactly what a search of its own says', () => {
    let compared = 0;
    fc.assert(
      fc.property(randomPlant(), fc.nat(4), (random, kind) => {
        const { plant, properties } = kind === 0 ? withRecordsRunningOut(random) : random;
        const large = withMessages(plant, 4);
        const together = { variables: plant.variables.map((_, variable) => variable), where: plant.settled };
        const searched = searchBounds(large, LIMITS);
        if (searched === undefined) return;
        for (const messages of [1, 2, 3, 4]) {
          const own = search(withMessages(plant, messages), properties, LIMITS, {}, { together });
          expect(said(searched.within(messages, properties, { together }))).toEqual(said(own));
          compared += 1;
        }
      }),
      { numRuns: 500 },
    );
    expect(compared).toBeGreaterThan(400);
  });
});

/** Random plants give each channel a room of its own: here all get the same, as in every plant that is composed. */
function withMessages(plant: ComposedPlant, messages: number): ComposedPlant {
  return {
    ...plant,
    channels: plant.channels.map((channel) => ({
      ...channel,
      capacity: channel.runsOutOf === undefined ? messages : 0,
    })),
    bounds: { ...plant.bounds, messages },
  };
}

/** Everything but the bytes: they are those of the one search. */
function said({ bytes: _, ...result }: SearchResult): Omit<SearchResult, 'bytes'> {
  return result;
}
