import type { ExplorationReport, ReplayReport, ReportedInvariant } from '../../core/report/exploration-report.ts';
import { VERDICTS } from '../../core/report/exploration-report.ts';
import { boundsText } from '../../core/explore/compose/bounds-text.ts';
import type { ExplorationRun } from '../../core/explore/verdict/exploration.ts';
import type { RevisionIdentity } from '../../core/source/source-file.ts';
import type { Block, DocumentMeta, Heading, Inline, RenderedDocument, Table, TableCell } from '../blocks.ts';
import { plain } from '../blocks.ts';
import { shown } from '../shown.ts';
import { counted, revisionName } from '../words.ts';
import { editText, sentence } from './exploration-text.ts';
import { observationTitle } from './observation-words.ts';
import { saidOfTrace } from './replay-report.ts';
import { storyBlocks } from './story-blocks.ts';
import {
  BEYOND,
  besideVerdict,
  blameSentence,
  extentOf,
  grouped,
  headline,
  isTold,
  storyExtent,
  storyTitle,
  VERDICT_TONES,
  VERDICT_WORDS,
} from './verdict-words.ts';

/** What a record of an exploration says of itself; `hash` is that of the same result as data. */
interface RecordFrame {
  readonly toolVersion: string;
  /** Absent where the revision could not be understood. */
  readonly head?: RevisionIdentity;
  readonly hash: string;
}

/** Said on page 1 and in every footer: nobody may take it for a document of a package. */
const UNCONTROLLED = [
  'This is a working record of an exploration. It has no document number, belongs to no package, and nobody approves it.',
  'The impact assessment of a package holds the same result under document control: countersign build.',
];

/** An exploration as a document to print: verdicts, bounds, the stories of what is broken, what is left out. */
export function explorationDocument(report: ExplorationReport, hash: string): RenderedDocument {
  const { base, head, toolVersion } = report;
  const title = base === undefined ? 'Exploration of one revision' : 'Exploration of a change';
  const between = base === undefined ? revisionName(head) : `${revisionName(base)} → ${revisionName(head)}`;
  return {
    meta: recordMeta(title, { toolVersion, head, hash }),
    blocks: [
      paragraph(`Explored: ${between}.`),
      ...verdictBox(report),
      ...overview(report),
      ...report.invariants.filter(isTold).flatMap((one) => invariantBlocks(one, report)),
      ...listed(
        base === undefined ? 'Noticed without being asked' : 'Noticed without being asked, new in head',
        report.observations.filter(({ isNew }) => isNew).map((one) => `${observationTitle(one)}: ${one.text}`),
      ),
      ...listed(
        'Reachable in head only, whether or not an invariant speaks of it',
        report.newPaths.map(({ what, steps }) => `${what} (${counted(steps, 'step')})`),
      ),
      ...bounds(report),
      ...listed('What this model leaves out', report.leftOut),
    ],
  };
}

/** Stories that were taken again, as a document to print. */
export function replayDocument(report: ReplayReport, hash: string): RenderedDocument {
  const { head, toolVersion } = report;
  return {
    meta: recordMeta('Stories taken again', { toolVersion, head, hash }),
    blocks: [
      paragraph(`Taken again on: ${revisionName(head)}.`),
      paragraph(`Bounds: ${boundsText(report.bounds)}.`),
      ...report.traces.flatMap((trace): readonly Block[] => [
        heading(1, trace.about),
        {
          kind: 'callout',
          tone: trace.reproduced ? 'plain' : 'warn',
          title: say(trace.reproduced ? 'Reproduced' : 'NOT REPRODUCED'),
          content: saidOfTrace(trace).map((text) => paragraph(text)),
        },
        ...storyBlocks(trace.story, `the story of ${trace.about}`),
      ]),
    ],
  };
}

/** Why nothing was explored, as a document. */
export function invalidDocument(why: string, toolVersion: string): RenderedDocument {
  return {
    meta: recordMeta('Nothing was explored', { toolVersion, hash: 'none' }),
    blocks: [
      {
        kind: 'callout',
        tone: 'critical',
        title: plain('The specification cannot be understood'),
        content: [paragraph('Nothing was explored, and nothing is known of what can be reached.')],
      },
      { kind: 'code-block', text: why.split('\n').map(shown).join('\n') },
    ],
  };
}

function recordMeta(title: string, { toolVersion, head, hash }: RecordFrame): DocumentMeta {
  return {
    title,
    documentType: 'Record of an exploration',
    number: 'No number',
    revision: '–',
    status: 'DRAFT',
    statusReasons: UNCONTROLLED,
    organisation: 'Not a controlled document',
    site: 'Working record',
    confidentiality: 'Not a controlled document',
    packageId: 'No package',
    packageVersion: '',
    commit: head?.commit?.slice(0, 12) ?? 'no commit',
    tree: head === undefined || head.modified || head.kind === 'folder' ? 'modified' : 'clean',
    contentHash: hash,
    tool: 'countersign',
    toolVersion,
    generated: head?.instant ?? 'no commit',
  };
}

function say(text: string): readonly Inline[] {
  return plain(shown(text));
}

