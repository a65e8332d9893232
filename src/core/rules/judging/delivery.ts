import type { Change } from '../../diff/delta.ts';
import type { Verdict } from '../change-rule.ts';
import { assuranceVerdict, descending } from './assurance-order.ts';

const GUARANTEE = descending(['exactly-once', 'at-least-once', 'at-most-once', 'none'], ['at-most-once', 'none']);
/** A stamp only helps a receiver that looks at it. */
const ECHO = descending(['suppressed', 'stamped'], []);

/** What an interface promises about how often a message arrives, its own echo included. */
export function deliveryVerdict(change: Change, direction: 'weaker' | 'stronger'): readonly Verdict[] {
  return assuranceVerdict(change, change.path[0] === 'echo' ? ECHO : GUARANTEE, direction);
}
