import { Args, Flags } from '@oclif/core';

import type { ComparisonOutcome } from '../app/compare-project.ts';
import { openExplorationRunner, openWorkbench, readReport, writeReport, type Workbench } from '../app/compose.ts';
import { exploreProject, replayOnProject, strengthOfProject, type ExploredRevisions } from '../app/explore-project.ts';
import { usageFailure } from '../core/diagnostics/failure.ts';
import type { TraceFile } from '../core/explore/story/trace-file.ts';
import type { ExplorationReport } from '../core/report/exploration-report.ts';
import type { RenderedDocument } from '../render/blocks.ts';
import { STORY_WIDTH } from '../render/explore/story-text.ts';
import { jsonText } from '../render/json/json-text.ts';
import { invalidText } from '../render/text/invalid-text.ts';
import { projectFlag } from './base-command.ts';
import { boundsFlags, limitFlags, readExplorationFlags } from './exploration-flags.ts';
import { listFrame } from './list-frame.ts';
import { formatFlags, readOutputs, type Output } from './output-formats.ts';
import { RangeCommand, rangeFlags } from './range-command.ts';

const FORMATS = ['text', 'markdown', 'html', 'pdf', 'json', 'junit', 'sarif'] as const;
type Format = (typeof FORMATS)[number];
const STORY_FORMATS = ['text', 'markdown', 'html', 'pdf', 'json'] as const;
const STRENGTH_FORMATS = ['text', 'markdown', 'json'] as const;

/* What draws a report is loaded when it is drawn: some formats name every rule there is, which takes longer than a search. */

/** A terminal narrower than this gets lines that are longer than it. */
const NARROWEST = 90;

interface Flagged {
  readonly base?: string | undefined;
  readonly head?: string | undefined;
  readonly 'base-project'?: string | undefined;
  readonly quiet: boolean;
  readonly color: boolean;
}

