import type { Json } from '../../language/canonical.ts';
import { items, without } from './values.ts';

/** How a list of names moved: names may be lost and gained in one edit. */
export interface ListMove {
  readonly lost: boolean;
  readonly gained: boolean;
}

/** A list that names nothing where it is not declared. */
export function listMove(from: Json | undefined, to: Json | undefined): ListMove {
  const [was, is] = [items(from), items(to)];
  return { lost: without(was, is).length > 0, gained: without(is, was).length > 0 };
}

/** A list that stands for everything where it is not declared, what does not exist yet included. */
export function scopeMove(from: Json | undefined, to: Json | undefined): ListMove {
  if (from === undefined || to === undefined) return { lost: from === undefined, gained: to === undefined };
  return listMove(from, to);
}
