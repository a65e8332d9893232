import type { ReportedInvariant, ReportedVerdict, ExplorationReport } from '../../core/report/exploration-report.ts';
import type { Tone } from '../blocks.ts';
import { counted } from '../words.ts';

/** How a verdict reads; nothing is ever called safe. */
export const VERDICT_WORDS: Readonly<Record<ReportedVerdict, string>> = {
  'newly-broken': 'newly broken',
  worse: 'breaks more easily than before',
  weakened: 'broken as the base words it, which the head no longer asks',
  'new-broken': 'new, and broken',
  broken: 'broken',
  incomplete: 'incomplete',
  'new-open': 'new, and not decided',
  'already-broken': 'already broken before',
  'newly-vacuous': 'now says nothing',
  vacuous: 'says nothing',
  'not-explored': 'not explored',
  fixed: 'no longer broken',
  'new-holds': 'new; no violation found within these bounds',
  holds: 'no violation found within these bounds',
  removed: 'no longer declared',
};

/** How much a verdict weighs on the page. */
export const VERDICT_TONES: Readonly<Record<ReportedVerdict, Tone>> = {
  'newly-broken': 'critical',
  worse: 'critical',
  weakened: 'critical',
  'new-broken': 'critical',
  broken: 'critical',
  incomplete: 'warn',
  'new-open': 'warn',
  'already-broken': 'high',
  'newly-vacuous': 'warn',
  vacuous: 'warn',
  'not-explored': 'muted',
  fixed: 'good',
  'new-holds': 'plain',
  holds: 'plain',
  removed: 'warn',
};

/** Verdicts that are told one by one, with their stories; the others are listed. */
const TOLD: ReadonlySet<ReportedVerdict> = new Set([
  'newly-broken',
  'worse',
  'weakened',
  'new-broken',
  'broken',
  'already-broken',
] satisfies ReportedVerdict[]);

export function isTold({ verdict }: ReportedInvariant): boolean {
  return TOLD.has(verdict);
}

/** What is said of an invariant besides its verdict: how it breaks, or why; without saying the verdict twice. */
export function besideVerdict(one: ReportedInvariant): string {
  if (isTold(one)) return storyExtent(one);
  return one.reason.replace(/^No violation found within these bounds: /u, 'Bounds: ');
}

/** Verdicts under which several invariants may be named in one line: nothing has to be said of each. */
const NAMED: ReadonlySet<ReportedVerdict> = new Set(['holds', 'new-holds', 'fixed'] satisfies ReportedVerdict[]);

export function isNamedOnly({ verdict }: ReportedInvariant): boolean {
  return NAMED.has(verdict);
}

/** What it means that a bound was reached though more messages changed no verdict as far as they were tried. */
export const BEYOND = 'What still more messages on their way would do was not seen.';

/** The first sentence of every report: what the change, or this revision, makes reachable. */
export function headline(report: ExplorationReport): string {
  const { invariants, base } = report;
  const count = (...verdicts: readonly ReportedVerdict[]): number =>
    invariants.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const open = report.complete ? '' : 'INCOMPLETE. ';
  const within = report.complete
    ? `within these bounds${report.boundsReached.length === 0 ? '' : ', beyond which more can happen'}`
    : 'in what was seen';
  if (base === undefined) {
    const broken = count('broken');
    return broken > 0
      ? `${open}${counted(broken, 'invariant is', 'invariants are')} broken in this revision.`
      : `${open}No violation found ${within}.`;
  }
  const parts = [
    [count('newly-broken', 'new-broken'), 'newly broken'],
    [count('weakened'), 'broken as the base words what the head no longer asks'],
    [count('worse'), 'broken with fewer faults than before'],
    [count('already-broken'), 'already broken before'],
    [count('fixed'), 'no longer broken'],
  ] as const;
  const said = parts.filter(([number]) => number > 0);
  if (said.length === 0) return `${open}No invariant is newly broken ${within}.`;
  const [[first, word], ...others] = [said[0] ?? parts[0], ...said.slice(1)] as const;
  const rest = others.map(([number, what]) => `, ${number} ${what}`).join('');
  return `${open}${counted(first, 'invariant is', 'invariants are')} ${word}${rest}.`;
}

/** How far it was looked, for the line beside every verdict. */
export function extentOf(report: ExplorationReport): string {
  const states = (runs: ExplorationReport['runs']): number => Math.max(0, ...runs.map((run) => run.states));
  const head = `${grouped(states(report.runs))} states`;
  const both =
    report.base === undefined ? head : `${head} in head, ${grouped(states(report.baseRuns))} in the baseline`;
  return `Bounds: ${report.within}. Largest search: ${both}.`;
}

/** `1,234,567` */
export function grouped(number: number): string {
  return String(number).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

/** What a story is called: where something was not seen, a shorter one may lie there. */
export function storyTitle({ complete }: Pick<ExplorationReport, 'complete'>): string {
  return complete ? 'Shortest story' : 'Shortest story found';
}

/** `9 steps, 6 of them by people; no fault is needed`. */
export function storyExtent({ story }: Pick<ReportedInvariant, 'story'>): string {
  if (story === undefined) return '';
  const { steps, byPeople, faults } = story;
  const people = byPeople === 0 ? 'none of them by people' : `${byPeople} of them by people`;
  const needed = faults === 0 ? 'no fault is needed: normal use is enough' : `${counted(faults, 'fault')} needed`;
  return `${counted(steps.length, 'step')}, ${people}; ${needed}`;
}

/** Why the change does it: which edits, and that undoing one of them mends it. */
export function blameSentence(invariant: ReportedInvariant): string | undefined {
  const { blame } = invariant;
  if (blame === undefined) return undefined;
  const isNew = blame.invariantIsNew === true;
  if (blame.edits.length === 0)
    return isNew ? 'The base breaks the invariant as the head words it, too: no other edit is needed.' : undefined;
  const edits =
    blame.edits.length === 1 ? 'this edit breaks it on its own' : `these ${blame.edits.length} edits break it together`;
  const which = isNew ? `With the invariant as the head words it, ${edits}` : edits.replace(/^t/u, 'T');
  const smaller = blame.minimal ? '' : ' (a smaller set may exist: not every edit could be undone on its own)';
  return `${which}; undoing ${blame.edits.length === 1 ? 'it' : 'any one of them'} mends it${smaller}:`;
}
