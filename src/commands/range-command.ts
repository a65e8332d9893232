import { Args, Flags } from '@oclif/core';

import type { ComparisonOutcome } from '../app/compare-project.ts';
import type { RangeRequest } from '../app/ports.ts';
import { invalidText } from '../render/text/invalid-text.ts';
import { BaseCommand } from './base-command.ts';

/** The argument that names two revisions. */
export const rangeArgument = {
  range: Args.string({ description: 'A..B, A...B (from the merge base), or A (= A...HEAD); default: main branch...HEAD' }),
};

/** Two revisions named one by one instead. */
export const rangeFlags = {
  base: Flags.string({ description: 'base: a git revision or a folder', helpValue: 'REV' }),
  head: Flags.string({ description: 'head: a git revision, WORKTREE, INDEX or a folder', helpValue: 'REV' }),
  'base-project': Flags.string({ description: 'where the project stood at base, when its folder was renamed since', helpValue: 'DIR' }),
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

  /** The comparison, or nothing after saying on stderr why there is none: exit code 3. */
  protected compared<C>(outcome: ComparisonOutcome<C>, flags: { quiet: boolean }): C | undefined {
    this.say(flags, outcome.notices);
    if (outcome.kind === 'compared') return outcome.comparison;
    this.logToStderr(invalidText(outcome.diagnostics, outcome.which));
    this.exitCode(3);
    return undefined;
  }
}
