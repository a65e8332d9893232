import { compareText } from '../../diagnostics/order.ts';
import type { Exploration, InvariantVerdict } from '../verdict/exploration.ts';
import type { ChangeVerdict, InvariantChange } from './change-exploration.ts';

/** How an invariant of base is called in head; itself where nobody renamed it. */
export type IdInHead = (invariant: string) => string;

/**
 * What a change does to every invariant of either revision, sorted by id. Both were explored within the same bounds. Where
 * one of the verdicts is not known, what is worse is said: a violation in head is new unless base is known to have it.
 */
export function compareExplorations(
  base: Exploration,
  head: Exploration,
  idInHead: IdInHead = (id) => id,
): readonly InvariantChange[] {
  const before = new Map(base.invariants.map((verdict) => [idInHead(verdict.invariant), verdict]));
  const after = new Map(head.invariants.map((verdict) => [verdict.invariant, verdict]));
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort(compareText)
    .map((invariant) => changeOf(invariant, before.get(invariant), after.get(invariant)));
}

function changeOf(
  invariant: string,
  before: InvariantVerdict | undefined,
  after: InvariantVerdict | undefined,
): InvariantChange {
  const { change, reason } = verdictOf(before, after);
  const { title = invariant, severity } = after ?? before ?? {};
  const story = after?.verdict === 'broken' ? after.story : undefined;
  return {
    invariant,
    title,
    ...(severity === undefined ? {} : { severity }),
    change,
    reason,
    ...faultsOf('baseFaults', before),
    ...faultsOf('headFaults', after),
    ...(story === undefined ? {} : { story }),
  };
}

function faultsOf<K extends string>(name: K, verdict: InvariantVerdict | undefined): { readonly [key in K]?: number } {
  const faults = verdict?.verdict === 'broken' ? verdict.faults : undefined;
  return faults === undefined ? {} : ({ [name]: faults } as { readonly [key in K]?: number });
}

interface Judged {
  readonly change: ChangeVerdict;
  readonly reason: string;
}

function verdictOf(before: InvariantVerdict | undefined, after: InvariantVerdict | undefined): Judged {
  if (after === undefined) return { change: 'removed', reason: removedReason(before) };
  if (before === undefined) return { change: 'new', reason: newReason(after) };
  switch (after.verdict) {
    case 'broken':
      return brokenInHead(before, after);
    case 'holds':
      return before.verdict === 'broken'
        ? { change: 'fixed', reason: `It is broken in the base and no longer in the head. ${after.reason}` }
        : { change: 'holds', reason: after.reason };
    case 'vacuous':
      return before.verdict === 'vacuous'
        ? { change: 'vacuous', reason: after.reason }
        : { change: 'newly-vacuous', reason: `In the head it holds for nothing. ${after.reason}` };
    case 'incomplete':
      return { change: 'incomplete', reason: after.reason };
    case 'not-explored':
      return { change: 'not-explored', reason: after.reason };
  }
}

function brokenInHead(before: InvariantVerdict, after: InvariantVerdict): Judged {
  const now = `In the head it is broken ${withFaults(after.faults ?? 0)}`;
  if (before.verdict === 'broken') {
    const was = before.faults ?? 0;
    const is = after.faults ?? 0;
    if (is < was) return { change: 'worse', reason: `${now}, in the base only ${withFaults(was)}.` };
    const also = is === was ? 'also' : `already ${withFaults(was)}`;
    return { change: 'already-broken', reason: `${now}, in the base ${also}.` };
  }
  return { change: 'newly-broken', reason: `${now}; ${IN_BASE[before.verdict]}.` };
}

const IN_BASE = {
  holds: 'in the base no violation was found within these bounds',
  vacuous: 'in the base what it speaks of never comes about',
  incomplete: 'in the base no violation was found, but not everything could be explored there',
  'not-explored': 'the base could not be explored for it',
} as const;

function withFaults(faults: number): string {
  if (faults === 0) return 'without any fault';
  return faults === 1 ? 'with one fault' : `with ${faults} faults`;
}

function newReason(after: InvariantVerdict): string {
  if (after.verdict !== 'broken') return `It is new. ${after.reason}`;
  return `It is new and is broken ${withFaults(after.faults ?? 0)}.`;
}

function removedReason(before: InvariantVerdict | undefined): string {
  const was = before?.verdict === 'broken' ? 'It was broken' : 'It was there';
  return `${was} in the base; the head no longer asks for it.`;
}
