import { pdfText } from './pdf-syntax.ts';

/** Standard structure types (ISO 32000-1, 14.8.4) that documents use. */
export type StructureType =
  | 'Document'
  | 'Sect'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'Span'
  | 'Code'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Caption'
  | 'Figure'
  | 'Form'
  | 'Link'
  | 'Reference'
  | 'TOC'
  | 'TOCI';

/** What an element says beside its content. */
export interface ElementFacts {
  /** Read aloud in place of the content, as for a figure or a blank. */
  readonly alternative?: string;
  /** An attribute dictionary as PDF spells it. */
  readonly attributes?: string;
}

/** Takes objects that are no streams: a number first, the body when it is known. */
export interface ObjectStore {
  reserve(): number;
  put(id: number, body: string): void;
}

/**
 * An element of the logical structure: what a screen reader walks through. Content that is drawn on several pages
 * is one element with several marked contents. A closed element is written and takes no memory but its number.
 */
export class StructureElement {
  readonly id: number;
  readonly type: StructureType;
  readonly #store: ObjectStore;
  readonly #parent: number;
  readonly #facts: ElementFacts | undefined;
  /** Children that are open, and what is written: marked contents of the first page as numbers, the rest as PDF. */
  #kids: (StructureElement | number | string)[] = [];
  #firstOpen = 0;
  /** Number of the page object that plain marked contents refer to; 0 before there is one. */
  #page = 0;
  /** Something below is still to come: neither this nor what is pinned below is written before the end. */
  #held = false;
  /** More comes to this element itself. */
  #pinned = false;
  #closed = false;
  readonly #above: StructureElement | undefined;
  /** Place among the children of what it stands in. */
  readonly #place: number;

  constructor(store: ObjectStore, type: StructureType, parent: number, facts?: ElementFacts, above?: StructureElement) {
    this.#store = store;
    this.id = store.reserve();
    this.type = type;
    this.#parent = parent;
    this.#facts = facts;
    this.#above = above;
    this.#place = above === undefined ? 0 : above.#kids.push(this) - 1;
  }

  /** A new last child. */
  child(type: StructureType, facts?: ElementFacts): StructureElement {
    return new StructureElement(this.#store, type, this.id, facts, this);
  }

  /** Notes that the marked content `mcid` of a page belongs here. */
  content(page: number, mcid: number): void {
    if (this.#page === 0) this.#page = page;
    this.#kids.push(this.#page === page ? mcid : `<</Type/MCR/Pg ${page} 0 R/MCID ${mcid}>>`);
  }

  /** Notes that an annotation of a page belongs here. */
  annotation(page: number, annotation: number): void {
    this.#kids.push(`<</Type/OBJR/Pg ${page} 0 R/Obj ${annotation} 0 R>>`);
  }

  /** Keeps this element with all below it open until the end of the document. */
  pin(): void {
    this.#pinned = true;
    for (let above = this.#above; above !== undefined; above = above.#above) above.#held = true;
  }

  /** Closes the children that are complete: all but `except` and what is pinned. */
  closeChildren(except?: StructureElement): void {
    for (let at = this.#firstOpen; at < this.#kids.length; at += 1) {
      const kid = this.#kids[at];
      if (kid instanceof StructureElement && kid !== except) kid.close();
    }
    while (this.#firstOpen < this.#kids.length && !(this.#kids[this.#firstOpen] instanceof StructureElement))
      this.#firstOpen += 1;
  }

  /** Writes this element and all below it, except what is pinned. */
  close(): void {
    if (this.#closed || this.#pinned) return;
    this.closeChildren();
    if (!this.#held) this.#write();
  }

  /** Writes this element and all below it. */
  finish(): void {
    if (this.#closed) return;
    for (const kid of this.#kids) if (kid instanceof StructureElement) kid.finish();
    this.#write();
  }

  #write(): void {
    const facts = this.#facts;
    let body = `<</S/${this.type}/P ${this.#parent} 0 R`;
    if (facts?.attributes !== undefined) body += `/A${facts.attributes}`;
    if (facts?.alternative !== undefined) body += `/Alt${pdfText(facts.alternative)}`;
    if (this.#page !== 0) body += `/Pg ${this.#page} 0 R`;
    const kids = this.#kids.map((kid) => (kid instanceof StructureElement ? `${kid.id} 0 R` : `${kid}`));
    if (kids.length === 1) body += `/K ${kids[0] ?? ''}`;
    else if (kids.length > 1) body += `/K[${kids.join(' ')}]`;
    this.#store.put(this.id, `${body}>>`);
    this.#kids = [];
    this.#closed = true;
    if (this.#above !== undefined) this.#above.#kids[this.#place] = `${this.id} 0 R`;
  }
}

/** The structure of one document, and the way back from marked contents and annotations to their elements. */
export class Structure {
  /** The element that all others stand in. */
  readonly document: StructureElement;
  readonly #store: ObjectStore;
  readonly #root: number;
  /** The parent tree by its keys. */
  readonly #owners: number[] = [];

  constructor(store: ObjectStore) {
    this.#store = store;
    this.#root = store.reserve();
    this.document = new StructureElement(store, 'Document', this.#root);
  }

  /** Writes an annotation that belongs to `element`; `body` is its dictionary without the closing brackets. */
  annotate(element: StructureElement, page: number, body: string): number {
    const annotation = this.#store.reserve();
    this.#store.put(annotation, `${body}/P ${page} 0 R/StructParent ${this.#owners.push(element.id) - 1}>>`);
    element.annotation(page, annotation);
    return annotation;
  }

  /** The key of a page whose marked contents belong to `owners`, by MCID. */
  pageKey(owners: readonly number[]): number {
    const list = this.#store.reserve();
    this.#store.put(list, `[${owners.map((owner) => `${owner} 0 R`).join(' ')}]`);
    return this.#owners.push(list) - 1;
  }

  /** Writes what is still open and the root; gives the number of the root. */
  finish(): number {
    this.document.finish();
    const tree = this.#store.reserve();
    this.#store.put(tree, `<</Nums[${this.#owners.map((owner, key) => `${key} ${owner} 0 R`).join(' ')}]>>`);
    this.#store.put(
      this.#root,
      `<</Type/StructTreeRoot/K ${this.document.id} 0 R/ParentTree ${tree} 0 R/ParentTreeNextKey ${this.#owners.length}>>`,
    );
    return this.#root;
  }
}

/** Attributes of header cells and spanning cells. */
export const COLUMN_HEADER: ElementFacts = { attributes: '<</O/Table/Scope/Column>>' };
export const ROW_HEADER: ElementFacts = { attributes: '<</O/Table/Scope/Row>>' };
export function spanning(columns: number): ElementFacts {
  return { attributes: `<</O/Table/ColSpan ${columns}>>` };
}

/** A list whose labels are drawn as text. */
export function listOf(ordered: boolean): ElementFacts {
  return { attributes: `<</O/List/ListNumbering/${ordered ? 'Decimal' : 'Disc'}>>` };
}

/** Room for a pen: a printed form field (ISO 32000-1, 14.8.5.6) that a screen reader hears as a blank. */
export function penField(what: string, role: 'text' | 'check box'): ElementFacts {
  const spoken = role === 'text' ? `${what}: blank, to be filled by hand` : `${what}: check box, blank`;
  const attributes = `<</O/PrintField/Role/${role === 'text' ? 'tv' : 'cb/checked/off'}>>`;
  return { alternative: spoken, attributes };
}
