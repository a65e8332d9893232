import { shown } from '../shown.ts';

/** A word of a command that a reader may copy into a shell: in quotes where the shell would take it apart. */
export function shellWord(word: string): string {
  return /^[\w./:@%+=,-]+$/.test(word) ? word : `'${shown(word).replaceAll("'", "'\\''")}'`;
}
