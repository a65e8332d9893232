import { blockingAndLinks } from './blocking-and-links.ts';
import type { Strengthening } from './strengthening.ts';

/** Every control whose strengthening has no rule of its own. */
export const STRENGTHENINGS: readonly Strengthening[] = [blockingAndLinks];
