import type { Location, RevisionLabel } from '../../diagnostics/location.ts';
import type { AttributesByKind, ElementKind } from '../../language/collections.ts';
import type { PositionIndex, PositionNode } from '../../source/position-index.ts';
import { childPointer } from '../../source/spec-document.ts';
import type { Element, ElementKey } from '../element.ts';
import { writtenIndex } from './written-order.ts';

/** What a file says of one element, whatever the file is called and in whichever revision it stands. */
export interface ElementFacts extends Pick<
  Element,
  'kind' | 'id' | 'localId' | 'key' | 'collection' | 'parent' | 'attributes'
> {
  /** Keys and list positions that lead to it from the top of the file. */
  readonly written: readonly (string | number)[];
}

/** A file in which elements are written, in one revision. */
export interface WrittenFile {
  readonly revision: RevisionLabel;
  readonly file: string;
  /** Where its values stand: found when somebody asks. */
  positions(): PositionIndex;
}

/** An element of the model from what its file says of it. */
export function makeElement(facts: ElementFacts, source: WrittenFile): Element {
  return Object.freeze(new WrittenElement(facts, source));
}

/**
 * A class, and no object of closures: a large project has a hundred thousand elements, and most are never asked where they
 * are written.
 */
class WrittenElement implements Element {
  readonly kind: ElementKind;
  readonly id: string;
  readonly localId: string;
  readonly key: ElementKey;
  readonly collection: Element['collection'];
  declare readonly parent?: ElementKey;
  readonly attributes: AttributesByKind[ElementKind];
  readonly #facts: ElementFacts;
  readonly #source: WrittenFile;

  constructor(facts: ElementFacts, source: WrittenFile) {
    this.kind = facts.kind;
    this.id = facts.id;
    this.localId = facts.localId;
    this.key = facts.key;
    this.collection = facts.collection;
    if (facts.parent !== undefined) this.parent = facts.parent;
    this.attributes = facts.attributes;
    this.#facts = facts;
    this.#source = source;
  }

  get file(): string {
    return this.#source.file;
  }

  get at(): Location {
    return locateKey(this.#source, this.#facts.written);
  }

  locate(path: readonly (string | number)[], part: 'key' | 'value' = 'value'): Location {
    const index = this.#source.positions();
    const top = placeOf(index, this.#facts.written);
    return locationOf(this.#source, placeBelow(index, top, this.attributes, path), part);
  }
}

/** Where the key at a way from the top of a file is written. */
export function locateKey(source: WrittenFile, written: readonly (string | number)[]): Location {
  return locationOf(source, placeOf(source.positions(), written), 'key');
}

/** A value in the positions of its file, and the way to it. */
interface Place {
  readonly node: PositionNode;
  readonly pointer: string;
}

function placeOf(index: PositionIndex, written: readonly (string | number)[]): Place {
  let node: PositionNode = 0;
  let pointer = '';
  for (const step of written) {
    const child = index.child(node, step);
    if (child === undefined) throw new Error(`Nothing is written at ${pointer}/${step}, where an element was read.`);
    node = child;
    pointer = childPointer(pointer, step);
  }
  return { node, pointer };
}

/**
 * The place of the value at a canonical path below another one, or of the nearest value around it that is written. `value` is
 * the canonical value at `place`: it says where list items that were sorted stood.
 */
function placeBelow(index: PositionIndex, place: Place, value: unknown, path: readonly (string | number)[]): Place {
  let { node, pointer } = place;
  let canonical = value;
  for (const step of path) {
    const list = Array.isArray(canonical) ? (canonical as readonly unknown[]) : undefined;
    const below = index.isMapping(node)
      ? typeof step === 'string' || list === undefined
        ? String(step)
        : undefined
      : index.isList(node) && typeof step === 'number'
        ? writtenIndex(list, step)
        : undefined;
    canonical = memberOf(canonical, step);
    // Elsewhere a single value stands for a list of one, or a bare value for a part: it is its own place.
    if (below === undefined) continue;
    const child = index.child(node, below);
    if (child === undefined) break;
    node = child;
    pointer = childPointer(pointer, below);
  }
  return { node, pointer };
}

/** Where a value, or the key that names it, is written; a list item has no key and answers with itself. */
function locationOf(source: WrittenFile, { node, pointer }: Place, part: 'key' | 'value'): Location {
  const { revision, file } = source;
  const index = source.positions();
  const top = { line: 1, column: 1 };
  const span =
    part === 'value'
      ? index.span(node)
      : (index.keySpan(node) ?? (node === 0 ? { start: top, end: top } : index.span(node)));
  return { revision, file, pointer, span };
}

function memberOf(value: unknown, step: string | number): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string | number, unknown>>)[step]
    : undefined;
}
