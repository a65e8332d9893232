import type { RevisionLabel } from '../diagnostics/location.ts';

/** One spec file as its revision holds it, before anything was read from it. */
export interface SourceFile {
  readonly revision: RevisionLabel;
  /** Path below the project folder, with `/`. */
  readonly file: string;
  /** The content as it is stored, byte for byte. */
  readonly bytes: Uint8Array;
  /** Content address: git's blob id, in the working tree that of what git would store, or `sha256:<hex>` outside git. Files with one id say the same and are parsed once. */
  readonly contentId: string;
}

/** One template of the project, read from the same revision as its spec files. */
export interface TemplateFile extends SourceFile {
  /** Path below the folder of templates: `impact-assessment.md.hbs`, `partials/scope.hbs`. */
  readonly name: string;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly sha256: string;
}

/** Which state of the project was read. Everything here is a fact of the commit, never of how it was asked for. */
export interface RevisionIdentity {
  readonly label: RevisionLabel;
  /** `commit`, or a tree that no commit holds: `worktree`, `index`, `folder`; `none` when there is no such revision. */
  readonly kind: 'commit' | 'worktree' | 'index' | 'folder' | 'none';
  /** Full commit id; for worktree and index the commit they start from; absent for a folder. */
  readonly commit?: string;
  /** Full id of the project folder's tree in that commit. */
  readonly tree?: string;
  /** Committer date of `commit`, ISO 8601 in UTC (`2026-03-02T08:00:00Z`); absent for a folder. */
  readonly instant?: string;
  readonly author?: string;
  readonly subject?: string;
  /** True when files of the project differ from `commit`. */
  readonly modified: boolean;
}

/** A revision of a project as the io layer hands it over. */
export interface SourceRevision {
  readonly identity: RevisionIdentity;
  /** Sorted by path; the project file `countersign.yaml` first. Empty when the project does not exist in this revision. */
  readonly files: readonly SourceFile[];
  /** Templates that the project lays its documents out by, sorted by path; absent when the project file declares none. */
  readonly templates?: readonly TemplateFile[];
}
