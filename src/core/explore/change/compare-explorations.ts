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
  asInBase?: Exploration,
): readonly InvariantChange[] {
  const before = new Map(base.invariants.map((verdict) => [idInHead(verdict.invariant), verdict]));
  const after = new Map(head.invariants.map((verdict) => [verdict.invariant, verdict]));
  const worded = new Map(asInBase?.invariants.map((verdict) => [verdict.invariant, verdict]));
  return [...new Set([...before.keys(), ...after.keys()])].sort(compareText).map((invariant) => {
    const [was, is, asWas] = [before.get(invariant), after.get(invariant), worded.get(invariant)];
    return asWorded(invariant, was, is, asWas) ?? changeOf(invariant, was, is);
  });
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

/** Where head asks for less than base, and what base asks for breaks there or is not decided; undefined where that tells nothing new. */
function asWorded(
  invariant: string,
  before: InvariantVerdict | undefined,
  after: InvariantVerdict | undefined,
  worded: InvariantVerdict | undefined,
): InvariantChange | undefined {
  if (worded === undefined || before === undefined) return undefined;
  const { change: own, reason: said } = verdictOf(before, after);
  const asItWas = `As it is worded in the base`;
  if (worded.verdict === 'broken') {
    const { change } = verdictOf(before, worded);
    const steps = worded.story?.steps.length ?? 0;
    const how = steps === 0 ? '' : ` in ${steps} ${steps === 1 ? 'step' : 'steps'}`;
    const inBase =
      before.verdict === 'broken' ? `in the base ${withFaults(before.faults ?? 0)}` : IN_BASE[before.verdict];
    return {
      ...changeOf(invariant, before, worded),
      change: change === 'newly-broken' ? 'weakened' : change,
      asInBase: true,
      reason: `${LESS[after?.verdict ?? 'removed']} ${asItWas}, it is broken in the head${how}, ${withFaults(worded.faults ?? 0)}; ${inBase}.`,
    };
  }
  if (worded.verdict === 'incomplete' && (own === 'holds' || own === 'removed' || own === 'fixed'))
    return {
      ...changeOf(invariant, before, after),
      change: 'incomplete',
      reason: `${LESS[after?.verdict ?? 'removed']} ${asItWas}: ${worded.reason}`,
    };
  if (own !== 'removed' || worded.verdict !== 'holds') return undefined;
  return {
    ...changeOf(invariant, before, after),
    reason: `${said} ${asItWas}, no violation was found in the head either.`,
  };
}

const LESS = {
  removed: 'The head no longer asks for it.',
  holds: 'The head words it otherwise, and of that no violation was found.',
  vacuous: 'The head words it otherwise, so that it holds for nothing.',
  broken: 'The head words it otherwise.',
  incomplete: 'The head words it otherwise, and of that not everything could be explored.',
  'not-explored': 'The head words it otherwise, so that it cannot be explored.',
} as const;

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
