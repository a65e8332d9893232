import type { Edit } from './edit.ts';
import { withNeeds, withoutEdit } from './edit-needs.ts';
import type { EditNeeds } from './edit-needs.ts';

/** What a set of edits does to the invariant; `unknown` where the search could not tell. */
export type Outcome = 'breaks' | 'does not break' | 'unknown';

/** Which edits break an invariant? */
export interface BlameQuestion {
  /** Every edit of the change, sorted. */
  readonly edits: readonly Edit[];
  /** Those that can matter, the likeliest ones first. */
  readonly suspects: readonly (readonly Edit[])[];
  readonly needs: EditNeeds;
  /** Explores base with only these edits. */
  judge(edits: readonly Edit[]): Outcome;
  /** How many judgements there may be. */
  readonly judgementsAtMost: number;
}

export interface FewestEdits {
  readonly edits: readonly Edit[];
  /** False when a smaller set may exist: the limit was reached, or a search could not tell. */
  readonly minimal: boolean;
  /** Sets of edits that were judged. */
  readonly judgements: number;
}

/**
 * A smallest set of edits that breaks the invariant, in the sense that it does not break when any one of them, with what
 * cannot be without it, is undone: delta debugging (Zeller, Hildebrandt 2002, ddmin) over sets that are closed under what
 * they need, and then each edit on its own. All edits where no set of them is seen to break it. The same question gets the same answer on every machine.
 */
export function fewestEdits(question: BlameQuestion): FewestEdits {
  const { edits, suspects, needs, judgementsAtMost } = question;
  const known = new Map<string, Outcome>();
  known.set('', 'does not break');
  const count = { judged: 0, doubts: 0 };
  const breaks = (some: readonly Edit[]): boolean => {
    const name = nameOf(some);
    let outcome = known.get(name);
    if (outcome === undefined) {
      if (count.judged >= judgementsAtMost) {
        count.doubts += 1;
        return false;
      }
      count.judged += 1;
      known.set(name, (outcome = question.judge(some)));
    }
    if (outcome === 'unknown') count.doubts += 1;
    return outcome === 'breaks';
  };
  const closed = (some: readonly Edit[]): readonly Edit[] => withNeeds(some, needs, edits);
  const start = [...suspects, edits].map(closed).find(breaks);
  if (start === undefined) return { edits, minimal: false, judgements: count.judged };
  let fewest = closed(ddmin(start, (some) => breaks(closed(some))));
  // Doubts on the way cost time at worst; those about the last steps leave open whether fewer edits would do.
  let undone: readonly Edit[] | undefined = fewest;
  while (undone !== undefined) {
    fewest = undone;
    count.doubts = 0;
    undone = fewest.map((edit) => withoutEdit(fewest, edit, needs)).find(breaks);
  }
  return { edits: fewest, minimal: count.doubts === 0, judgements: count.judged };
}

/** Fewer of the items that still fail: halves, quarters …, then everything but one of them. */
function ddmin<T>(all: readonly T[], fails: (some: readonly T[]) => boolean): readonly T[] {
  let current = all;
  let pieces = 2;
  while (current.length >= 2) {
    const chunks = divided(current, pieces);
    const chunk = chunks.find(fails);
    const rest = chunk === undefined && pieces > 2 ? chunks.map((one) => without(current, one)).find(fails) : undefined;
    if (chunk !== undefined) {
      current = chunk;
      pieces = 2;
    } else if (rest !== undefined) {
      current = rest;
      pieces = Math.max(pieces - 1, 2);
    } else if (pieces >= current.length) {
      break;
    } else {
      pieces = Math.min(current.length, pieces * 2);
    }
  }
  return current;
}

function divided<T>(items: readonly T[], pieces: number): readonly (readonly T[])[] {
  const size = Math.ceil(items.length / pieces);
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

function without<T>(items: readonly T[], some: readonly T[]): readonly T[] {
  const gone = new Set(some);
  return items.filter((item) => !gone.has(item));
}

function nameOf(edits: readonly Edit[]): string {
  return edits.map(({ id }) => id).join('\n');
}
