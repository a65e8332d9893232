import type { PackageInput } from '../../../src/core/evidence/package-input.ts';
import type { ListedEntry, PackageListing } from '../../../src/core/evidence/package-listing.ts';
import { foldersAbove } from '../../../src/core/evidence/package-path.ts';
import type { PackagePlan } from '../../../src/core/evidence/package-plan.ts';
import type { RevisionLabel } from '../../../src/core/diagnostics/location.ts';
import type { SourceFile, SourceRevision } from '../../../src/core/source/source-file.ts';
import { sha256 } from '../../../src/io/digest.ts';
import { coverPage } from '../../../src/render/cover-page.ts';

const encoder = new TextEncoder();

export function specFile(revision: RevisionLabel, file: string, text: string): SourceFile {
  const bytes = encoder.encode(text);
  return { revision, file, bytes, contentId: `sha256:${sha256(bytes)}` };
}

function revision(label: RevisionLabel, commit: string, instant: string, files: readonly SourceFile[]): SourceRevision {
  return {
    identity: { label, kind: 'commit', commit, tree: commit.replaceAll(/./g, 'e'), instant, modified: false },
    files,
  };
}

/** A package of two documents over two revisions of two spec files, with nothing left to chance. */
export function smallInput(changes: Partial<PackageInput> = {}): PackageInput {
  return {
    tool: { name: 'countersign', version: '0.1.0' },
    rulesVersion: '1',
    languageVersion: 1,
    project: { id: 'HOLD', title: 'Hold to release', version: '2.0.0' },
    base: revision('base', 'a'.repeat(40), '2026-01-12T07:30:00Z', [
      specFile('base', 'countersign.yaml', 'language: 1\n'),
      specFile('base', 'specs/ncr.yaml', 'lifecycles: {NCR: {}}\n'),
    ]),
    head: revision('head', 'b'.repeat(40), '2026-03-02T23:59:00Z', [
      specFile('head', 'countersign.yaml', 'language: 1\n'),
      specFile('head', 'specs/ncr.yaml', 'lifecycles: {NCR: {title: Nonconformance}}\n'),
    ]),
    documents: [
      {
        number: 'HOLD-001',
        type: 'IA',
        title: 'Impact assessment',
        revision: '2.0.0',
        status: 'FOR APPROVAL',
        pdf: encoder.encode('%PDF-1.7\nimpact\n'),
        data: '{"formatVersion":1}\n',
        outline: [{ title: '3 Change inventory', page: 4 }],
      },
      {
        number: 'HOLD-002',
        type: 'RTM',
        title: 'Requirements traceability matrix',
        revision: '2.0.0',
        status: 'DRAFT',
        pdf: encoder.encode('%PDF-1.7\ntrace\n'),
        data: '{"formatVersion":1}\n',
      },
    ],
    analyses: [{ name: 'diff', data: '{"findings":[]}\n' }],
    notices: [],
    digest: sha256,
    drawCover: coverPage,
    ...changes,
  };
}

/** The listing that a folder with exactly these files would give. */
export function listingOf(files: ReadonlyMap<string, Uint8Array>): PackageListing {
  const folders = new Set([...files.keys()].flatMap(foldersAbove));
  const entries: ListedEntry[] = [...folders].map((path) => ({ kind: 'folder', path }));
  const texts = new Map<string, string | null>();
  for (const [path, bytes] of files) {
    entries.push({ kind: 'file', path, size: bytes.length, sha256: sha256(bytes) });
    if (!path.includes('/') || path === 'data/manifest.json') texts.set(path, decode(bytes));
  }
  return { entries, texts };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The files of a plan by path. */
export function filesOf(plan: PackagePlan): Map<string, Uint8Array> {
  return new Map(plan.files.map((file) => [file.path, file.bytes]));
}
