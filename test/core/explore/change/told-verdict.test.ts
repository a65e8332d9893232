import { expect, it } from 'vitest';
import type { ChangeExploration, ChangeVerdict } from '../../../../src/core/explore/change/change-exploration.ts';
import { toldVerdict } from '../../../../src/core/explore/change/told-verdict.ts';
import type { VerdictWord } from '../../../../src/core/explore/verdict/exploration.ts';

/** What head's own exploration says of its one invariant. */
function saying(verdict: VerdictWord): Pick<ChangeExploration, 'head'> {
  const invariants = [{ invariant: 'I1', title: 'One', kind: 'gate', verdict, reason: 'So.' }];
  return { head: { invariants } as unknown as ChangeExploration['head'] };
}

it.each<[ChangeVerdict, VerdictWord, string]>([
  // A breach that the declarations show has no story and needs no fault: only the verdict tells.
  ['new', 'broken', 'new-broken'],
  ['new', 'holds', 'new-holds'],
  ['new', 'incomplete', 'new-open'],
  ['new', 'vacuous', 'vacuous'],
  ['new', 'not-explored', 'not-explored'],
  ['newly-broken', 'broken', 'newly-broken'],
  ['fixed', 'holds', 'fixed'],
])('an invariant that is %s and in head %s is told as %s', (change, verdict, told) => {
  expect(toldVerdict({ invariant: 'I1', change }, saying(verdict))).toBe(told);
});

it('an invariant of which head says nothing is not called holding', () => {
  expect(toldVerdict({ invariant: 'I2', change: 'new' }, saying('holds'))).toBe('new-open');
});
