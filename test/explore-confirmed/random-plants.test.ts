import { availableParallelism } from 'node:os';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { compareText } from '../../src/core/diagnostics/order.ts';
import { search } from '../../src/core/explore/search/search.ts';
import { plantOfAlikeRecords } from '../core/explore/alike-plant.ts';
import { randomPlant, type AskedPlant } from '../core/explore/random-plant.ts';
import { inTurn, ourClaims, spinClaims, tlcClaims, type Claims } from './claims.ts';
import { plantedErrors } from './planted-errors.ts';
import { SPIN } from './spin.ts';
import { TLC } from './tlc.ts';

const COUNT = 200;
/** Each takes several Java machines of its own. */
const COUNT_FOR_TLC = 8;
const COUNT_FOR_ERRORS = 60;
const COUNT_OF_ALIKE = 24;
const MOST_STATES = 20_000;

/** The first plants of a fixed row that are neither trivial nor big. */
function samples(from: fc.Arbitrary<AskedPlant>, count: number): readonly (AskedPlant & { readonly ours: Claims })[] {
  const found: (AskedPlant & { readonly ours: Claims })[] = [];
  for (const asked of fc.sample(from, { seed: 6, numRuns: count * 10 })) {
    const ours = ourClaims(asked.plant, asked.properties, MOST_STATES);
    if (ours !== undefined && ours.states >= 5) found.push({ ...asked, ours });
    if (found.length === count) break;
  }
  return found;
}

const plants = samples(randomPlant(), COUNT);

it('there are as many plants as promised, with every verdict among them', () => {
  const kinds = new Set(plants.flatMap(({ ours }) => ours.found.map((name) => name.split('_')[0] ?? '')));
  expect({ plants: plants.length, kinds: [...kinds].toSorted(compareText) }).toEqual({
    plants: COUNT,
    kinds: ['broken', 'full', 'reached', 'stuck'],
  });
});

describe.runIf(SPIN)(`Spin and the built-in search, on ${COUNT} random plants`, () => {
  let theirs: readonly Claims[] = [];

  beforeAll(async () => {
    theirs = await inTurn(plants, availableParallelism(), ({ plant, properties }) => spinClaims(plant, properties));
  }, 600_000);

  it('find equally many states, and the same properties broken and reached, channels full and records stuck', () => {
    expect(plants.map(({ ours }) => ours)).toEqual(theirs);
  });

  it(`agree on ${COUNT_OF_ALIKE} plants with records that nothing distinguishes, of which the search sees only some states`, async () => {
    const alike = samples(plantOfAlikeRecords(), COUNT_OF_ALIKE);
    const found = await inTurn(alike, availableParallelism(), ({ plant, properties }) => spinClaims(plant, properties));
    expect(alike.map(({ ours }) => ours)).toEqual(found);
    const seen = alike.map(({ plant }) => search(plant, [], { states: MOST_STATES, bytes: Infinity }));
    expect(seen.filter(({ states, standFor }) => states < standFor).length).toBeGreaterThan(COUNT_OF_ALIKE / 2);
  }, 300_000);

  it('disagree as soon as an error is planted in the search', () => {
    const noticed = new Map<string, number>();
    for (const [index, { plant, properties }] of plants.slice(0, COUNT_FOR_ERRORS).entries())
      for (const { error, plant: treated } of plantedErrors(plant)) {
        const wrong = ourClaims(treated, properties, MOST_STATES * 10);
        const differs = JSON.stringify(wrong) !== JSON.stringify(theirs[index]);
        noticed.set(error, (noticed.get(error) ?? 0) + (differs ? 1 : 0));
      }
    const often = [...noticed].filter(([, times]) => times > COUNT_FOR_ERRORS / 4).map(([error]) => error);
    expect(often.toSorted(compareText)).toEqual([
      'a guard on a value is dropped',
      'a message is not sent',
      'a message is read but stays',
      'a value is not set',
    ]);
  });
});

describe.runIf(TLC)(`TLC and the built-in search, on ${COUNT_FOR_TLC} random plants`, () => {
  it('find equally many states, and the same properties broken and reached, channels full and records stuck', async () => {
    const some = plants.slice(0, COUNT_FOR_TLC);
    const theirs = await inTurn(some, availableParallelism(), ({ plant, properties }) => tlcClaims(plant, properties));
    expect(some.map(({ ours }) => ours)).toEqual(theirs);
  }, 300_000);
});
