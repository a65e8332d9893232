import { jsonText } from '../../diff/comparable.ts';
import type { Change } from '../../diff/delta.ts';
import type { Json } from '../../language/canonical.ts';
import type { Element } from '../../model/element.ts';

/** Whether a document is evidence of a supplier. */
export function isSupplied(document: Element): boolean {
  return (document as Element<'document'>).attributes.kind === 'supplier';
}

/** Whether every review of the evidence is still there, by the same person for the same function and day. */
export function keepsReviews({ from, to }: Change): boolean {
  const is = new Set(reviewsOf(to));
  return reviewsOf(from).every((review) => is.has(review));
}

function reviewsOf(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.map((review: Json) => jsonText(review)) : [];
}
