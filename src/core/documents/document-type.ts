import type { Json } from '../language/canonical.ts';
import type { DocumentContext } from './document-context.ts';

/** Types of document that this version writes. */
export type DocumentCode = 'IA' | 'RTM' | 'RSP' | 'IFS' | 'ERA' | 'IQ' | 'OQ';

/** DRAFT says why; nothing that a tool writes is ever approved. */
export interface DocumentStatus {
  readonly word: 'DRAFT' | 'FOR APPROVAL';
  readonly reasons: readonly string[];
}

/** What stands in header, footer and title block of a document. */
export interface DocumentFront {
  readonly type: DocumentCode;
  readonly title: string;
  /** From `numbering` of the project. */
  readonly number: string;
  /** `package.version` of head. */
  readonly revision: string;
  readonly status: DocumentStatus;
  readonly organisation: string;
  readonly site: string;
  readonly confidentiality: string;
  readonly package: { readonly id: string; readonly title: string; readonly version: string };
  /** First 12 digits of head's commit; `no commit` for a folder. */
  readonly commit: string;
  readonly tree: 'clean' | 'modified';
  readonly contentHash: string;
  /** Commit time of head in UTC; the only time that a document carries. */
  readonly generated: string;
  /** Templates of the project that lay the document out; absent where those of the tool do. */
  readonly siteTemplates?: readonly { readonly file: string; readonly sha256: string }[];
}

/**
 * A document type: what it states, as facts. Facts are typed data, the JSON twin of the printed document; how they are laid
 * out is the business of `render/documents` and of the template of the same name.
 */
export interface DocumentType<F = unknown> {
  readonly type: DocumentCode;
  /** `Impact assessment`. */
  readonly title: string;
  /** Name of template, view and schema: `impact-assessment`. */
  readonly id: string;
  /** JSON Schema 2020-12 of the facts. */
  readonly schema: { readonly [key: string]: Json };
  compose(context: DocumentContext, front: DocumentFront): F;
}
