import { comparable } from '../../diff/comparable.ts';
import { definitionOf, KINDS } from '../../diff/kind-shapes.ts';
import type { Json } from '../../language/canonical.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';

/** What only helps readers: it may be reworded without anybody deciding again. */
const WORDS_FOR_READERS: ReadonlySet<string> = new Set(['title', 'description']);

/**
 * What an element of a revision says, its parts included, in a form that is equal for equal meaning: no titles, descriptions,
 * comments or positions. It identifies an element that came or went, of which there is no before or no after to compare.
 */
export function elementContent(element: Element, model: SpecModel): Json {
  const attributes = comparable(definitionOf(element.kind).shape, element.attributes as unknown as Json);
  const said = Object.entries(attributes as Readonly<Record<string, Json>>).filter(
    ([name]) => !WORDS_FOR_READERS.has(name),
  );
  const parts = partsOf(element, model).map((part): Json => [part.kind, part.localId, elementContent(part, model)]);
  return [Object.fromEntries(said), parts];
}

/** The elements that are written inside an element; none of one that is a part itself. */
export function partsOf(element: Element, model: SpecModel): readonly Element[] {
  if (element.parent !== undefined || definitionOf(element.kind).partAttributes.size === 0) return [];
  return partKinds(element).flatMap((kind) => model.partsOf(element, kind));
}

function partKinds(element: Element): readonly Element['kind'][] {
  return [...KINDS.values()].flatMap(({ parent, kind }) => (parent === element.kind ? [kind] : []));
}
