import type { Json } from '../../language/canonical.ts';
import type { AttributeClaim } from '../change-rule.ts';

/** Where elements say how much depends on them; the relevance of a system has rules of its own. */
export const CRITICALITY_CLAIMS: readonly AttributeClaim[] = [
  { kinds: ['object', 'field', 'mapping', 'reply', 'interface', 'step'], paths: ['critical'] },
  { kinds: ['invariant'], paths: ['severity'] },
];

const WEIGHTS: Readonly<Record<string, number>> = { true: 1, high: 2, medium: 1 };

/** How heavy a marking is; 0 where there is none. */
export function criticalityOf(marking: Json | undefined): number {
  return typeof marking === 'string' || marking === true ? (WEIGHTS[`${marking}`] ?? 0) : 0;
}

/** Influence of a system on product or record, from the weakest to the strongest. */
export const GXP_SCALE: readonly string[] = ['none', 'indirect', 'direct'];
