import { boundsText } from '../../core/explore/compose/bounds-text.ts';
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
  if (refused === undefined)
    return steps === 1 ? 'Its one step is possible here.' : `All ${steps} steps are possible here.`;
  const step = `Step ${refused.step} of ${steps} is refused here: ${refused.name}.`;
  return `${step} ${sentence(refused.reason.replace(/^./u, (first) => first.toUpperCase()))}`;
}

function saidOf(trace: ReplayedTrace): readonly string[] {
  return [replaySentence(trace), ...trace.notices];
}

/** Stories taken again, for a person at a terminal. */
export function replayText(report: ReplayReport, paint: Paint, width = STORY_WIDTH): string {
  return [
    revisionName(report.head),
    ...wrapped(shown(`Bounds: ${boundsText(report.bounds)}.`), 0),
    ...report.traces.flatMap((trace) => [
      '',
      paint.bold(shown(trace.about)),
      ...saidOf(trace).flatMap((line) =>
        wrapped(shown(line), 0).map((part) => (trace.refused === undefined ? part : paint.warning(part))),
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
      ...saidOf(trace).map((line) => `${inert(line)}`),
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
${saidOf(trace).map(
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
      refused: trace.refused === undefined ? null : { step: trace.refused.step, reason: trace.refused.reason },
      notices: trace.notices,
      story: storyData(trace.story),
    })),
  };
}
