import { isObject } from '../../diff/comparable.ts';
import { identical } from '../../diff/compare-attributes.ts';
import type { Json } from '../../language/canonical.ts';

/** Whether two lists of scenario steps differ in nothing but remarks that are only printed. */
export function differInNotesOnly(from: Json | undefined, to: Json | undefined): boolean {
  return from !== undefined && to !== undefined && identical(withoutNotes(from), withoutNotes(to));
}

/** The steps of a scenario without their remarks. */
function withoutNotes(steps: Json): Json {
  if (!Array.isArray(steps)) return steps;
  return steps.map((step: Json) =>
    isObject(step) ? Object.fromEntries(Object.entries(step).filter(([name]) => name !== 'note')) : step,
  );
}
