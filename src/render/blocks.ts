/**
 * The document tree: what a rendered template is and what a writer (PDF today) lays out.
 * Plain readonly data, discriminated by `kind`, free of units of any output format except where a field says points.
 */

/** Where in a template a block or a piece of text was written; `line` counts from 1. */
export interface TemplatePosition {
  readonly template: string;
  readonly line: number;
}

/** A stretch of running text. */
export type Inline = Text | Strong | Emphasis | Code | Link | ExternalLink | LineBreak;

export interface Text {
  readonly kind: 'text';
  readonly text: string;
}

export interface Strong {
  readonly kind: 'strong';
  readonly content: readonly Inline[];
}

export interface Emphasis {
  readonly kind: 'emphasis';
  readonly content: readonly Inline[];
}

/** An identifier, state or value as the system under validation spells it; printed in the code face. */
export interface Code {
  readonly kind: 'code';
  readonly text: string;
}

/**
 * A jump to the heading, row or block with the id `target` in the same document. A target that the document does not
 * have is an error, unless `weak` is set: then the text prints without a jump.
 */
export interface Link {
  readonly kind: 'link';
  readonly target: string;
  readonly weak?: true;
  readonly content: readonly Inline[];
}

/** An address outside the document: its text prints, and the address in brackets where it differs; nothing is fetched. */
export interface ExternalLink {
  readonly kind: 'external-link';
  readonly url: string;
  readonly content: readonly Inline[];
}

/** A new line inside a paragraph or cell. */
export interface LineBreak {
  readonly kind: 'line-break';
}

/**
 * Weight of a row, cell or box; every tone stays readable on a grey printout (a bar or mark goes with the tint). A `small` row is
 * small print below the row that explains it.
 */
export type Tone = 'plain' | 'muted' | 'small' | 'good' | 'warn' | 'high' | 'critical';

/** Who wrote a section: G generated from the specification, A authored text of the specification, H by hand. */
export type Authorship = 'G' | 'A' | 'H';

interface Placed {
  /** Where the template wrote it, for error messages. */
  readonly source?: TemplatePosition;
}

/** A section title; numbered `1`, `1.1` … by the writer unless `numbered` is false. */
export interface Heading extends Placed {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  readonly content: readonly Inline[];
  /** Destination of links; unique in the document. */
  readonly id?: string;
  /** Printed small at the right edge of headings of level 1 and 2. */
  readonly authorship?: readonly Authorship[];
  /** False: no number (appendix title with its own letter, authored sub-title). Default true. */
  readonly numbered?: boolean;
}

export interface Paragraph extends Placed {
  readonly kind: 'paragraph';
  readonly content: readonly Inline[];
  readonly id?: string;
  readonly tone?: Tone;
}

export interface List extends Placed {
  readonly kind: 'list';
  readonly ordered: boolean;
  /** Number of the first item of an ordered list; default 1. */
  readonly start?: number;
  readonly items: readonly (readonly Block[])[];
}

/** A column of a table. Without widths the columns share the page by their content. */
export interface TableColumn {
  readonly header: readonly Inline[];
  /** Share of the width that fixed columns leave, relative to the other `width`s. */
  readonly width?: number;
  /** Fixed width in points. */
  readonly points?: number;
  readonly align?: 'left' | 'right' | 'center';
  /** `code` sets every text of the column in the code face. */
  readonly font?: 'text' | 'code';
}

/** What may stand in a cell. */
export type CellBlock = Paragraph | List | Blank;

/** A cell is never empty: it holds text, `N/A – reason`, or a blank to be filled by hand. */
export interface TableCell {
  readonly content: readonly CellBlock[];
  readonly tone?: Tone;
}

export interface TableRow extends Placed {
  readonly cells: readonly TableCell[];
  /** Destination of links; unique in the document. */
  readonly id?: string;
  readonly tone?: Tone;
}

/** A table whose header repeats on every page and whose tall rows split between lines. */
export interface Table extends Placed {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly caption?: readonly Inline[];
  /** What the pages after the first call the table, `continued` after it; default the caption. */
  readonly continued?: readonly Inline[];
  readonly id?: string;
}

/** Label and value pairs, in one or two pairs abreast. */
export interface KeyValueTable extends Placed {
  readonly kind: 'key-value';
  readonly entries: readonly { readonly label: string; readonly content: readonly CellBlock[]; readonly tone?: Tone }[];
  /** Pairs side by side; default 1. */
  readonly abreast?: 1 | 2;
}

/**
 * Room that a person fills by hand: `line` is one ruled line after its label (alone in a cell it rules the whole cell), `box` is `lines` ruled lines in a frame,
 * `pass-fail` is a pair of empty check boxes marked P and F, `yes-no` one marked Y, N and N/A.
 */
export interface Blank extends Placed {
  readonly kind: 'blank';
  readonly shape: 'line' | 'box' | 'pass-fail' | 'yes-no';
  /** Ruled lines of a `line` or `box`; default 1 for `line`, 3 for `box`. */
  readonly lines?: number;
  readonly label?: string;
}

/** One signatory of an approval table. A name that no person wrote may only appear as `designated`. */
export interface Signatory {
  /** The function that signs, as in `Quality, pre-approval`. */
  readonly role: string;
  /** Prints as `designated: …` in the name field; absent leaves the field blank. */
  readonly designated?: string;
  /** What the signature means. */
  readonly meaning: string;
}

/** Approval table with tall ruled rows, on one page together with its title and the heading before it. */
export interface SignatureBlock extends Placed {
  readonly kind: 'signatures';
  readonly title?: string;
  readonly signatories: readonly Signatory[];
}

