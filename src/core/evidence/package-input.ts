import type { Digest } from '../digest.ts';
import type { SourceRevision } from '../source/source-file.ts';
import type { PackageManifest } from './package-manifest.ts';

/** One document as it goes into the package: printed form and JSON twin. */
export interface PackagedDocument {
  /** Document number as printed, without the type. */
  readonly number: string;
  readonly type: string;
  readonly title: string;
  readonly revision: string;
  readonly status: string;
  readonly pdf: Uint8Array;
  /** The same facts as JSON, LF, with a line feed at the end. */
  readonly data: string;
  /** Section headings of the PDF with their page, counted from 1, where the cover shall point into it. */
  readonly outline?: readonly { readonly title: string; readonly page: number }[];
}

/** Tables of the package for spreadsheets, one file of `data/tables`. */
export interface PackagedTables {
  /** Number as a document would have it, of the type TAB. */
  readonly number: string;
  /** A workbook (XLSX). */
  readonly workbook: Uint8Array;
}

/** What the documents were made from, one file of `data/analysis`. */
export interface PackagedAnalysis {
  readonly name: 'diff' | 'impact' | 'trace' | 'exploration';
  readonly data: string;
}

/** What the cover page is drawn from. */
export interface CoverFacts {
  /** The manifest with every file but the cover itself. */
  readonly manifest: PackageManifest;
  readonly documents: readonly PackagedDocument[];
  /** Facts that must be seen before anything is opened, such as why documents are drafts. */
  readonly notices: readonly string[];
}

/** Everything that a package is made of; both revisions are given as read, with their spec files. */
export interface PackageInput {
  readonly tool: { readonly name: string; readonly version: string };
  readonly rulesVersion: string;
  readonly languageVersion: number;
  readonly project: { readonly id: string; readonly title: string; readonly version: string };
  readonly base: SourceRevision;
  readonly head: SourceRevision;
  /** In the order in which they should be read. */
  readonly documents: readonly PackagedDocument[];
  readonly analyses: readonly PackagedAnalysis[];
  readonly tables?: PackagedTables;
  readonly notices: readonly string[];
  readonly digest: Digest;
  /** Draws `data/index.html`. */
  readonly drawCover: (facts: CoverFacts) => string;
}
