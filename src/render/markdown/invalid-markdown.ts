import type { Diagnostic } from '../../core/diagnostics/index.ts';
import { place } from '../text/place.ts';
import { counted } from '../words.ts';
import { code, inert } from './inert.ts';

const SHOWN_ERRORS = 20;

/** Why nothing was concluded, as a comment on a pull request: the first errors with their places. */
export function invalidMarkdown(diagnostics: readonly Diagnostic[], which: readonly ('base' | 'head')[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const more = errors.length - SHOWN_ERRORS;
  return [
    '## Countersign: nothing was concluded',
    '',
    `The specification at ${which.join(' and at ')} cannot be understood: ${counted(errors.length, 'error')}.`,
    '',
    ...errors
      .slice(0, SHOWN_ERRORS)
      .map(({ at, ruleId, message }) => `- ${at.revision} ${code(place(at))}: ${inert(message)} (${code(ruleId)})`),
    ...(more > 0 ? [`- and ${counted(more, 'further error')}`] : []),
    '',
  ].join('\n');
}
