import type { ExplorationReport, ReportedInvariant, ReportedVerdict } from '../../core/report/exploration-report.ts';
import { VERDICTS } from '../../core/report/exploration-report.ts';
import type { Paint } from '../paint.ts';
import { shown } from '../shown.ts';
import { wrapped } from '../text/wrap.ts';
import { counted, revisionName } from '../words.ts';
import { observationTitle } from './observation-words.ts';
import { storyText, STORY_WIDTH } from './story-text.ts';
import {
  BEYOND,
  blameSentence,
  extentOf,
  headline,
  isNamedOnly,
  isTold,
  storyExtent,
  storyTitle,
  VERDICT_TONES,
  VERDICT_WORDS,
} from './verdict-words.ts';

/** Pairs of states that are named in the text; JSON has all. */
const SHOWN_PATHS = 10;
const SHOWN_OBSERVATIONS = 20;

/** An exploration for a person at a terminal: what it came to, then each broken invariant with its story, then the rest. */
export function explorationText(report: ExplorationReport, paint: Paint, width = STORY_WIDTH): string {
  const told = report.invariants.filter(isTold);
  return [
    ...summary(report, paint),
    ...told.flatMap((invariant) => ['', ...invariantLines(invariant, report, paint, width)]),
    ...observations(report, paint),
    ...newPaths(report, paint),
    ...limits(report, paint),
    '',
  ].join('\n');
}

function summary(report: ExplorationReport, paint: Paint): readonly string[] {
  const head = revisionName(report.head);
  const title = headline(report);
  const bad = report.invariants.some(({ verdict }) => VERDICT_TONES[verdict] === 'critical');
  return [
    report.base === undefined ? head : `${revisionName(report.base)} → ${head}`,
    paint.bold(bad ? paint.critical(title) : report.complete ? title : paint.warning(title)),
    ...wrapped(shown(extentOf(report)), 0),
    '',
    ...VERDICTS.flatMap((verdict) => verdictLines(verdict, report, paint)),
  ];
}

function verdictLines(verdict: ReportedVerdict, report: ExplorationReport, paint: Paint): readonly string[] {
  const of = report.invariants.filter((invariant) => invariant.verdict === verdict);
  const [first] = of;
  if (first === undefined) return [];
  const word = painted(verdict, paint)(VERDICT_WORDS[verdict].toUpperCase());
  const plain = `${VERDICT_WORDS[verdict]} (${of.length})`;
  if (isNamedOnly(first)) return [`${plain}:`, ...wrapped(of.map(({ invariant }) => shown(invariant)).join(', '), 2)];
  if (isTold(first)) {
    return [
      `${word} (${of.length}):`,
      ...of.flatMap((one) => wrapped(shown(`${one.invariant}: ${one.title} (${storyExtent(one)})`), 2)),
    ];
  }
  return [
    `${word} (${of.length}):`,
    ...of.flatMap((one) => wrapped(shown(`${one.invariant}: ${sentence(one.title)} ${one.reason}`), 2)),
  ];
}

function painted(verdict: ReportedVerdict, paint: Paint): (text: string) => string {
  const tone = VERDICT_TONES[verdict];
  if (tone === 'critical') return (text) => paint.critical(paint.bold(text));
  return tone === 'warn' || tone === 'high' ? paint.warning : paint.faint;
}

function invariantLines(
  invariant: ReportedInvariant,
  report: ExplorationReport,
  paint: Paint,
  width: number,
): readonly string[] {
  const { story, refusal, blame } = invariant;
  const severity = invariant.severity === undefined ? '' : `  severity ${invariant.severity}`;
  const verdict = painted(invariant.verdict, paint)(VERDICT_WORDS[invariant.verdict].toUpperCase());
  const why = blameSentence(invariant);
  return [
    `${paint.bold(shown(invariant.invariant))}  ${verdict}${severity}`,
    ...wrapped(shown(invariant.title), 0),
    ...wrapped(shown(invariant.reason), 0),
    ...(story === undefined
      ? []
      : [`${storyTitle(report)}: ${storyExtent(invariant)}.`, '', ...storyText(story, paint, refusal, width), '']),
    ...(refusal === undefined
      ? []
      : wrapped(shown(`Step ${refusal.step} is where the baseline parts from it. ${sentence(refusal.reason)}`), 0)),
    ...(why === undefined
      ? []
      : [
          ...wrapped(why, 0),
          ...(blame?.edits ?? []).flatMap(({ element, what }) => wrapped(shown(`- ${editText(element, what)}`), 2)),
        ]),
    ...wrapped(shown(`Within these bounds: ${report.within}.`), 0).map(paint.faint),
  ];
}

/** `transition NCR.T04: removed`. */
export function editText(element: string, what: string): string {
  return `${element.replace(':', ' ')}: ${what}`;
}

/** A sentence with its full stop. */
export function sentence(text: string): string {
  return /[.!?]$/u.test(text) ? text : `${text}.`;
}

function observations(report: ExplorationReport, paint: Paint): readonly string[] {
  const fresh = report.observations.filter(({ isNew }) => isNew);
  const known = report.observations.length - fresh.length;
  if (report.observations.length === 0) return [];
  const title = report.base === undefined ? 'Noticed without being asked' : 'Noticed without being asked, new in head';
  const listed = fresh.slice(0, SHOWN_OBSERVATIONS);
  const more = fresh.length - listed.length;
  return [
    '',
    paint.bold(`${title} (${fresh.length})`),
    ...listed.flatMap((one) => wrapped(shown(`${observationTitle(one)}: ${one.text}`), 2)),
    ...(more > 0 ? [`  and ${more} more (--format json)`] : []),
    ...(known > 0 ? [paint.faint(`  ${counted(known, 'observation')} that the baseline has too (--format json)`)] : []),
  ];
}

function newPaths(report: ExplorationReport, paint: Paint): readonly string[] {
  if (report.newPaths.length === 0) return [];
  const listed = report.newPaths.slice(0, SHOWN_PATHS);
  const more = report.newPaths.length - listed.length;
  return [
    '',
    paint.bold(`Reachable in head only, whether or not an invariant speaks of it (${report.newPaths.length})`),
    ...listed.flatMap(({ what, steps }) => wrapped(shown(`${what} (${counted(steps, 'step')})`), 2)),
    ...(more > 0 ? [`  and ${more} more (--format json)`] : []),
  ];
}

function limits(report: ExplorationReport, paint: Paint): readonly string[] {
  return [
    ...(report.complete
      ? []
      : [
          '',
          paint.warning(paint.bold('INCOMPLETE')),
          ...report.gaps.flatMap((gap) => wrapped(shown(gap), 2)),
          '  What was not seen may break an invariant for which nothing was found here.',
        ]),
    ...(report.boundsReached.length === 0
      ? []
      : [
          '',
          paint.warning(paint.bold('BOUND REACHED')),
          ...report.boundsReached.flatMap((sentence) => wrapped(shown(sentence), 2)),
          `  ${BEYOND}`,
        ]),
    ...(report.leftOut.length === 0
      ? []
      : ['', paint.bold('What this model leaves out'), ...report.leftOut.flatMap((one) => wrapped(shown(one), 2))]),
  ];
}
