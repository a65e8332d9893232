import { compareText } from '../../diagnostics/order.ts';
import type { BlamedEdit } from '../../explore/change/change-exploration.ts';
import type { Finding } from '../finding.ts';
import { defineAdjustment, keysOf } from './adjustment.ts';

/** An edit of the smallest set, and what it opens. */
interface Opening {
  readonly path: BlamedEdit['path'];
  readonly invariant: string;
}

/**
 * A10. An edit without which the search finds no violation: it belongs to the smallest set of edits that makes a forbidden
 * situation reachable. It comes after everything that lowers, since here it is shown, not presumed, what the edit does.
 */
export const openedPath = defineAdjustment({
  id: 'A10',
  purpose: 'Raises to critical what belongs to the smallest set of edits with which an invariant breaks.',
  lowers: false,
  prepare({ exploration }) {
    const openings = new Map<string, Opening[]>();
    for (const { invariant, blame } of exploration?.invariants ?? []) {
      for (const { element, path, along = [] } of blame?.edits ?? []) {
        for (const key of [element, ...along]) openings.set(key, [...(openings.get(key) ?? []), { path, invariant }]);
      }
    }
    return (raw) => {
      const found = keysOf(raw).flatMap((key) => openings.get(key) ?? []);
      const ids = found.filter(({ path }) => isAbout(path, raw.finding)).map(({ invariant }) => invariant);
      if (ids.length === 0) return undefined;
      const named = [...new Set(ids)].toSorted(compareText).join(', ');
      return { risk: 'C', reason: `without this edit the search does not find that ${named} breaks` };
    };
  },
});

/** Whether an edit is the value that a finding is about, or the whole of its element. */
function isAbout(path: BlamedEdit['path'], { attribute }: Pick<Finding, 'attribute'>): boolean {
  return path === undefined || attribute === '' || path[0] === attribute.split('.')[0];
}
