import type { Change } from '../../diff/delta.ts';
import type { Verdict } from '../change-rule.ts';
import { assuranceVerdict, descending } from './assurance-order.ts';
import { named, shift } from './wording.ts';

/** What the receiver lets be done to a value that is there; the first only adds. */
export const WRITING = descending(['insert', 'upsert', 'overwrite', 'delete'], ['upsert', 'overwrite', 'delete']);

const ON_ERROR = descending(['reject', 'skip', 'raw'], ['skip', 'raw']);

/** How a step that fails, or a value that is too long, is treated. A value that is cut for the first time is a loss, judged elsewhere. */
export function onErrorVerdict(change: Change, direction: 'weaker' | 'stronger'): readonly Verdict[] {
  const { after, path, from, to } = change;
  if (path[0] === 'onError') return assuranceVerdict(change, ON_ERROR, direction);
  const isSo = direction === 'weaker' ? to === undefined : to === 'reject';
  return isSo ? [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }] : [];
}
