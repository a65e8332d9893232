/** Which template lays out a document, or is one of its partials. */
export interface TemplateEntry {
  /** `impact-assessment`, `scope`. */
  readonly name: string;
  /** `site`: the project's own, in the place of the tool's or beside them. */
  readonly source: 'shipped' | 'site';
  /** Path below the project folder; null for one of the tool. */
  readonly file: string | null;
  /** SHA-256 in hexadecimal: of the file, or of the text that the tool ships. */
  readonly sha256: string;
}

/** A document with its template. */
export interface DocumentTemplateEntry extends TemplateEntry {
  readonly type: string;
  readonly title: string;
  /** Partials that it uses, sorted. */
  readonly partials: readonly string[];
  /** Values that the tool's template shows and this one does not. */
  readonly omits: readonly string[];
}

/** What lays out the documents of a project. */
export interface TemplateReport {
  /** Commit, or what else was read; null where there is no project. */
  readonly revision: string | null;
  readonly documents: readonly DocumentTemplateEntry[];
  readonly partials: readonly (TemplateEntry & { readonly usedBy: readonly string[] })[];
  readonly toolVersion: string;
}
