import type { Diagnostic } from '../core/diagnostics/diagnostic.ts';
import type { RevisionLabel } from '../core/diagnostics/location.ts';
import type { ParseCache } from '../core/model/load-model.ts';
import type { RevisionIdentity, SourceFile, SourceRevision } from '../core/source/source-file.ts';
import type { RenderedDocument } from '../render/blocks.ts';
import type { WorkbookSheet } from '../render/lists/workbook-sheets.ts';
import type { ExploreAnswer, ExploreJob } from './explore-job.ts';

/** How a user names the two revisions of a comparison. */
export interface RangeRequest {
  /** `A..B`, `A...B`, `A`, or absent. */
  readonly range?: string;
  /** A revision, `WORKTREE`, `INDEX`, `dir:PATH`, or the path of a folder that is no revision. */
  readonly base?: string;
  readonly head?: string;
  /** Where the project stood at base, below the top of the repository, when its folder was renamed since. */
  readonly baseProject?: string;
}

/** A commit between base and head. */
export interface CommitSummary {
  readonly commit: string;
  readonly author: string;
  /** Committer date, ISO 8601 in UTC. */
  readonly instant: string;
  readonly subject: string;
}

/** Where the project's files come from. Reads, never writes; problems of the run are thrown as `Failure`. */
export interface RevisionSource {
  /** Both revisions of a comparison; `notices` are facts worth saying on stderr (several projects, dirty tree …). */
  readRange(request: RangeRequest): Promise<{
    base: SourceRevision;
    head: SourceRevision;
    notices: readonly string[];
    diagnostics: readonly Diagnostic[];
  }>;
  /** One revision: a git revision, `WORKTREE`, `INDEX`, or absent for the folder as it lies there. */
  readOne(
    revision: string | undefined,
    label: RevisionLabel,
  ): Promise<{ revision: SourceRevision; notices: readonly string[]; diagnostics: readonly Diagnostic[] }>;
  /**
   * Commits that lead from base to head and touch the project, newest first, at most 200 (`truncated` says whether there are
   * more); none where an end is no commit. Both must have been read by this source.
   */
  listCommits(
    base: RevisionIdentity,
    head: RevisionIdentity,
  ): Promise<{ commits: readonly CommitSummary[]; truncated: boolean }>;
  /**
   * Where the project lies on disk, the folders from which its spec files are read: nothing may be written there, and where it
   * lies below the top of its repository, with `/`; empty at the top and without a repository.
   */
  place(): Promise<{ projectFolder: string; specFolders: readonly string[]; inRepository: string }>;
}

/**
 * What earlier runs read from contents that have not changed since. Nothing depends on it: without it everything is read
 * again, and the result is the same to the byte.
 */
export interface ReadingStore {
  /** Puts what is known of these files into the cache. */
  recall(files: readonly SourceFile[], cache: ParseCache): Promise<void>;
  /** Keeps what the cache holds of these files for later runs, where nothing was wrong with them. */
  keep(files: readonly SourceFile[], cache: ParseCache): Promise<void>;
}

/** Does an exploration where it does not stop the program from answering, and says how far it is. */
export interface ExplorationRunner {
  /** Throws what the job throws; ends early, with what was seen so far, when the user asks for it. */
  run(job: ExploreJob): Promise<ExploreAnswer>;
}

/** Progress of long work; silent where there is no terminal. */
export interface Progress {
  step(message: string): void;
  done(): void;
}

/** Document templates and the partials that they may use, by name. */
export interface TemplateStore {
  readonly documents: ReadonlyMap<string, string>;
  readonly partials: ReadonlyMap<string, string>;
}

/** What is wrong with the templates of a revision, by which its documents would be laid out. */
export type CheckTemplates = (revision: SourceRevision) => Promise<readonly Diagnostic[]>;

/** A document as a file. */
export interface PrintedDocument {
  readonly bytes: Uint8Array;
  /** Headings of the first three levels with the page on which they stand, counted from 1. */
  readonly outline: readonly { readonly title: string; readonly page: number }[];
}

/** Turns sheets into a workbook (XLSX); the same sheets give the same bytes. */
export interface WorkbookWriter {
  write(sheets: readonly WorkbookSheet[]): Promise<Uint8Array>;
}

/** Turns a document into a file; the same document gives the same bytes. */
export interface DocumentWriter {
  write(document: RenderedDocument): Promise<PrintedDocument>;
}