export default class Explore extends RangeCommand {
  static override summary = 'Find out which forbidden situations can be reached, and which of them a change opens.';
  static override description =
    'Composes lifecycles, interfaces and people into one plant and looks at everything that can happen within bounds. With A..B or A...B both revisions are explored and compared; with one revision, or none, that one alone. ' +
    'Exit code 0 whatever is found; 6 when a bound or limit was reached, so that the result is INCOMPLETE. The first Ctrl-C ends the search and tells what was seen (6), the second ends at once (130).';
  static override examples = [
    '<%= config.bin %> <%= command.id %> v1.0.0..cr-2041',
    '<%= config.bin %> <%= command.id %> cr-2041 --invariant INV-01a --format html=story.html --trace trace.json',
    '<%= config.bin %> <%= command.id %> v1.0.0..cr-2041 --format pdf --output exploration.pdf',
  ];
  static override args = {
    range: Args.string({
      description: 'A..B or A...B (from the merge base), or one revision; default: the files as they lie there',
    }),
  };
  static override flags = {
    ...projectFlag,
    ...formatFlags(...FORMATS),
    ...rangeFlags,
    ...boundsFlags,
    ...limitFlags,
    invariant: Flags.string({
      description: 'only this invariant; several at once are possible',
      helpValue: 'ID',
      multiple: true,
      multipleNonGreedy: true,
    }),
    trace: Flags.string({ description: 'write the stories to this file, to be taken again', helpValue: 'FILE' }),
    replay: Flags.string({
      description: 'take the stories of this file again on one revision, and say what refuses them',
      helpValue: 'FILE',
      exclusive: ['trace', 'strength', 'base', 'head'],
    }),
    strength: Flags.boolean({
      description: 'weaken one revision step by step and list what no invariant notices',
      exclusive: ['trace', 'base', 'head'],
    }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Explore);
    const outputs = readOutputs(flags, FORMATS);
    refuseOnTerminal(outputs);
    const request = readExplorationFlags(flags);
    const revisions = exploredRevisions(args.range, flags);
    const traces = flags.replay === undefined ? undefined : await readTraces(flags.replay);
    const progress = this.progress(flags);
    const runner = openExplorationRunner(progress, (line) => this.say(flags, [line]));
    const workbench = await openWorkbench({ project: flags.project, progress });
    if (traces !== undefined) {
      const only = flags.invariant === undefined ? {} : { only: flags.invariant };
      const outcome = await replayOnProject(workbench, runner, oneOf(revisions, '--replay'), { traces, ...only });
      const report = await this.understood(outcome, outputs, flags, workbench);
      if (report === undefined) return;
      const { replayData, replayHtml, replayMarkdown, replayText } = await import('../render/explore/replay-report.ts');
      await this.present(
        narrowed(outputs, STORY_FORMATS, '--replay'),
        {
          text: (paint) => replayText(report, paint, this.width(outputs)),
          markdown: () => replayMarkdown(report),
          html: () => replayHtml(report),
          pdf: async () => {
            const { replayDocument } = await import('../render/explore/exploration-document.ts');
            return printed(replayDocument(report, hashOf(workbench, replayData(report))));
          },
          json: () => jsonText(replayData(report)),
        },
        flags,
      );
      return;
    }
    if (flags.strength) {
      const wanted = narrowed(outputs, STRENGTH_FORMATS, '--strength');
      const outcome = await strengthOfProject(workbench, runner, oneOf(revisions, '--strength'), request);
      const report = await this.understood(outcome, outputs, flags, workbench);
      if (report === undefined) return;
      if (report.strength.gaps.length > 0 || report.strength.undecided > 0) this.exitCode(6);
      const { strengthData, strengthMarkdown, strengthText } = await import('../render/explore/strength-report.ts');
      await this.present(
        wanted,
        {
          text: (paint) => strengthText(report, paint),
          markdown: () => strengthMarkdown(report),
          json: () => jsonText(strengthData(report)),
        },
        flags,
      );
      return;
    }
    const outcome = await exploreProject(workbench, runner, revisions, request);
    const report = await this.understood(outcome, outputs, flags, workbench);
    if (report === undefined) return;
    if (!report.complete) this.exitCode(6);
    const frame = await listFrame(workbench, 'explore', outputs);
    await this.present(
      outputs,
      {
        text: async (paint) =>
          (await import('../render/explore/exploration-text.ts')).explorationText(report, paint, this.width(outputs)),
        markdown: async () => (await import('../render/explore/exploration-markdown.ts')).explorationMarkdown(report),
        html: async () => (await import('../render/explore/exploration-html.ts')).explorationHtml(report),
        pdf: async () => {
          const { explorationDocument } = await import('../render/explore/exploration-document.ts');
          return printed(explorationDocument(report, hashOf(workbench, await dataOf(report))));
        },
        json: async () => jsonText(await dataOf(report)),
        junit: async () => (await import('../render/explore/exploration-junit.ts')).explorationJunit(report),
        sarif: async () => {
          const { listExploration } = await import('../app/list-exploration.ts');
          return (await import('../render/lists/sarif.ts')).sarif(listExploration(report, frame));
        },
      },
      flags,
    );
    if (flags.trace !== undefined) await this.writeTraces(flags.trace, report, flags);
  }

  private async writeTraces(file: string, report: ExplorationReport, flags: Flagged): Promise<void> {
    const stories = report.invariants.flatMap(({ invariant, story }) =>
      story === undefined ? [] : [{ about: invariant, story }],
    );
    if (stories.length === 0) this.say(flags, [`There is no story to write: '${file}' was not written.`]);
    else {
      const { traceFileOf } = await import('../core/explore/story/trace-file.ts');
      await writeReport(file, jsonText(traceFileOf(report.bounds, stories)));
    }
  }

