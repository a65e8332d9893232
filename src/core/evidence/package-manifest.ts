import type { RevisionIdentity } from '../source/source-file.ts';

/** Version of the package layout and of `data/manifest.json`; a package with a higher one is refused. */
export const PACKAGE_FORMAT_VERSION = 1;

/** What a file of the payload is there for. */
export type FileRole =
  | 'document'
  | 'document-data'
  | 'tables'
  | 'spec-base'
  | 'spec-head'
  | 'template-base'
  | 'template-head'
  | 'analysis'
  | 'index';

/** One revision as the manifest names it: facts of the commit only; `null` where a revision has no such fact. */
export interface ManifestRevision {
  readonly kind: RevisionIdentity['kind'];
  readonly commit: string | null;
  readonly tree: string | null;
  /** Committer date of the commit, ISO 8601 in UTC. */
  readonly instant: string | null;
  /** True when files of the project differ from the commit. */
  readonly modified: boolean;
}

/** One file of the payload; `data/manifest.json` itself is the only one that the manifest cannot list. */
export interface ManifestFile {
  /** Path from the package folder, the same as in the BagIt manifest. */
  readonly path: string;
  readonly role: FileRole;
  readonly mediaType: string;
  /** Size in bytes. */
  readonly size: number;
  readonly sha256: string;
  /** For spec files and templates, the path in the project, which `path` holds in escaped form. */
  readonly source?: string;
}

/** One document with its number as printed and the two files that hold it. */
export interface ManifestDocument {
  readonly number: string;
  readonly type: string;
  readonly title: string;
  readonly revision: string;
  /** Status word as printed on the document. */
  readonly status: string;
  readonly file: string;
  readonly data: string;
}

/** The content of `data/manifest.json`: what the package is, what it was made from and by, and every file's role. */
export interface PackageManifest {
  readonly formatVersion: number;
  readonly tool: { readonly name: string; readonly version: string };
  readonly rulesVersion: string;
  readonly languageVersion: number;
  /** Hash over both spec snapshots, the templates of the project and the versions above, as printed on each document. */
  readonly sourceHash: string;
  readonly project: { readonly id: string; readonly title: string; readonly version: string };
  readonly base: ManifestRevision;
  readonly head: ManifestRevision;
  /** True when either revision holds changes that no commit holds: such a package cannot be built again from git. */
  readonly modified: boolean;
  /** In the order in which they should be read. */
  readonly documents: readonly ManifestDocument[];
  /** Ordered by path. */
  readonly files: readonly ManifestFile[];
}

/** The facts of a revision that belong into a package; author, subject and label are not among them. */
export function manifestRevision(identity: RevisionIdentity): ManifestRevision {
  return {
    kind: identity.kind,
    commit: identity.commit ?? null,
    tree: identity.tree ?? null,
    instant: identity.instant ?? null,
    modified: identity.modified,
  };
}

/** The text of `data/manifest.json`: two blanks of indentation, properties in declared order, LF at the end. */
export function manifestText(manifest: PackageManifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Why a package cannot be built again by this tool, or `undefined` when two commits and the tool version settle it. */
export function rebuildObstacle(manifest: PackageManifest, toolVersion: string): string | undefined {
  if (manifest.tool.version !== toolVersion) {
    return `the package was made by ${manifest.tool.name} ${manifest.tool.version}, this is ${toolVersion}: only the same version builds the same bytes`;
  }
  if (manifest.modified) return 'the package was made from files that differ from their commit';
  for (const [label, revision] of [
    ['base', manifest.base],
    ['head', manifest.head],
  ] as const) {
    const fromGit = revision.kind === 'commit' || revision.kind === 'none';
    if (!fromGit)
      return `${label} of the package is no commit but ${revision.kind === 'folder' ? 'a plain folder' : `the ${revision.kind}`}`;
  }
  return undefined;
}
