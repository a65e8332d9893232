import type { ExplorationReport, ReportedInvariant } from '../../../src/core/report/exploration-report.ts';
import { tellStory } from '../../../src/core/explore/story/tell-story.ts';
import { boundsText } from '../../../src/core/explore/compose/bounds-text.ts';
import { holdModel, holdPlant, STEP } from '../../core/explore/story/hold-plant.ts';

const plant = holdPlant([0, 1, 2]);

/** Raised, message lost, closed with its signature, released: every kind of mark in one story. */
export const story = tellStory(holdModel(), plant, {
  initial: 0,
  steps: [STEP.raise, STEP.lose, STEP.rework, STEP.release],
});

const broken: ReportedInvariant = {
  invariant: 'R1',
  title: 'Nothing is released with an open NCR',
  severity: 'high',
  kind: 'never',
  verdict: 'newly-broken',
  reason: 'In the head it is broken with 1 fault; in the base no violation was found within these bounds.',
  faults: 1,
  headFaults: 1,
  story,
  refusal: { step: 4, reason: 'The baseline refuses it: NCR of ncr 1 must be Draft, but is Closed' },
  blame: { edits: [{ element: 'transition:STOCK.T02', what: 'when removed' }], searches: 3, minimal: true },
};

const holding: ReportedInvariant = {
  invariant: 'R2',
  title: 'Closed is closed',
  kind: 'final',
  verdict: 'holds',
  reason: 'No violation found within these bounds: 1 lot.',
};

const unexplored: ReportedInvariant = {
  invariant: 'R3',
  title: 'Pieces add up',
  kind: 'conserved',
  verdict: 'not-explored',
  reason: 'Quantities are not followed by the search.',
};

const at = {
  revision: 'head',
  file: 'specs/stock.yaml',
  pointer: '/lifecycles/STOCK/transitions/T02',
  span: { start: { line: 7, column: 5 }, end: { line: 7, column: 8 } },
} as const;

const run = {
  messages: 2,
  faults: 1,
  states: 1234,
  steps: 4321,
  depth: 12,
  bytes: 99_000,
  complete: true,
  ended: 'whole',
} as const;

/** A change that breaks one invariant, keeps one and cannot judge the third. */
export const report: ExplorationReport = {
  toolVersion: '1.2.3',
  base: { label: 'base', kind: 'commit', commit: 'a'.repeat(40), modified: false },
  head: { label: 'head', kind: 'commit', commit: 'b'.repeat(40), modified: false },
  bounds: plant.bounds,
  within: boundsText(plant.bounds),
  complete: true,
  gaps: [],
  boundsReached: [],
  leftOut: ['Time is not counted.'],
  runs: [run],
  baseRuns: [{ ...run, states: 1000 }],
  invariants: [broken, unexplored, holding],
  observations: [
    { kind: 'dead-step', subject: 'STOCK.T03', text: 'STOCK.T03 never happens.', isNew: true },
    { kind: 'deadlock', subject: '', text: 'Nothing can happen.', isNew: false },
  ],
  newPaths: [
    {
      what: 'STOCK in Released while NCR in Open',
      states: [{ lifecycle: 'STOCK', state: 'Released' }],
      classes: [],
      steps: 2,
    },
  ],
  places: { 'invariant:R1': { ...at, pointer: '/invariants/R1' }, 'transition:STOCK.T02': at },
};

/** The same, but the search did not see everything. */
export const incomplete: ExplorationReport = {
  ...report,
  complete: false,
  gaps: ['The search reached its limit of states.'],
  invariants: [{ ...holding, verdict: 'incomplete', reason: 'The search reached its limit of states.' }],
};
