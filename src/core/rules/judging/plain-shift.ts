import type { Change } from '../../diff/delta.ts';
import { named, shift } from './wording.ts';

/** `System MES, backup: daily → weekly.` */
export function plainShift({ after, path, from, to }: Change): string {
  return shift(`${named(after)}, ${path.join('.')}`, from, to);
}
