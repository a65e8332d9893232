import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { RevisionLabel } from '../diagnostics/location.ts';
import { compareText } from '../diagnostics/order.ts';
import { pointLocation } from './decode.ts';
import { matchesPattern, mayMatchBelow } from './file-patterns.ts';
import { PROJECT_FILE } from './project-header.ts';
import type { ProjectHeader } from './project-header.ts';

/** One name below the project folder, as a tree, an index or a disk lists it. */
export interface ProjectEntry {
  /** Below the project folder, with `/`. */
  readonly path: string;
  /** `special`: a pipe, socket or device on disk. */
  readonly kind: 'file' | 'symlink' | 'submodule' | 'special';
  /** Blob id, where git has one. */
  readonly id?: string;
}

/** The entries that are spec files, sorted by path and without the project file, and what is wrong with the others. */
export interface SelectedFiles {
  readonly entries: readonly ProjectEntry[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Chooses the spec files of one revision by its own patterns. Links and submodules are never followed: where one stands in
 * the way of a pattern, that is said. Folders with a project file of their own belong to that project.
 */
export function selectProjectFiles(
  all: readonly ProjectEntry[],
  header: ProjectHeader,
  revision: RevisionLabel,
): SelectedFiles {
  const inner = nestedProjects(all);
  const own = all.filter((entry) => entry.path !== PROJECT_FILE && !isInside(entry.path, inner));
  const entries: ProjectEntry[] = [];
  const diagnostics: Diagnostic[] = [];
  const used = new Set<number>();
  for (const entry of own.toSorted((a, b) => compareText(a.path, b.path))) {
    let matched = false;
    header.patterns.forEach((pattern, index) => {
      if (!matchesPattern(pattern, entry.path)) return;
      matched = true;
      used.add(index);
    });
    const problem = problemOf(entry, matched, () =>
      header.patterns.some((pattern) => mayMatchBelow(pattern, entry.path)),
    );
    if (problem !== undefined) diagnostics.push({ ...problem, at: pointLocation(revision, entry.path) });
    else if (matched) entries.push(entry);
  }
  return {
    entries,
    diagnostics: [...diagnostics, ...unusedPatterns(header, used), ...collidingNames(entries, revision)],
  };
}

/** Why an entry cannot be read as a spec file, for any entry that is not an ordinary one; shared with the project file. */
export function problemOf(
  entry: ProjectEntry,
  matched: boolean,
  mayHoldSpecs: () => boolean = () => false,
): Omit<Diagnostic, 'at'> | undefined {
  if (entry.path.includes('\ufffd') && matched) {
    return {
      ruleId: 'file-name-not-utf8',
      severity: 'error',
      message: `The file name "${entry.path}" is not encoded as UTF-8; the file was not read.`,
      hint: 'Rename the file.',
    };
  }
  switch (entry.kind) {
    case 'file':
      return undefined;
    case 'symlink':
      if (!matched && !mayHoldSpecs()) return undefined;
      return {
        ruleId: 'file-is-symlink',
        severity: matched ? 'error' : 'warning',
        message: `"${entry.path}" is a symbolic link; links are never followed, so nothing behind it was read.`,
        hint: 'Put the file itself into the project folder.',
      };
    case 'submodule':
      if (!matched && !mayHoldSpecs()) return undefined;
      return {
        ruleId: 'file-is-submodule',
        severity: 'error',
        message: `"${entry.path}" is a submodule (a repository of its own); no file in it was read.`,
        hint: 'Keep the specs in this repository, or narrow "files" in countersign.yaml so that it leaves the submodule out.',
      };
    case 'special':
      if (!matched) return undefined;
      return {
        ruleId: 'file-not-regular',
        severity: 'error',
        message: `"${entry.path}" is not an ordinary file; it was not read.`,
        hint: 'Remove it, or narrow "files" in countersign.yaml.',
      };
  }
}

/** Folders below the project that are projects themselves. */
function nestedProjects(all: readonly ProjectEntry[]): ReadonlySet<string> {
  const suffix = `/${PROJECT_FILE}`;
  return new Set(all.filter(({ path }) => path.endsWith(suffix)).map(({ path }) => path.slice(0, -suffix.length)));
}

function isInside(path: string, folders: ReadonlySet<string>): boolean {
  if (folders.size === 0) return false;
  for (let at = path.lastIndexOf('/'); at !== -1; at = path.lastIndexOf('/', at - 1)) {
    if (folders.has(path.slice(0, at))) return true;
    if (at === 0) break;
  }
  return false;
}

function unusedPatterns(header: ProjectHeader, used: ReadonlySet<number>): Diagnostic[] {
  return header.patternLocations.flatMap((at, index) => {
    if (used.has(index)) return [];
    return [
      {
        ruleId: 'files-glob-matches-nothing',
        severity: 'warning',
        message: `The pattern "${header.patterns[index]?.text ?? ''}" matches no file.`,
        hint: 'Patterns start at the project folder; upper and lower case are told apart.',
        at,
      } satisfies Diagnostic,
    ];
  });
}

/** Names that are one and the same file on Windows or macOS: a checkout there would lose one of them. */
function collidingNames(entries: readonly ProjectEntry[], revision: RevisionLabel): Diagnostic[] {
  const first = new Map<string, string>();
  return entries.flatMap(({ path }) => {
    const folded = path.normalize('NFC').toLowerCase();
    const earlier = first.get(folded);
    if (earlier === undefined) {
      first.set(folded, path);
      return [];
    }
    return [
      {
        ruleId: 'file-names-collide',
        severity: 'warning',
        message: `"${path}" and "${earlier}" are one file where upper and lower case are not told apart (Windows, macOS).`,
        hint: 'Rename one of them.',
        at: pointLocation(revision, path),
        related: [{ message: 'The other one.', at: pointLocation(revision, earlier) }],
      } satisfies Diagnostic,
    ];
  });
}
