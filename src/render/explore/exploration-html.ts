import type { ExplorationReport, ReportedInvariant } from '../../core/report/exploration-report.ts';
import { VERDICTS } from '../../core/report/exploration-report.ts';
import type { Tone } from '../blocks.ts';
import type { Html } from '../html.ts';
import { escaped } from '../html.ts';
import { counted, revisionName } from '../words.ts';
import { editText, sentence } from './exploration-text.ts';
import { page } from './page.ts';
import { storyFigure } from './story-html.ts';
import { observationTitle } from './observation-words.ts';
import {
  BEYOND,
  besideVerdict,
  blameSentence,
  extentOf,
  headline,
  isTold,
  storyExtent,
  storyTitle,
  VERDICT_TONES,
  VERDICT_WORDS,
} from './verdict-words.ts';

const NONE: Html = { markup: '' };

/** An exploration as one HTML file that needs nothing else: no script, nothing is fetched. */
export function explorationHtml(report: ExplorationReport): string {
  const title = report.base === undefined ? 'Exploration of one revision' : 'Exploration of a change';
  const between =
    report.base === undefined
      ? revisionName(report.head)
      : `${revisionName(report.base)} → ${revisionName(report.head)}`;
  return page(
    { title, subject: between, toolVersion: report.toolVersion },
    escaped`${verdictBox(report)}${overview(report)}${report.invariants.filter(isTold).map((one, index) => invariantSection(one, report, index))}${observations(report)}${newPaths(report)}${leftOut(report)}`,
  );
}

function verdictBox(report: ExplorationReport): Html {
  const bad = report.invariants.some(({ verdict }) => VERDICT_TONES[verdict] === 'critical');
  const tone = bad ? 'loud' : report.complete ? '' : 'warn';
  return escaped`<section class="${tone}">
<p class="headline">${headline(report)}</p>
<p>${extentOf(report)}</p>
</section>
${report.complete ? NONE : incomplete(report)}${report.boundsReached.length === 0 ? NONE : boundsReached(report)}`;
}

function incomplete(report: ExplorationReport): Html {
  return escaped`<section class="warn">
<p><strong>INCOMPLETE.</strong> What was not seen may break an invariant for which nothing was found here.</p>
<ul>${report.gaps.map((gap) => escaped`<li>${gap}</li>`)}</ul>
</section>
`;
}

function boundsReached(report: ExplorationReport): Html {
  return escaped`<section class="warn">
<p><strong>BOUND REACHED.</strong> ${BEYOND}</p>
<ul>${report.boundsReached.map((sentence) => escaped`<li>${sentence}</li>`)}</ul>
</section>
`;
}

function overview(report: ExplorationReport): Html {
  const inOrder = VERDICTS.flatMap((verdict) => report.invariants.filter((one) => one.verdict === verdict));
  if (inOrder.length === 0) return escaped`<p>There is no invariant to judge.</p>`;
  return escaped`<table class="overview">
<thead><tr><th scope="col">invariant</th><th scope="col">severity</th><th scope="col">what must hold</th><th scope="col">verdict</th></tr></thead>
<tbody>
${inOrder.map((one) => overviewRow(one, report))}</tbody>
</table>
`;
}

function overviewRow(one: ReportedInvariant, report: ExplorationReport): Html {
  const told = report.invariants.filter(isTold).indexOf(one);
  const id = told < 0 ? escaped`${one.invariant}` : escaped`<a href="#story-${told + 1}">${one.invariant}</a>`;
  const why = besideVerdict(one);
  return escaped`<tr><td>${id}</td><td>${one.severity ?? '–'}</td><td>${one.title}</td><td><span class="word ${toneClass(VERDICT_TONES[one.verdict])}">${VERDICT_WORDS[one.verdict]}</span>${why === '' ? '' : `. ${sentence(why)}`}</td></tr>
`;
}

/** `warn` is a box on this page; as a word it has a name of its own. */
function toneClass(tone: Tone): string {
  return tone === 'warn' ? 'warned' : tone;
}

function invariantSection(one: ReportedInvariant, report: ExplorationReport, index: number): Html {
  const { story, refusal, blame } = one;
  const why = blameSentence(one);
  const grade = `grade ${toneClass(VERDICT_TONES[one.verdict])}`;
  return escaped`<section class="invariant" id="story-${index + 1}">
<h2>${one.invariant}<span class="${grade}">${VERDICT_WORDS[one.verdict]}</span></h2>
<p><strong>${sentence(one.title)}</strong>${one.severity === undefined ? '' : ` Severity ${one.severity}.`}</p>
<p>${one.reason}</p>
${refusal === undefined ? NONE : escaped`<p>Step <strong>${refusal.step}</strong> is where the baseline parts from it. ${sentence(refusal.reason)}</p>`}
${why === undefined ? NONE : escaped`<p>${why}</p><ul>${(blame?.edits ?? []).map(({ element, what }) => escaped`<li>${editText(element, what)}</li>`)}</ul>`}
<p class="bounds">Within these bounds: ${report.within}.</p>
${
  story === undefined
    ? NONE
    : escaped`<h3>${storyTitle(report)}: ${storyExtent(one)}</h3>
${storyFigure(story, `the story in which ${one.invariant} breaks`, refusal)}`
}
</section>
`;
}

function observations(report: ExplorationReport): Html {
  const fresh = report.observations.filter(({ isNew }) => isNew);
  const known = report.observations.length - fresh.length;
  if (report.observations.length === 0) return NONE;
  const note =
    known === 0 ? NONE : escaped`<p class="bounds">${counted(known, 'observation')} that the baseline has, too.</p>`;
  return escaped`<h2>Noticed without being asked${report.base === undefined ? '' : ', new in head'}</h2>
<ul>${fresh.map((one) => escaped`<li>${observationTitle(one)}: ${one.text}</li>`)}</ul>
${note}`;
}

function newPaths(report: ExplorationReport): Html {
  if (report.newPaths.length === 0) return NONE;
  return escaped`<h2>Reachable in head only, whether or not an invariant speaks of it</h2>
<ul>${report.newPaths.map(({ what, steps, classes }) => escaped`<li>${what} (${counted(steps, 'step')}${classes.length === 0 ? '' : `; ${classes.join(' with ')}`})</li>`)}</ul>
`;
}

function leftOut(report: ExplorationReport): Html {
  if (report.leftOut.length === 0) return NONE;
  return escaped`<h2>What this model leaves out</h2>
<ul>${report.leftOut.map((text) => escaped`<li>${text}</li>`)}</ul>
`;
}
