import { shown } from '../shown.ts';

/**
 * JSON as files and pipes of this tool carry it: two blanks, LF, a line feed at the end, absent values left out. What JSON may
 * hold raw but could act on a terminal is written as an escape: the same value.
 */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2).split('\n').map(shown).join('\n')}\n`;
}
