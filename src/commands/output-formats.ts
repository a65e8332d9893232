import { Flags } from '@oclif/core';

import { reportPlace } from '../app/compose.ts';
import { usageFailure } from '../core/diagnostics/failure.ts';
import { nearestWord } from '../core/diagnostics/nearest-word.ts';
import { BINARY_FORMATS, LIST_FORMATS } from './list-formats.ts';

/** One way of writing the result, and the file it goes to; without a file it goes to stdout. */
export interface Output<F extends string> {
  readonly format: F;
  readonly file?: string;
}

/** Formats of every command that reports findings: for people first, then for programs. */
export const REPORT_FORMATS = ['text', 'json', 'markdown', ...LIST_FORMATS] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Flag of the commands whose text shows the worst of many findings. */
export const allFlag = {
  all: Flags.boolean({ description: 'text: every finding, however many there are' }),
};

/** Flags of the commands that give a result in several formats; the first format is the default. */
export function formatFlags<F extends string>(...formats: readonly [F, ...F[]]) {
  return {
    format: Flags.string({
      description: `${formats.join(' | ')}; FORMAT=FILE writes to a file, several at once are possible`,
      helpValue: 'FORMAT',
      multiple: true,
      // What follows a format may be the range, not one more format.
      multipleNonGreedy: true,
      default: [formats[0]],
    }),
    output: Flags.string({ description: 'write to this file instead of stdout', helpValue: 'FILE' }),
  };
}

/**
 * What `--format` and `--output` ask for, read before any work is done. Throws a usage `Failure` for an unknown format, for
 * two results that would go to one place, for an `--output` that nothing would be written to, and for a format that is no text
 * without a file.
 */
export function readOutputs<F extends string>(
  flags: { readonly format: readonly string[]; readonly output?: string | undefined },
  formats: readonly F[],
): readonly Output<F>[] {
  const outputs = flags.format.map((request) => readFormat(request, formats));
  const loose = outputs.filter(({ file }) => file === undefined);
  if (loose.length === 0 && flags.output !== undefined) {
    throw usageFailure(
      'output-unused',
      'Every format has a file of its own, so nothing would go to --output.',
      'Leave --output out, or name a format without a file.',
    );
  }
  const placed = outputs.map(({ format, file = flags.output }) => (file === undefined ? { format } : { format, file }));
  const binary = placed.find(({ format, file }) => file === undefined && BINARY_FORMATS.includes(format));
  if (binary !== undefined) {
    throw usageFailure(
      'format-needs-file',
      `What the format ${binary.format} writes is no text: it cannot be shown here.`,
      `Name the file that it goes to: --format ${binary.format}=FILE.${binary.format}`,
    );
  }
  const places = new Set(placed.map(({ file }) => (file === undefined ? undefined : reportPlace(file))));
  if (places.size < placed.length) {
    throw usageFailure(
      'several-formats',
      'Several formats would go to one place.',
      'Give all but one a file of its own: --format json=findings.json',
    );
  }
  return placed;
}

function readFormat<F extends string>(request: string, known: readonly F[]): Output<F> {
  const split = request.indexOf('=');
  const name = split < 0 ? request : request.slice(0, split);
  const format = known.find((one) => one === name);
  if (format === undefined) {
    const meant = nearestWord(name, known);
    const hint = `${meant === undefined ? '' : `Did you mean ${meant}? `}Use one of: ${known.join(', ')}.`;
    throw usageFailure('format-unknown', `There is no format '${name}' here.`, hint);
  }
  if (split < 0) return { format };
  const file = request.slice(split + 1);
  if (file === '')
    throw usageFailure('format-without-file', `'${request}' names no file.`, `Write --format ${format}=FILE.`);
  return { format, file };
}
