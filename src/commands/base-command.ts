import { Command, Flags } from '@oclif/core';

import { openProgress, writeReport } from '../app/compose.ts';
import type { Progress } from '../app/ports.ts';
import { usageFailure } from '../core/diagnostics/failure.ts';
import { ANSI, PLAIN, type Paint } from '../render/paint.ts';

/** One way of writing a result: format name → text. Only the formats that are asked for are drawn. */
export type Renderings = Readonly<Record<string, (paint: Paint) => string>>;

/** What every command understands, and how every result leaves the program: data on stdout, talk on stderr. */
export abstract class BaseCommand extends Command {
  static override baseFlags = {
    project: Flags.string({ description: 'folder with countersign.yaml (default: nearest folder upward)', helpValue: 'DIR' }),
    quiet: Flags.boolean({ description: 'say nothing on stderr but errors' }),
    color: Flags.boolean({ description: 'colours on a terminal', default: true, allowNo: true }),
  };

  protected paint(flags: { color: boolean }): Paint {
    const wanted = flags.color && process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined;
    return wanted ? ANSI : PLAIN;
  }

  protected progress(flags: { quiet: boolean }): Progress {
    return openProgress(!flags.quiet);
  }

  protected say(flags: { quiet: boolean }, lines: readonly string[]): void {
    if (flags.quiet) return;
    for (const line of lines) this.logToStderr(line);
  }

  /** Ends with this code once everything is written; `process.exit` could cut off what is still in a pipe. */
  protected exitCode(code: 0 | 1 | 3): void {
    process.exitCode = code;
  }

  /** Writes each format that was asked for: `F` to stdout or `--output`, `F=FILE` to its file. */
  protected async present(
    renderings: Renderings,
    flags: { color: boolean; format: readonly string[]; output?: string | undefined },
  ): Promise<void> {
    const requests = flags.format.map((request) => readFormat(request, Object.keys(renderings)));
    const loose = requests.filter((request) => request.file === undefined);
    if (loose.length > 1) {
      throw usageFailure('several-formats', 'Several formats would go to one place.', 'Give all but one a file of its own: --format json=findings.json');
    }
    for (const { format, file } of requests) {
      const target = file ?? flags.output;
      const draw = renderings[format]!;
      // oxlint-disable-next-line no-await-in-loop -- a report at a time: the first that fails ends the run
      if (target !== undefined) await writeReport(target, draw(PLAIN));
      else process.stdout.write(draw(this.paint(flags)));
    }
  }
}

/** Flags of the commands that give a result in several formats. */
export function formatFlags(...formats: readonly [string, ...string[]]) {
  return {
    format: Flags.string({
      description: `${formats.join(' | ')}; FORMAT=FILE writes to a file, several at once are possible`,
      helpValue: 'FORMAT',
      multiple: true,
      default: [formats[0]],
    }),
    output: Flags.string({ description: 'write to this file instead of stdout', helpValue: 'FILE' }),
  };
}

function readFormat(request: string, known: readonly string[]): { format: string; file?: string } {
  const split = request.indexOf('=');
  const format = split < 0 ? request : request.slice(0, split);
  if (!known.includes(format)) {
    throw usageFailure('format-unknown', `There is no format '${format}' here.`, `Use one of: ${known.join(', ')}.`);
  }
  if (split < 0) return { format };
  const file = request.slice(split + 1);
  if (file === '') throw usageFailure('format-without-file', `'${request}' names no file.`, `Write --format ${format}=FILE.`);
  return { format, file };
}

/** The day on which the expiry of waivers is judged. */
export const asOfFlag = {
  'as-of': Flags.string({ description: 'day on which waivers are judged (default: today, UTC)', helpValue: 'YYYY-MM-DD' }),
};
