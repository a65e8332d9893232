import { expect, it } from 'vitest';

import { lifecycleCounts } from '../../../src/core/derive/counts.ts';
import { derivationContext } from '../../../src/core/derive/derivation-context.ts';
import { sha256 } from '../../../src/io/digest.ts';
import { northmoor } from './derive-texts.ts';

// Counted by hand when the plant was first written down. There the guards held 49 atoms: three segregation rules among them,
// and none for BRR.T03, which now starts with a message that has to carry a verdict. So 49 became 50, in BRR alone.
it('the demonstration plant has the numbers that were counted by hand', async () => {
  const counts = lifecycleCounts(derivationContext({ ...(await northmoor('v1.0.0')), digest: sha256 }));
  const rows = counts.map((one) => [
    one.lifecycle,
    one.states,
    one.events,
    one.transitions,
    one.arcs,
    one.illegalPairs,
    Object.values(one.guardAtoms).reduce((sum, atoms) => sum + atoms, 0),
    one.signedTransitions,
    one.roleNegatives,
  ]);
  expect(rows).toEqual([
    ['BRR', 4, 5, 5, 5, 15, 7, 3, 55],
    ['CAPA', 7, 7, 7, 8, 41, 5, 3, 77],
    ['CON', 7, 7, 7, 8, 41, 8, 3, 78],
    ['INV', 6, 7, 8, 8, 29, 7, 1, 89],
    ['LOT', 7, 9, 9, 12, 51, 14, 2, 99],
    ['NCR', 6, 7, 7, 8, 34, 9, 4, 75],
  ]);
  const total = (column: number): number => rows.reduce((sum, row) => sum + Number(row[column]), 0);
  expect([1, 2, 3, 4, 5, 6, 7, 8].map(total)).toEqual([37, 42, 43, 49, 211, 50, 16, 473]);
  expect(counts.map(({ lifecycle, guardAtoms }) => ({ lifecycle, ...guardAtoms }))).toEqual([
    { lifecycle: 'BRR', conditions: 5, messageFilters: 1, timers: 0, segregation: 1 },
    { lifecycle: 'CAPA', conditions: 5, messageFilters: 0, timers: 0, segregation: 0 },
    { lifecycle: 'CON', conditions: 7, messageFilters: 0, timers: 1, segregation: 0 },
    { lifecycle: 'INV', conditions: 7, messageFilters: 0, timers: 0, segregation: 0 },
    { lifecycle: 'LOT', conditions: 13, messageFilters: 1, timers: 0, segregation: 0 },
    { lifecycle: 'NCR', conditions: 7, messageFilters: 0, timers: 0, segregation: 2 },
  ]);
});