function paragraph(text: string): Extract<Block, { readonly kind: 'paragraph' }> {
  return { kind: 'paragraph', content: say(text) };
}

function heading(level: 1 | 2, text: string): Heading {
  return { kind: 'heading', level, content: say(text) };
}

function cell(...texts: readonly string[]): TableCell {
  return { content: texts.map((text) => paragraph(text)) };
}

function verdictBox(report: ExplorationReport): readonly Block[] {
  const bad = report.invariants.some(({ verdict }) => VERDICT_TONES[verdict] === 'critical');
  const incomplete: readonly Block[] = report.complete
    ? []
    : [
        {
          kind: 'callout',
          tone: 'warn',
          title: plain('INCOMPLETE'),
          content: [
            paragraph('What was not seen may break an invariant for which nothing was found here.'),
            ...list(report.gaps),
          ],
        },
      ];
  const reached: readonly Block[] =
    report.boundsReached.length === 0
      ? []
      : [
          {
            kind: 'callout',
            tone: 'warn',
            title: plain('BOUND REACHED'),
            content: [paragraph(BEYOND), ...list(report.boundsReached)],
          },
        ];
  return [
    {
      kind: 'callout',
      tone: bad ? 'critical' : report.complete ? 'plain' : 'warn',
      title: say(headline(report)),
      content: [paragraph(extentOf(report))],
    },
    ...incomplete,
    ...reached,
  ];
}

function overview(report: ExplorationReport): readonly Block[] {
  if (report.invariants.length === 0) return [paragraph('There is no invariant to judge.')];
  const inOrder = VERDICTS.flatMap((verdict) => report.invariants.filter((one) => one.verdict === verdict));
  const table: Table = {
    kind: 'table',
    caption: plain('What the search says of each invariant'),
    columns: [
      { header: plain('Invariant'), points: 62, font: 'code' },
      { header: plain('Severity'), points: 50 },
      { header: plain('What must hold'), width: 3 },
      { header: plain('Verdict'), points: 92 },
      { header: plain('Why'), width: 3 },
    ],
    rows: inOrder.map((one) => {
      const why = besideVerdict(one);
      const tone = VERDICT_TONES[one.verdict];
      return {
        cells: [
          cell(one.invariant),
          cell(one.severity ?? 'Not declared'),
          cell(one.title),
          cell(VERDICT_WORDS[one.verdict]),
          cell(why === '' ? 'N/A – the verdict says it' : sentence(why)),
        ],
        ...(tone === 'plain' || tone === 'good' ? {} : { tone }),
      };
    }),
  };
  return [heading(1, 'Verdicts'), table];
}

function invariantBlocks(one: ReportedInvariant, report: ExplorationReport): readonly Block[] {
  const { story, refusal, blame } = one;
  const why = blameSentence(one);
  const parted =
    refusal === undefined
      ? []
      : [paragraph(`Step ${refusal.step} is where the baseline parts from it. ${sentence(refusal.reason)}`)];
  const edits = (blame?.edits ?? []).map(({ element, what }) => editText(element, what));
  const tone = VERDICT_TONES[one.verdict];
  return [
    heading(1, `${one.invariant}: ${one.title}`),
    {
      kind: 'callout',
      tone,
      title: say(`${one.invariant} ${VERDICT_WORDS[one.verdict]}`),
      content: [paragraph(one.reason), ...parted, ...(why === undefined ? [] : [paragraph(why), ...list(edits)])],
    },
    paragraph(`Within these bounds: ${report.within}.`),
    ...(story === undefined
      ? []
      : [
          heading(2, `${storyTitle(report)}: ${storyExtent(one)}`),
          ...storyBlocks(story, `the story in which ${one.invariant} breaks`, refusal),
        ]),
  ];
}

function list(items: readonly string[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', ordered: false, items: items.map((item) => [paragraph(item)]) }];
}

function listed(title: string, items: readonly string[]): readonly Block[] {
  return items.length === 0 ? [] : [heading(1, title), ...list(items)];
}

function bounds(report: ExplorationReport): readonly Block[] {
  const rows = [
    ...report.baseRuns.map((run) => ({ revision: 'Base', run })),
    ...report.runs.map((run) => ({ revision: report.base === undefined ? 'This one' : 'Head', run })),
  ];
  const number = (header: string) => ({ header: plain(header), width: 1, align: 'right' }) as const;
  const table: Table = {
    kind: 'table',
    caption: plain('Searches'),
    columns: [
      { header: plain('Revision'), width: 1 },
      number('Messages waiting, at most'),
      number('Faults'),
      number('States'),
      number('Steps'),
      number('Depth'),
      { header: plain('Seen'), width: 2 },
    ],
    rows: rows.map(({ revision, run }) => ({ cells: [revision, ...runTexts(run)].map((text) => cell(text)) })),
  };
  return [heading(1, 'Bounds of the search'), paragraph(`${report.within}.`), table];
}

function runTexts({ messages, faults, states, steps, depth, complete }: ExplorationRun): readonly string[] {
  return [
    ...[messages, faults, states, steps, depth].map(grouped),
    complete ? 'Everything within the bounds' : 'Ended at a bound',
  ];
}
