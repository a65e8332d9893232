import { Args, Flags } from '@oclif/core';

import type { ComparisonOutcome } from '../app/compare-project.ts';
import { listInvalid } from '../app/list-findings.ts';
import type { ListFrame } from '../app/list-findings.ts';
import type { RangeRequest } from '../app/ports.ts';
import { invalidJson } from '../render/json/invalid-json.ts';
import { listDrawings } from './list-formats.ts';
import { invalidMarkdown } from '../render/markdown/invalid-markdown.ts';
import { invalidText } from '../render/text/invalid-text.ts';
import { BaseCommand } from './base-command.ts';
import type { Output, ReportFormat } from './output-formats.ts';

/** The argument that names two revisions. */
export const rangeArgument = {
  range: Args.string({
    description: 'A..B, A...B (from the merge base), or A (= A...HEAD); default: main branch...HEAD',
  }),
};

/** Two revisions named one by one instead. */
export const rangeFlags = {
  base: Flags.string({ description: 'base: a git revision or a folder', helpValue: 'REV' }),
  head: Flags.string({ description: 'head: a git revision, WORKTREE, INDEX or a folder', helpValue: 'REV' }),
  'base-project': Flags.string({
    description: 'where the project stood at base, when its folder was renamed since',
    helpValue: 'DIR',
  }),
};

/** A command that compares two revisions, and refuses to conclude anything from one that it cannot understand. */
export abstract class RangeCommand extends BaseCommand {
  protected request(
    args: { range?: string | undefined },
    flags: { base?: string | undefined; head?: string | undefined; 'base-project'?: string | undefined },
  ): RangeRequest {
    return {
      ...(args.range === undefined ? {} : { range: args.range }),
      ...(flags.base === undefined ? {} : { base: flags.base }),
      ...(flags.head === undefined ? {} : { head: flags.head }),
      ...(flags['base-project'] === undefined ? {} : { baseProject: flags['base-project'] }),
    };
  }

  /**
   * The comparison, or nothing after saying why there is none: on stderr, and in every output that was asked for, so that the
   * next step of a job finds its file. Exit code 3.
   */
  protected async compared<C>(
    outcome: ComparisonOutcome<C>,
    flags: { quiet: boolean; color: boolean },
    wanted: { readonly outputs: readonly Output<ReportFormat>[]; readonly frame: ListFrame },
  ): Promise<C | undefined> {
    this.say(flags, outcome.notices);
    if (outcome.kind === 'compared') return outcome.comparison;
    const { diagnostics, which } = outcome;
    const text = invalidText(diagnostics, which);
    this.logToStderr(text);
    this.exitCode(3);
    await this.present(
      wanted.outputs.filter(({ format, file }) => format !== 'text' || file !== undefined),
      {
        text: () => `${text}\n`,
        json: () => invalidJson(diagnostics, which, wanted.frame.toolVersion),
        markdown: () => invalidMarkdown(diagnostics, which),
        ...listDrawings(() => listInvalid(diagnostics, which, wanted.frame)),
      },
      flags,
    );
    return undefined;
  }
}
