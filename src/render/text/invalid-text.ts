import type { Diagnostic } from '../../core/diagnostics/index.ts';
import { shown } from '../shown.ts';
import { place } from './place.ts';

/** Why nothing was concluded: every error of the revisions that cannot be understood, and which these are. */
export function invalidText(diagnostics: readonly Diagnostic[], which: readonly ('base' | 'head')[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const lines = errors.flatMap(({ at, ruleId, message, hint }) => [
    `${at.revision} ${place(at)}  error  ${ruleId}`,
    `  ${shown(message)}`,
    ...(hint === undefined ? [] : [`  do: ${shown(hint)}`]),
  ]);
  return [
    ...lines,
    `The specification at ${which.join(' and at ')} cannot be understood, so nothing was concluded. \`countersign check REV\` shows the lines.`,
  ].join('\n');
}
