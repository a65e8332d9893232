import { compareText } from '../../diagnostics/order.ts';
import type { Finding } from '../finding.ts';
import { defineAdjustment, keysOf } from './adjustment.ts';

/** An edit of the smallest set, and what it opens. */
interface Opening {
  readonly what: string;
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
      for (const { element, what } of blame?.edits ?? []) {
        const group = openings.get(element);
        if (group === undefined) openings.set(element, [{ what, invariant }]);
        else group.push({ what, invariant });
      }
    }
    return (raw) => {
      const found = keysOf(raw).flatMap((key) => openings.get(key) ?? []);
      const ids = found.filter(({ what }) => isAbout(what, raw.finding)).map(({ invariant }) => invariant);
      if (ids.length === 0) return undefined;
      const named = [...new Set(ids)].toSorted(compareText).join(', ');
      return { risk: 'C', reason: `without this edit the search does not find that ${named} breaks` };
    };
  },
});

/** Whether an edit is the value that a finding is about, or the whole of its element; only an edit of a value names its path. */
function isAbout(what: string, { attribute }: Pick<Finding, 'attribute'>): boolean {
  const [, path] = /^(\S+) changed(?: from |$)/u.exec(what) ?? [];
  return path === undefined || attribute === '' || path.split('.')[0] === attribute.split('.')[0];
}
