import type { ChangeExploration, InvariantChange, NewPath } from '../explore/change/change-exploration.ts';
import { boundsText } from '../explore/compose/bounds-text.ts';
import type { PlantBounds } from '../explore/plant/composed-plant.ts';
import type { ReplayVerdict } from '../explore/story/judge-replay.ts';
import type { ReplayRefusal } from '../explore/story/replay-story.ts';
import type { Story } from '../explore/story/story.ts';
import type { RuleStrength } from '../explore/strength/rule-strength.ts';
import type {
  Exploration,
  ExplorationRun,
  InvariantVerdict,
  Observation,
  VerdictWord,
} from '../explore/verdict/exploration.ts';
import { compareText } from '../diagnostics/order.ts';
import type { Location } from '../diagnostics/location.ts';
import { toldVerdict } from '../explore/change/told-verdict.ts';
import type { ToldVerdict } from '../explore/change/told-verdict.ts';
import type { RevisionIdentity } from '../source/source-file.ts';

/** What is said of an invariant: across a change, or of one revision. */
export type ReportedVerdict = ToldVerdict | VerdictWord;

/** One invariant as it is shown, whether one revision was explored or two. */
export interface ReportedInvariant extends Omit<InvariantChange, 'change'> {
  readonly verdict: ReportedVerdict;
  /** `never`, `step` …; absent for one that only base has. */
  readonly kind?: string;
  /** Fewest faults with which it breaks in head (or in the one revision); absent = it was not seen to break. */
  readonly faults?: number;
}

/** What an exploration came to, as every format shows it. */
export interface ExplorationReport {
  readonly toolVersion: string;
  /** Absent when one revision was explored. */
  readonly base?: RevisionIdentity;
  readonly head: RevisionIdentity;
  /** Bounds of the largest search in head. */
  readonly bounds: PlantBounds;
  /** The same in words. */
  readonly within: string;
  readonly complete: boolean;
  /** Why it is incomplete, in whole sentences. */
  readonly gaps: readonly string[];
  /** Where verdicts rest on equal ones at several message bounds, though more messages could wait, in whole sentences. */
  readonly boundsReached: readonly string[];
  /** What the model leaves out, in whole sentences. */
  readonly leftOut: readonly string[];
  /** Searches in head, and in base. */
  readonly runs: readonly ExplorationRun[];
  readonly baseRuns: readonly ExplorationRun[];
  /** Worst first. */
  readonly invariants: readonly ReportedInvariant[];
  /** What is noticed in head without being asked; `isNew` = not in base. */
  readonly observations: readonly (Observation & { readonly isNew: boolean })[];
  readonly newPaths: readonly NewPath[];
  /** Element key → where it stands: in head, or in base where head has it no more. */
  readonly places: Readonly<Record<string, Location>>;
}

/** What a report needs besides what was found. */
export interface ReportFrame {
  readonly toolVersion: string;
  readonly base?: RevisionIdentity;
  readonly head: RevisionIdentity;
  readonly places: Readonly<Record<string, Location>>;
}

/** A story of a trace file, taken again. */
export interface ReplayedTrace {
  readonly about: string;
  /** Steps that the file holds. */
  readonly steps: number;
  /** As far as it goes. */
  readonly story: Story;
  readonly refused?: ReplayRefusal;
  /** What it shows of the invariant that it is about. */
  readonly verdict: ReplayVerdict;
  /** Every step is possible, and what the story is told for is so here. */
  readonly reproduced: boolean;
  readonly notices: readonly string[];
}

/** A trace file taken again on one revision. */
export interface ReplayReport {
  readonly toolVersion: string;
  readonly head: RevisionIdentity;
  readonly bounds: PlantBounds;
  readonly traces: readonly ReplayedTrace[];
}

/** Which weakenings of one revision no invariant notices. */
export interface StrengthReport {
  readonly toolVersion: string;
  readonly head: RevisionIdentity;
  readonly strength: RuleStrength;
}

/** Order of the verdicts in every report. */
export const VERDICTS = [
  'newly-broken',
  'worse',
  'weakened',
  'new-broken',
  'broken',
  'incomplete',
  'new-open',
  'already-broken',
  'newly-vacuous',
  'vacuous',
  'not-explored',
  'fixed',
  'new-holds',
  'holds',
  'removed',
] as const satisfies readonly ReportedVerdict[];

/** One revision as a report. */
export function reportExploration(exploration: Exploration, frame: ReportFrame): ExplorationReport {
  return {
    ...frame,
    ...common(exploration),
    baseRuns: [],
    invariants: inOrder(exploration.invariants.map(ofOne)),
    observations: exploration.observations.map((observation) => ({ ...observation, isNew: true })),
    newPaths: [],
  };
}

/** A change as a report. */
export function reportChange(change: ChangeExploration, frame: ReportFrame): ExplorationReport {
  const { base, head } = change;
  const before = new Set(base.observations.map(identityOf));
  const kinds = new Map(head.invariants.map((invariant) => [invariant.invariant, invariant]));
  const gaps = [
    ...head.gaps,
    ...base.gaps.filter((gap) => !head.gaps.includes(gap)).map((gap) => `In the baseline: ${gap}`),
  ];
  return {
    ...frame,
    ...common(head),
    complete: change.complete,
    gaps: change.complete || gaps.length > 0 ? gaps : ['A search that the comparison needs ended before its end.'],
    boundsReached: [
      ...head.boundsReached,
      ...base.boundsReached
        .filter((sentence) => !head.boundsReached.includes(sentence))
        .map((sentence) => `In the baseline: ${sentence}`),
    ],
    leftOut: [...new Set([...head.leftOut, ...base.leftOut])].toSorted(compareText),
    baseRuns: base.runs,
    invariants: inOrder(
      change.invariants.map((one) => ofChange(one, toldVerdict(one, change), kinds.get(one.invariant))),
    ),
    observations: head.observations.map((one) => ({ ...one, isNew: !before.has(identityOf(one)) })),
    newPaths: change.newPaths,
  };
}

function common({ bounds, complete, gaps, boundsReached, leftOut, runs }: Exploration) {
  return { bounds, within: boundsText(bounds), complete, gaps, boundsReached, leftOut, runs };
}

function identityOf({ kind, subject }: Observation): string {
  return `${kind} ${subject}`;
}

function ofOne(one: InvariantVerdict): ReportedInvariant {
  const { invariant, title, kind, severity, verdict, reason, faults, story } = one;
  return {
    invariant,
    title,
    kind,
    verdict,
    reason,
    ...(severity === undefined ? {} : { severity }),
    ...(faults === undefined ? {} : { faults, headFaults: faults }),
    ...(story === undefined ? {} : { story }),
  };
}

function ofChange(
  { change: _, ...rest }: InvariantChange,
  verdict: ReportedVerdict,
  head: InvariantVerdict | undefined,
): ReportedInvariant {
  return {
    ...rest,
    verdict,
    ...(head === undefined ? {} : { kind: head.kind }),
    ...(rest.headFaults === undefined ? {} : { faults: rest.headFaults }),
  };
}

const SEVERITIES = ['high', 'medium', 'low', undefined];

function inOrder(invariants: readonly ReportedInvariant[]): readonly ReportedInvariant[] {
  return invariants.toSorted(
    (a, b) =>
      VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      compareText(a.invariant, b.invariant),
  );
}
