import type { BaseRefusal } from '../../core/explore/change/change-exploration.ts';
import type { Story } from '../../core/explore/story/story.ts';
import type { ExplorationReport, ReportedInvariant } from '../../core/report/exploration-report.ts';
import { VERDICTS } from '../../core/report/exploration-report.ts';
import { fitted, folded, firstOf } from '../markdown/comment.ts';
import { code, inert } from '../markdown/inert.ts';
import { counted, revisionName } from '../words.ts';
import { editText, sentence } from './exploration-text.ts';
import { observationTitle } from './observation-words.ts';
import { storyTable } from './story-table.ts';
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

const SHOWN_ITEMS = 100;

/** An exploration as a comment on a pull request: what it came to, then each broken invariant with its story; details folded. */
export function explorationMarkdown(report: ExplorationReport): string {
  const told = report.invariants.filter(isTold);
  return fitted([
    { name: 'the verdict', lines: summary(report) },
    ...told.map((one) => ({ name: `the story of ${one.invariant}`, lines: invariantLines(one, report) })),
    ...lists(report),
  ]);
}

function summary(report: ExplorationReport): readonly string[] {
  const head = code(revisionName(report.head));
  return [
    `## Countersign: ${inert(headline(report))}`,
    '',
    report.base === undefined ? head : `${code(revisionName(report.base))} → ${head}`,
    '',
    inert(extentOf(report)),
    '',
    ...(report.complete
      ? []
      : [
          '**INCOMPLETE.** What was not seen may break an invariant for which nothing was found here.',
          '',
          ...report.gaps.map((gap) => `- ${inert(gap)}`),
          '',
        ]),
    ...(report.boundsReached.length === 0
      ? []
      : [`**BOUND REACHED.** ${BEYOND}`, '', ...report.boundsReached.map((one) => `- ${inert(one)}`), '']),
    '| invariant | what must hold | verdict |',
    '| --- | --- | --- |',
    ...VERDICTS.flatMap((verdict) =>
      report.invariants.filter((one) => one.verdict === verdict).map((one) => overviewRow(one)),
    ),
    '',
  ];
}

function overviewRow(one: ReportedInvariant): string {
  const word = VERDICT_WORDS[one.verdict];
  const loud = VERDICT_TONES[one.verdict] === 'critical' ? `**${word}**` : word;
  const why = besideVerdict(one);
  return `| ${code(one.invariant)} | ${inert(one.title)} | ${loud}${why === '' ? '' : `. ${inert(sentence(why))}`} |`;
}

function invariantLines(one: ReportedInvariant, report: ExplorationReport): readonly string[] {
  const { story, refusal, blame } = one;
  const why = blameSentence(one);
  return [
    `### ${code(one.invariant)} ${VERDICT_WORDS[one.verdict]}`,
    '',
    `${inert(sentence(one.title))}${one.severity === undefined ? '' : ` Severity ${one.severity}.`} ${inert(one.reason)}`,
    '',
    ...(refusal === undefined
      ? []
      : [`Step ${refusal.step} is where the baseline parts from it. ${inert(sentence(refusal.reason))}`, '']),
    ...(why === undefined
      ? []
      : [why, '', ...(blame?.edits ?? []).map(({ element, what }) => `- ${inert(editText(element, what))}`), '']),
    ...(story === undefined
      ? []
      : [`${storyTitle(report)}: ${storyExtent(one)}.`, '', ...storyMarkdown(story, refusal), '']),
    `Within these bounds: ${inert(report.within)}.`,
    '',
  ];
}

/** A story as a Markdown table: what a step changes is bold. */
export function storyMarkdown(story: Story, refusal?: BaseRefusal): readonly string[] {
  const { statuses, rows, unchanged } = storyTable(story, refusal);
  return [
    `| # | who | what happens | ${[...statuses.map(inert), 'on the way'].join(' | ')} |`,
    `| ---: | --- | --- | ${[...statuses, ''].map(() => '---').join(' | ')} |`,
    ...rows.map((row) => {
      const alarm = row.alarm === undefined ? [] : [`**${inert(row.alarm)}**`];
      const what = [inert(row.what), ...row.notes.map((note) => `*${inert(note)}*`), ...alarm].join('<br>');
      const cells = row.cells.map(({ value, changed }) => (changed ? `**${inert(value)}**` : inert(value)));
      return `| ${[row.number ?? '', inert(row.who), what, ...cells, row.onTheWay.map(inert).join('<br>')].join(' | ')} |`;
    }),
    ...(unchanged.length === 0 ? [] : ['', `Unchanged: ${unchanged.map(inert).join(', ')}.`]),
  ];
}

function lists(report: ExplorationReport) {
  const fresh = report.observations.filter(({ isNew }) => isNew);
  const part = (name: string, title: string, items: readonly string[]) => ({
    name,
    lines: folded(title, firstOf(items, SHOWN_ITEMS)),
  });
  return [
    part(
      'what is noticed',
      `Noticed without being asked${report.base === undefined ? '' : ', new in head'}: ${fresh.length}`,
      fresh.map((one) => inert(`${observationTitle(one)}: ${one.text}`)),
    ),
    part(
      'what is newly reachable',
      `Reachable in head only, whether or not an invariant speaks of it: ${report.newPaths.length}`,
      report.newPaths.map(({ what, steps }) => inert(`${what} (${counted(steps, 'step')})`)),
    ),
    part(
      'what the model leaves out',
      `What this model leaves out: ${report.leftOut.length}`,
      report.leftOut.map(inert),
    ),
  ];
}
