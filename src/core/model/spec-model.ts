import type { RevisionLabel } from '../diagnostics/location.ts';
import type { AttributesByKind, ElementKind } from '../language/collections.ts';
import type { Element, ElementKey } from './element.ts';

/** Everything that one revision declares, read and checked; nothing after loading looks at YAML again. */
export interface SpecModel {
  readonly revision: RevisionLabel;
  /** The project file; absent when the project does not exist in this revision. */
  readonly project: Element<'project'> | undefined;
  /** Every element, sorted by kind (in the order of the language) and id; the project file is not among them. */
  readonly elements: ReadonlyMap<ElementKey, Element>;
  /** False when a file could not be read, so that a name which nothing carries may be written there. */
  readonly complete: boolean;
  /** Elements that are written but could not be read, so that a name that means one of them is not wrong. */
  readonly withheld: ReadonlySet<ElementKey>;
  /** Elements of one kind, sorted by id. */
  ofKind<K extends ElementKind>(kind: K): readonly Element<K>[];
  get<K extends ElementKind>(kind: K, id: string): Element<K> | undefined;
  /** Parts of an element, sorted by id: `partsOf(lifecycle, 'transition')`. */
  partsOf<K extends ElementKind>(parent: Element, kind: K): readonly Element<K>[];
  /** What a name means where any element may be named (`objects:lot` says which collection); several when it is ambiguous. */
  named(reference: string): readonly Element[];
}

/** The package block of the project file. */
export type PackageFacts = AttributesByKind['project']['package'];