  /** What was found, or nothing after saying why the specification cannot be understood: exit code 3. */
  private async understood<R>(
    outcome: ComparisonOutcome<R>,
    outputs: readonly Output<Format>[],
    flags: Flagged,
    workbench: Workbench,
  ): Promise<R | undefined> {
    const frame = await listFrame(workbench, 'explore', outputs);
    const lists = outputs.flatMap(({ format, ...place }) => (isPage(format) ? [] : [{ format, ...place }]));
    const found = await this.compared(outcome, flags, { outputs: lists, frame });
    if (found !== undefined || outcome.kind !== 'invalid') return found;
    const { diagnostics, which } = outcome;
    const pages = outputs.flatMap(({ format, ...place }) => (isPage(format) ? [{ format, ...place }] : []));
    const why = invalidText(diagnostics, which);
    const { toolVersion } = workbench;
    const draw = {
      html: async () => (await import('../render/explore/page.ts')).invalidHtml(why, toolVersion),
      pdf: async () => {
        const { invalidDocument } = await import('../render/explore/exploration-document.ts');
        return printed(invalidDocument(why, toolVersion));
      },
    };
    await this.present(pages, draw, flags);
    return undefined;
  }

  /** Columns that a story may take: those of the terminal, where one shows it. */
  private width(outputs: readonly Output<Format>[]): number {
    const shown = outputs.some(({ format, file }) => format === 'text' && file === undefined);
    const columns = shown && process.stdout.isTTY === true ? process.stdout.columns : STORY_WIDTH;
    return Math.max(NARROWEST, columns);
  }
}

async function dataOf(report: ExplorationReport): Promise<Record<string, unknown>> {
  return (await import('../render/explore/exploration-json.ts')).explorationData(report);
}

async function readTraces(file: string): Promise<TraceFile> {
  const { readTraceFile } = await import('../core/explore/story/trace-file.ts');
  return readTraceFile(await readReport(file));
}

function isPage(format: Format): format is 'html' | 'pdf' {
  return format === 'html' || format === 'pdf';
}

/** What writes PDFs is loaded only when one is asked for. */
async function printed(document: RenderedDocument): Promise<Uint8Array> {
  const { printDocument } = await import('../app/compose-evidence.ts');
  return printDocument(document);
}

/** Short form of the hash of a result, as it stands in the footer of its PDF. */
function hashOf({ analysis }: Workbench, data: Record<string, unknown>): string {
  return `sha256:${analysis.digest(jsonText(data)).slice(0, 12)}`;
}

function refuseOnTerminal(outputs: readonly Output<Format>[]): void {
  const loose = outputs.some(({ format, file }) => format === 'pdf' && file === undefined);
  if (loose && process.stdout.isTTY === true)
    throw usageFailure('pdf-on-terminal', 'A PDF cannot be shown on a terminal.', 'Add --output FILE.');
}

function exploredRevisions(range: string | undefined, flags: Flagged): ExploredRevisions {
  const { base, head } = flags;
  const parent = flags['base-project'];
  if (range?.includes('..') !== true && base === undefined && head === undefined)
    return { kind: 'one', revision: range };
  return {
    kind: 'range',
    range: {
      ...(range === undefined ? {} : { range }),
      ...(base === undefined ? {} : { base }),
      ...(head === undefined ? {} : { head }),
      ...(parent === undefined ? {} : { baseProject: parent }),
    },
  };
}

function oneOf(revisions: ExploredRevisions, flag: string): string | undefined {
  if (revisions.kind === 'one') return revisions.revision;
  throw usageFailure('one-revision', `${flag} is about one revision, not two.`, 'Name one: explore v1.0.0');
}

/** The outputs, all of them in a format that this kind of result has. */
function narrowed<F extends Format>(
  outputs: readonly Output<Format>[],
  formats: readonly F[],
  flag: string,
): readonly Output<F>[] {
  return outputs.map(({ format, ...place }) => {
    const known = formats.find((one) => one === format);
    if (known !== undefined) return { format: known, ...place };
    throw usageFailure(
      'format-unknown',
      `There is no format '${format}' for ${flag}.`,
      `Use one of: ${formats.join(', ')}.`,
    );
  });
}
