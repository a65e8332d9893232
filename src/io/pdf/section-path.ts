import type { StructureElement } from './structure.ts';

/** The sections that are open, from the document down: every heading opens one in the one that it belongs to. */
export class SectionPath {
  /** What all sections stand in. */
  readonly document: StructureElement;
  readonly #path: { readonly level: number; readonly element: StructureElement }[];

  constructor(document: StructureElement) {
    this.document = document;
    this.#path = [{ level: 0, element: document }];
  }

  /** The section that the next block stands in. */
  get current(): StructureElement {
    return this.#path.at(-1)?.element ?? this.document;
  }

  /** Ends the sections that a heading of this level ends, and opens its own. */
  open(level: number): StructureElement {
    while ((this.#path.at(-1)?.level ?? 0) >= level) this.#path.pop();
    const element = this.current.child('Sect');
    this.#path.push({ level, element });
    return element;
  }

  /** Writes what is complete when all that was laid out is drawn: everything but the open sections. */
  settle(): void {
    this.#path.forEach(({ element }, index) => element.closeChildren(this.#path[index + 1]?.element));
  }
}
