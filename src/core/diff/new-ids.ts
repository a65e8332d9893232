import type { Element, ElementKey } from '../model/element.ts';
import type { SpecModel } from '../model/spec-model.ts';

/** Elements whose id differs between the revisions: old key → new id. Empty when nothing was renamed. */
export type NewIds = ReadonlyMap<ElementKey, string>;

/** Where a value stands: references of the old revision are resolved from there. */
export interface Site {
  readonly base: SpecModel;
  readonly element: Element;
  readonly newIds: NewIds;
}

/** `T04` of `NCR.T04`. */
export function localName(id: string): string {
  return id.slice(id.lastIndexOf('.') + 1);
}
