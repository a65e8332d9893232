import { COLLECTIONS, PROJECT } from '../language/collections.ts';
import type { CollectionDefinition, ElementKind } from '../language/collections.ts';
import type { CollectionName, PartShape } from '../language/shape.ts';

/** What the language says about one kind of element. */
export interface KindDefinition {
  readonly kind: ElementKind;
  readonly noun: string;
  readonly shape: PartShape;
  readonly collection: CollectionName | 'project';
  /** Attributes whose entries are elements of their own and therefore not part of this one's content. */
  readonly partAttributes: ReadonlySet<string>;
  /** The kind whose part it is. */
  readonly parent: ElementKind | undefined;
}

/** Every kind of element, in the order of the language, the project file last. */
export const KINDS: ReadonlyMap<ElementKind, KindDefinition> = new Map(
  [...definitions()].map((definition) => [definition.kind, definition]),
);

/** The definition of a kind; every kind has one. */
export function definitionOf(kind: ElementKind): KindDefinition {
  const definition = KINDS.get(kind);
  if (definition === undefined) throw new Error(`Kind without definition: ${kind}`);
  return definition;
}

function* definitions(): Generator<KindDefinition> {
  const entries = Object.entries(COLLECTIONS) as [CollectionName, CollectionDefinition<ElementKind>][];
  for (const [collection, { kind, noun, shape, parts }] of entries) {
    const partAttributes = new Set(parts.map((part) => part.attribute));
    yield { kind, noun, shape, collection, partAttributes, parent: undefined };
    for (const part of parts) {
      yield {
        kind: part.kind as ElementKind,
        noun: part.noun,
        shape: part.shape,
        collection,
        partAttributes: new Set(),
        parent: kind,
      };
    }
  }
  yield {
    kind: 'project',
    noun: 'project file',
    shape: PROJECT,
    collection: 'project',
    partAttributes: new Set(),
    parent: undefined,
  };
}
