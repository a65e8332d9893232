import type { Change } from '../../diff/delta.ts';
import { moveOn } from './scale.ts';

/** GAMP categories of software, from the one that is validated least to the one that is validated most. */
const GAMP_SCALE: readonly string[] = ['1', '3', '4', '5'];

/** Whether the category is certainly higher than before. */
export function isGampRaised({ from, to }: Change): boolean {
  const [was, is] = [from, to].map((category) => (category === undefined ? undefined : `${category as number}`));
  return moveOn(GAMP_SCALE, was, is) === 'up';
}
