import { usageFailure } from '../core/diagnostics/failure.ts';
import type { Diagnostic } from '../core/diagnostics/index.ts';
import type { TraceFile } from '../core/explore/story/trace-file.ts';
import type { ExplorationRequest } from '../core/explore/verdict/exploration-request.ts';
import { reportChange, reportExploration } from '../core/report/exploration-report.ts';
import type { ExplorationReport, ReplayReport, StrengthReport } from '../core/report/exploration-report.ts';
import type { Workbench } from './compose.ts';
import type { ComparisonOutcome } from './compare-project.ts';
import type { ExploreAnswer, ExploreJob, JobRevision } from './explore-job.ts';
import type { ExplorationRunner, RangeRequest } from './ports.ts';

/** Which revisions are explored: two, or one; absent = the files as they lie there. */
export type ExploredRevisions =
  | { readonly kind: 'range'; readonly range: RangeRequest }
  | { readonly kind: 'one'; readonly revision: string | undefined };

/** Explores what is reachable, in one revision or across a change. */
export async function exploreProject(
  workbench: Workbench,
  runner: ExplorationRunner,
  revisions: ExploredRevisions,
  request: ExplorationRequest,
): Promise<ComparisonOutcome<ExplorationReport>> {
  const { toolVersion } = workbench;
  if (revisions.kind === 'one') {
    const { revision, notices } = await readOne(workbench, revisions.revision);
    const job = { kind: 'revision', head: revision, ...frameOf(workbench, request) } as const;
    return outcomeOf(await runner.run(job), notices, (answer) => {
      if (answer.kind !== 'revision') throw unexpected(answer);
      const frame = { toolVersion, head: revision.source.identity, places: answer.places };
      return reportExploration(answer.exploration, frame);
    });
  }
  workbench.progress.step('Reading both revisions');
  const { base, head, notices, diagnostics } = await workbench.revisions.readRange(revisions.range);
  const of = (label: 'base' | 'head'): readonly Diagnostic[] => diagnostics.filter(({ at }) => at.revision === label);
  const job: ExploreJob = {
    kind: 'change',
    base: { source: base, diagnostics: of('base') },
    head: { source: head, diagnostics: of('head') },
    ...frameOf(workbench, request),
  };
  return outcomeOf(await runner.run(job), notices, (answer) => {
    if (answer.kind !== 'change') throw unexpected(answer);
    const frame = { toolVersion, base: base.identity, head: head.identity, places: answer.places };
    return reportChange(answer.change, frame);
  });
}

/** Takes the stories of a trace file again on one revision. */
export async function replayOnProject(
  workbench: Workbench,
  runner: ExplorationRunner,
  revision: string | undefined,
  asked: { readonly traces: TraceFile; readonly only?: readonly string[] },
): Promise<ComparisonOutcome<ReplayReport>> {
  const { traces, only } = asked;
  const strangers = (only ?? []).filter((id) => !traces.traces.some(({ about }) => about === id));
  if (strangers.length > 0) {
    throw usageFailure(
      'trace-unknown',
      `The file holds no trace of ${strangers.join(', ')}.`,
      `It holds: ${traces.traces.map(({ about }) => about).join(', ') || 'none'}.`,
    );
  }
  const { revision: head, notices } = await readOne(workbench, revision);
  const request: ExplorationRequest = only === undefined ? {} : { only };
  const job = { kind: 'replay', head, traces, ...frameOf(workbench, request) } as const;
  return outcomeOf(await runner.run(job), notices, (answer) => {
    if (answer.kind !== 'replay') throw unexpected(answer);
    const { toolVersion } = workbench;
    return { toolVersion, head: head.source.identity, bounds: answer.bounds, traces: answer.traces };
  });
}

/** Weakens one revision step by step and lists what no invariant notices. */
export async function strengthOfProject(
  workbench: Workbench,
  runner: ExplorationRunner,
  revision: string | undefined,
  request: ExplorationRequest,
): Promise<ComparisonOutcome<StrengthReport>> {
  const { revision: head, notices } = await readOne(workbench, revision);
  const job = { kind: 'strength', head, ...frameOf(workbench, request) } as const;
  return outcomeOf(await runner.run(job), notices, (answer) => {
    if (answer.kind !== 'strength') throw unexpected(answer);
    const { toolVersion } = workbench;
    return { toolVersion, head: head.source.identity, strength: answer.strength };
  });
}

async function readOne(
  workbench: Workbench,
  revision: string | undefined,
): Promise<{ readonly revision: JobRevision; readonly notices: readonly string[] }> {
  workbench.progress.step('Reading the specification');
  const read = await workbench.revisions.readOne(revision, 'head');
  return { revision: { source: read.revision, diagnostics: read.diagnostics }, notices: read.notices };
}

function frameOf({ analysis }: Workbench, request: ExplorationRequest) {
  return { clauses: analysis.clauses, clauseSets: analysis.clauseSets ?? new Set<string>(), request };
}

function outcomeOf<R>(
  answer: ExploreAnswer,
  notices: readonly string[],
  report: (answer: Exclude<ExploreAnswer, { readonly kind: 'invalid' }>) => R,
): ComparisonOutcome<R> {
  if (answer.kind === 'invalid') return { ...answer, notices };
  return { kind: 'compared', comparison: report(answer), notices };
}

function unexpected({ kind }: ExploreAnswer): Error {
  return new Error(`The exploration answered with ${kind}, which nobody asked for.`);
}
