import type { Story } from '../../core/explore/story/story.ts';
import type { ExplorationReport, ReportedInvariant } from '../../core/report/exploration-report.ts';
import { plantBounds, storyData } from './story-json.ts';

/** An exploration as plain data by the published schema `exploration`. */
export function explorationData(report: ExplorationReport): Record<string, unknown> {
  return {
    formatVersion: 1,
    tool: { name: 'countersign', version: report.toolVersion },
    base: report.base ?? null,
    head: report.head,
    bounds: { ...plantBounds(report.bounds), text: report.within },
    complete: report.complete,
    gaps: report.gaps,
    boundsReached: report.boundsReached,
    leftOut: report.leftOut,
    runs: { base: report.baseRuns, head: report.runs },
    invariants: report.invariants.map((one) => invariantData(one, report)),
    observations: report.observations.map(({ kind, subject, text, isNew, story }) => ({
      kind,
      subject,
      text,
      isNew,
      story: storyOrNull(story),
    })),
    newPaths: report.newPaths.map(({ what, states, classes, steps, story }) => ({
      what,
      states,
      classes,
      steps,
      story: storyOrNull(story),
    })),
  };
}

function invariantData(one: ReportedInvariant, { places }: ExplorationReport): Record<string, unknown> {
  return {
    id: one.invariant,
    title: one.title,
    kind: one.kind ?? null,
    severity: one.severity ?? null,
    verdict: one.verdict,
    reason: one.reason,
    faults: one.faults ?? null,
    baseFaults: one.baseFaults ?? null,
    asInBase: one.asInBase === true,
    steps: one.story?.steps.length ?? null,
    at: places[`invariant:${one.invariant}`] ?? null,
    refusal: one.refusal ?? null,
    blame:
      one.blame === undefined
        ? null
        : {
            edits: one.blame.edits.map(({ element, what }) => ({ element, what, at: places[element] ?? null })),
            invariantIsNew: one.blame.invariantIsNew === true,
            searches: one.blame.searches,
            minimal: one.blame.minimal,
          },
    story: storyOrNull(one.story),
  };
}

function storyOrNull(story: Story | undefined): Record<string, unknown> | null {
  return story === undefined ? null : storyData(story);
}
