import { Command, Flags, type Errors } from '@oclif/core';

import { openProgress, writeReport } from '../app/compose.ts';
import type { Progress } from '../app/ports.ts';
import { nearestWord } from '../core/diagnostics/nearest-word.ts';
import { ANSI, PLAIN, type Paint } from '../render/paint.ts';
import { withoutRunnerCommands } from '../render/runner-commands.ts';
import { shown } from '../render/shown.ts';
import type { Output } from './output-formats.ts';

/** A result in one format: text, or the bytes of a file that is none. */
export type Drawn = string | Uint8Array;

/** What every command understands, and how every result leaves the program: data on stdout, talk on stderr. */
export abstract class BaseCommand extends Command {
  static override baseFlags = {
    quiet: Flags.boolean({ description: 'say nothing on stderr but errors' }),
    color: Flags.boolean({ description: 'colours on a terminal', default: true, allowNo: true }),
  };

  private running: Progress | undefined;

  /** Colours for a terminal that can show them, unless `--no-color` or `NO_COLOR` (no-color.org) asks for none. */
  protected paint(flags: { color: boolean }): Paint {
    const { NO_COLOR = '', TERM } = process.env;
    const wanted = flags.color && process.stdout.isTTY === true && NO_COLOR === '' && TERM !== 'dumb';
    return wanted ? ANSI : PLAIN;
  }

  protected progress(flags: { quiet: boolean }): Progress {
    this.running = openProgress(!flags.quiet);
    return this.running;
  }

  protected say(flags: { quiet: boolean }, lines: readonly string[]): void {
    if (flags.quiet) return;
    for (const line of lines) this.logToStderr(withoutRunnerCommands(shown(line)));
  }

  /** Ends with this code once everything is written; `process.exit` could cut off what is still in a pipe. */
  protected exitCode(code: 0 | 1 | 3 | 6): void {
    process.exitCode = code;
  }

  /** Writes each output that was asked for; only these are drawn. */
  protected async present<F extends string>(
    outputs: readonly Output<F>[],
    draw: Readonly<Record<F, (paint: Paint) => Drawn | Promise<Drawn>>>,
    flags: { color: boolean },
  ): Promise<void> {
    for (const { format, file } of outputs) {
      /* oxlint-disable no-await-in-loop -- a report at a time: the first that fails ends the run */
      const drawn = await draw[format](file === undefined ? this.paint(flags) : PLAIN);
      if (file !== undefined) await writeReport(file, drawn);
      else process.stdout.write(typeof drawn === 'string' ? onStdout(format, drawn) : drawn);
      /* oxlint-enable no-await-in-loop */
    }
  }

  /** An unknown flag is told with the one that was probably meant. */
  protected override async catch(error: Errors.CLIError & { flags?: unknown }): Promise<unknown> {
    const [unknown] = Array.isArray(error.flags) ? (error.flags as unknown[]) : [];
    if (typeof unknown === 'string' && unknown.startsWith('--')) {
      const meant = nearestWord(unknown.slice(2), Object.keys(this.ctor.flags));
      if (meant !== undefined)
        error.message = error.message.replace('\nSee more', `\nDid you mean --${meant}?\nSee more`);
    }
    return super.catch(error);
  }

  /** A run that fails half-way leaves no progress on the line where the error will stand. */
  protected override async finally(error: Error | undefined): Promise<unknown> {
    this.running?.done();
    return super.finally(error);
  }
}

/** Text for people may run in a job whose log is read for commands; formats for programs stay as they are. */
function onStdout(format: string, text: string): string {
  return format === 'text' || format === 'markdown' ? withoutRunnerCommands(text) : text;
}

/** Which project the command is about. */
export const projectFlag = {
  project: Flags.string({
    description: 'folder with countersign.yaml (default: nearest folder upward)',
    helpValue: 'DIR',
  }),
};

/** Whether the cache of readings is used. */
export const cacheFlag = {
  cache: Flags.boolean({
    description: 'use what earlier runs read from files that have not changed since',
    default: true,
    allowNo: true,
  }),
};

/** The day on which the expiry of waivers is judged. */
export const asOfFlag = {
  'as-of': Flags.string({
    description: 'day on which waivers are judged (default: today, UTC)',
    helpValue: 'YYYY-MM-DD',
  }),
};
