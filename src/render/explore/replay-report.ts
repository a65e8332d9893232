import { boundsText } from '../../core/explore/compose/bounds-text.ts';
import { OF_SIMULATION } from '../../core/explore/story/trace-file.ts';
import type { ReplayedTrace, ReplayReport } from '../../core/report/exploration-report.ts';
import { escaped } from '../html.ts';
import { code, inert } from '../markdown/inert.ts';
import type { Paint } from '../paint.ts';
import { shown } from '../shown.ts';
import { wrapped } from '../text/wrap.ts';
import { counted, revisionName } from '../words.ts';
import { storyMarkdown } from './exploration-markdown.ts';
import { sentence } from './exploration-text.ts';
import { page } from './page.ts';
import { storyFigure } from './story-html.ts';
import { plantBounds, storyData } from './story-json.ts';
import { storyText, STORY_WIDTH } from './story-text.ts';

/** What became of a trace: `All 9 steps are possible here.`, or the first that is refused and why. */
export function replaySentence({ steps, refused }: Pick<ReplayedTrace, 'steps' | 'refused'>): string {
  if (refused === undefined && steps === 0) return 'It has no step.';
  if (refused === undefined)
    return steps === 1 ? 'Its one step is possible here.' : `All ${steps} steps are possible here.`;
  const step = `Step ${refused.step} of ${steps} is refused here: ${refused.name}.`;
  return `${step} ${sentence(refused.reason.replace(/^./u, (first) => first.toUpperCase()))}`;
}

/** What it shows of the invariant: judged as far as the story goes. */
function verdictSentence({ about, verdict, refused }: ReplayedTrace): string {
  const how = refused === undefined ? '' : ' as far as it goes';
  switch (verdict) {
    case 'broken':
      return `${about} is broken by it here${how}.`;
    case 'not-broken':
      return `${about} is not broken by it here${how}.`;
    case 'reached':
      return `What ${about} wants to be reachable is reached by it here.`;
    case 'not-reached':
      return `What ${about} wants to be reachable is not reached by it here${how}.`;
    case 'not-judged':
      return about === OF_SIMULATION
        ? 'It is about no invariant.'
        : `Whether ${about} is broken there is not judged: that is a question about all ways on from its end, which only a search answers (explore --invariant ${about}).`;
  }
}

/** All that is said of a story taken again, in whole sentences. */
export function saidOfTrace(trace: ReplayedTrace): readonly string[] {
  return [replaySentence(trace), verdictSentence(trace), reproducedSentence(trace), ...trace.notices];
}

function reproducedSentence({ reproduced }: ReplayedTrace): string {
  return reproduced ? 'Reproduced.' : 'NOT REPRODUCED.';
}

/** Stories taken again, for a person at a terminal. */
export function replayText(report: ReplayReport, paint: Paint, width = STORY_WIDTH): string {
  return [
    revisionName(report.head),
    ...wrapped(shown(`Bounds: ${boundsText(report.bounds)}.`), 0),
    ...report.traces.flatMap((trace) => [
      '',
      paint.bold(shown(trace.about)),
      ...saidOfTrace(trace).flatMap((line) =>
        wrapped(shown(line), 0).map((part) => (trace.reproduced ? part : paint.warning(part))),
      ),
      '',
      ...storyText(trace.story, paint, undefined, width),
    ]),
    '',
  ].join('\n');
}

/** The same as Markdown. */
export function replayMarkdown(report: ReplayReport): string {
  return [
    `## Countersign: ${counted(report.traces.length, 'story', 'stories')} taken again`,
    '',
    code(revisionName(report.head)),
    '',
    inert(`Bounds: ${boundsText(report.bounds)}.`),
    ...report.traces.flatMap((trace) => [
      '',
      `### ${inert(trace.about)}`,
      '',
      ...saidOfTrace(trace).map((line) => `${inert(line)}`),
      '',
      ...storyMarkdown(trace.story),
    ]),
    '',
  ].join('\n');
}

/** The same as one HTML file. */
export function replayHtml(report: ReplayReport): string {
  const about = {
    title: 'Stories taken again',
    subject: revisionName(report.head),
    toolVersion: report.toolVersion,
  };
  const sections = report.traces.map(
    (trace) => escaped`<section class="invariant">
<h2>${trace.about}</h2>
${saidOfTrace(trace).map(
  (line) => escaped`<p>${line}</p>
`,
)}${storyFigure(trace.story, `the story of ${trace.about}`)}</section>
`,
  );
  return page(
    about,
    escaped`<p class="bounds">Bounds: ${boundsText(report.bounds)}.</p>
${sections}`,
  );
}

/** The same as plain data by the published schema `replay`. */
export function replayData(report: ReplayReport): Record<string, unknown> {
  return {
    formatVersion: 1,
    tool: { name: 'countersign', version: report.toolVersion },
    head: report.head,
    bounds: plantBounds(report.bounds),
    traces: report.traces.map((trace) => ({
      about: trace.about,
      steps: trace.steps,
      taken: trace.story.steps.length,
      verdict: trace.verdict,
      reproduced: trace.reproduced,
      refused: trace.refused === undefined ? null : { step: trace.refused.step, reason: trace.refused.reason },
      notices: trace.notices,
      story: storyData(trace.story),
    })),
  };
}