/** A bordered box with a bold title: a decision, a gap, a warning, the reasons of a draft. */
export interface Callout extends Placed {
  readonly kind: 'callout';
  readonly tone: Tone;
  readonly title: readonly Inline[];
  readonly content: readonly Block[];
  readonly id?: string;
}

/** Verbatim text in the code face; long lines wrap with a mark. */
export interface CodeBlock extends Placed {
  readonly kind: 'code-block';
  readonly text: string;
}

export interface PageBreak extends Placed {
  readonly kind: 'page-break';
}

/** A thin rule across the text. */
export interface Rule extends Placed {
  readonly kind: 'rule';
}

/** Blocks on landscape pages of their own; the pages after it are portrait again. */
export interface LandscapeSection extends Placed {
  readonly kind: 'landscape';
  readonly content: readonly Block[];
}

/** Contents with page numbers, of the headings down to `depth` (default 2). */
export interface Contents extends Placed {
  readonly kind: 'contents';
  readonly title: string;
  readonly depth?: number;
}

/** Blocks that stay on one page where a page can hold them. */
export interface KeepTogether extends Placed {
  readonly kind: 'keep-together';
  readonly content: readonly Block[];
}

/** How the outline of a shape is drawn; lengths in points at full size, colours as `#rrggbb`. */
export interface FigureStroke {
  readonly colour: string;
  readonly width: number;
  /** Lengths of strokes and gaps in turn; absent for a line without gaps. */
  readonly dash?: readonly number[];
}

/** One move of a pen: to a point (M), straight (L) or by a cubic curve (C) to it, or back to where the outline began (Z). */
export type FigureMove =
  | readonly ['M' | 'L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z'];

export interface FigurePath {
  readonly kind: 'path';
  readonly moves: readonly FigureMove[];
  readonly stroke?: FigureStroke;
  readonly fill?: string;
}

export interface FigureRectangle {
  readonly kind: 'rectangle';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Radius of the corners; default 0. */
  readonly radius?: number;
  readonly stroke?: FigureStroke;
  readonly fill?: string;
}

/** One line of text; `y` is the line on which its letters stand, `anchor` says which end or middle of it `x` is. */
export interface FigureText {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly face: 'plain' | 'strong' | 'emphasis';
  readonly colour: string;
}

export type FigureShape = FigurePath | FigureRectangle | FigureText;

/**
 * A drawing of lines and letters, in points at full size, counted from its upper left corner; what lies outside its box is not
 * drawn. A writer makes it smaller where it must, as long as it stays legible, and divides it where that is not enough.
 */
export interface Figure extends Placed {
  readonly kind: 'figure';
  readonly id?: string;
  readonly caption?: readonly Inline[];
  /** The drawing in words, made from the same data, for those who do not see it. */
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  /** Drawn one after the other. */
  readonly shapes: readonly FigureShape[];
  /** Height of the head that every part of a divided figure repeats; absent = it has none. */
  readonly head?: number;
  /** Heights at which the figure may be divided, ascending; absent or empty = it is divided like a map, into sheets. */
  readonly cuts?: readonly number[];
}

export type Block =
  | Heading
  | Paragraph
  | List
  | Table
  | KeyValueTable
  | Blank
  | SignatureBlock
  | Callout
  | CodeBlock
  | PageBreak
  | Rule
  | LandscapeSection
  | Contents
  | KeepTogether
  | Figure;

export type DocumentBlocks = readonly Block[];

/** What every page says about its document; all of it is given, nothing is looked up or guessed by a writer. */
export interface DocumentMeta {
  readonly title: string;
  /** In words, as `Impact assessment`. */
  readonly documentType: string;
  readonly number: string;
  readonly revision: string;
  readonly status: 'DRAFT' | 'FOR APPROVAL';
  /** Why it is a draft; printed first on page 1. */
  readonly statusReasons: readonly string[];
  readonly organisation: string;
  readonly site: string;
  readonly confidentiality: string;
  readonly packageId: string;
  readonly packageVersion: string;
  /** First 12 digits of the commit of head, or a word such as `no commit`. */
  readonly commit: string;
  readonly tree: 'clean' | 'modified';
  /** Short form of the hash of the document's content. */
  readonly contentHash: string;
  readonly tool: string;
  readonly toolVersion: string;
  /** Time of the commit in UTC, ISO 8601 with seconds and `Z`, or `no commit`; the only time that a document carries. */
  readonly generated: string;
}

/** A file that travels inside a document whose format can hold files. */
export interface DocumentAttachment {
  /** ASCII, unique in the document. */
  readonly name: string;
  readonly description: string;
  /** As `application/json`. */
  readonly mediaType: string;
  /** `data`: what the document says, for programs; `source`: what it was made from. */
  readonly relationship: 'data' | 'source';
  readonly bytes: Uint8Array;
}

/** A document as a writer takes it. */
export interface RenderedDocument {
  readonly meta: DocumentMeta;
  readonly blocks: DocumentBlocks;
  readonly attachments?: readonly DocumentAttachment[];
}

/** Running text of one plain string. */
export function plain(text: string): readonly Inline[] {
  return [{ kind: 'text', text }];
}

/** The characters of running text, without styles; a line break counts as a space. */
export function inlineText(content: readonly Inline[]): string {
  return content
    .map((span) => {
      if (span.kind === 'text' || span.kind === 'code') return span.text;
      return span.kind === 'line-break' ? ' ' : inlineText(span.content);
    })
    .join('');
}
