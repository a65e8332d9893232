import { describe, expect, it } from 'vitest';
import { compareExplorations } from '../../../../src/core/explore/change/compare-explorations.ts';
import type { Exploration, InvariantVerdict, VerdictWord } from '../../../../src/core/explore/verdict/exploration.ts';

const WITHIN = 'No violation found within these bounds: 1 lot.';

function verdict(word: VerdictWord, faults = 0): InvariantVerdict {
  return {
    invariant: 'INV-1',
    title: 'Nothing is released with an open NCR',
    kind: 'never',
    severity: 'high',
    verdict: word,
    reason: WITHIN,
    ...(word === 'broken' ? { faults } : {}),
  };
}

function exploration(...invariants: readonly InvariantVerdict[]): Exploration {
  const bounds = {
    instances: { lot: 1 },
    spare: {},
    start: {},
    without: [],
    messages: 3,
    faults: 1,
    timing: 'any',
    procedures: true,
  } as const;
  return { bounds, runs: [], invariants, observations: [], leftOut: [], complete: true, gaps: [], boundsReached: [] };
}

function change(before: InvariantVerdict | undefined, after: InvariantVerdict | undefined): string {
  const [found] = compareExplorations(
    exploration(...(before === undefined ? [] : [before])),
    exploration(...(after === undefined ? [] : [after])),
  );
  return found?.change ?? 'nothing';
}

describe('what a change does to an invariant', () => {
  it.each([
    ['holds', 'broken', 'newly-broken'],
    ['vacuous', 'broken', 'newly-broken'],
    ['incomplete', 'broken', 'newly-broken'],
    ['not-explored', 'broken', 'newly-broken'],
    ['broken', 'broken', 'already-broken'],
    ['broken', 'holds', 'fixed'],
    ['holds', 'holds', 'holds'],
    ['vacuous', 'holds', 'holds'],
    ['incomplete', 'holds', 'holds'],
    ['holds', 'vacuous', 'newly-vacuous'],
    ['broken', 'vacuous', 'newly-vacuous'],
    ['vacuous', 'vacuous', 'vacuous'],
    ['holds', 'incomplete', 'incomplete'],
    ['broken', 'incomplete', 'incomplete'],
    ['holds', 'not-explored', 'not-explored'],
  ] as const)('%s in base and %s in head: %s', (before, after, expected) => {
    expect(change(verdict(before), verdict(after))).toBe(expected);
  });

  it('is worse where fewer faults suffice, and already broken where as many or more are needed', () => {
    expect(change(verdict('broken', 2), verdict('broken', 1))).toBe('worse');
    expect(change(verdict('broken', 1), verdict('broken', 1))).toBe('already-broken');
    expect(change(verdict('broken', 0), verdict('broken', 1))).toBe('already-broken');
  });

  it('is new or removed where only one revision asks for it', () => {
    expect(change(undefined, verdict('broken'))).toBe('new');
    expect(change(verdict('holds'), undefined)).toBe('removed');
  });

  it('never calls a violation old because the base could not be explored, and says so', () => {
    expect(compareExplorations(exploration(verdict('incomplete')), exploration(verdict('broken', 1)))).toEqual([
      {
        invariant: 'INV-1',
        title: 'Nothing is released with an open NCR',
        severity: 'high',
        change: 'newly-broken',
        reason:
          'In the head it is broken with one fault; in the base no violation was found, but not everything could be explored there.',
        headFaults: 1,
      },
    ]);
  });

  it('follows an invariant that was renamed', () => {
    const renamed = { ...verdict('broken'), invariant: 'INV-2' };
    const changes = compareExplorations(exploration(verdict('holds')), exploration(renamed), (id) =>
      id === 'INV-1' ? 'INV-2' : id,
    );
    expect(changes.map(({ invariant, change: word }) => [invariant, word])).toEqual([['INV-2', 'newly-broken']]);
  });
});
