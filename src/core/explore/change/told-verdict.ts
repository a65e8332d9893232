import type { InvariantVerdict } from '../verdict/exploration.ts';
import type { ChangeExploration, ChangeVerdict, InvariantChange } from './change-exploration.ts';

/** What is said of an invariant across a change; of one that only head has, whether it breaks there. */
export type ToldVerdict = Exclude<ChangeVerdict, 'new'> | 'new-broken' | 'new-holds' | 'new-open';

/** The verdict of one invariant, told by what head's own exploration says where base has none. */
export function toldVerdict(
  { invariant, change }: Pick<InvariantChange, 'invariant' | 'change'>,
  { head }: Pick<ChangeExploration, 'head'>,
): ToldVerdict {
  return change === 'new' ? ofNew(head.invariants.find((one) => one.invariant === invariant)?.verdict) : change;
}

function ofNew(verdict: InvariantVerdict['verdict'] | undefined): ToldVerdict {
  if (verdict === 'broken') return 'new-broken';
  if (verdict === 'holds') return 'new-holds';
  return verdict === 'vacuous' || verdict === 'not-explored' ? verdict : 'new-open';
}
