import { usageFailure } from '../diagnostics/failure.ts';
import { compareText } from '../diagnostics/order.ts';
import type { Digest } from '../digest.ts';
import type { SourceFile } from '../source/source-file.ts';
import {
  BAG_DECLARATION,
  BAG_DECLARATION_TEXT,
  BAG_INFO,
  bagInfoText,
  bagManifestText,
  PACKAGE_MANIFEST,
  PAYLOAD_MANIFEST,
  TAG_MANIFEST,
} from './bag-texts.ts';
import { escapeName, escapePath } from './escape-name.ts';
import { refuseInvalidManifest } from './manifest-reading.ts';
import type { PackagedDocument, PackagedTables, PackageInput } from './package-input.ts';
import type { FileRole, ManifestFile, PackageManifest } from './package-manifest.ts';
import { manifestRevision, manifestText, PACKAGE_FORMAT_VERSION } from './package-manifest.ts';
import { foldersAbove, foldPath, portablePathProblem } from './package-path.ts';
import { sourceHash } from './source-hash.ts';

/** One file to be written; `bag` marks the four files and the manifest that describe the others. */
export interface PlannedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly role: FileRole | 'bag';
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly source?: string;
}

/** A package that is complete but not written: the same commits and tool version give the same bytes everywhere. */
export interface PackagePlan {
  /** Ordered by path. */
  readonly files: readonly PlannedFile[];
  readonly manifest: PackageManifest;
  /** SHA-256 of `tagmanifest-sha256.txt`. */
  readonly packageId: string;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface Content {
  readonly path: string;
  readonly content: Uint8Array | string;
  readonly role: FileRole | 'bag';
  readonly mediaType: string;
  readonly source?: string;
}

/** File name of a document without its extension: `<number>-<TYPE>`, escaped as one name. */
export function documentFileName(document: { readonly number: string; readonly type: string }): string {
  return escapeName(`${document.number}-${document.type}`);
}

function documentContents(document: PackagedDocument): readonly Content[] {
  const stem = `data/documents/${documentFileName(document)}`;
  return [
    { path: `${stem}.pdf`, content: document.pdf, role: 'document', mediaType: 'application/pdf' },
    { path: `${stem}.json`, content: document.data, role: 'document-data', mediaType: 'application/json' },
  ];
}

function tablesContents({ number, workbook }: PackagedTables): readonly Content[] {
  const path = `data/tables/${documentFileName({ number, type: 'TAB' })}.xlsx`;
  return [{ path, content: workbook, role: 'tables', mediaType: XLSX }];
}

function specContents(folder: 'base' | 'head', files: readonly SourceFile[]): readonly Content[] {
  return files.map((file) => ({
    path: `data/specs/${folder}/${escapePath(file.file)}`,
    content: file.bytes,
    role: folder === 'base' ? 'spec-base' : 'spec-head',
    mediaType: /\.ya?ml$/i.test(file.file) ? 'application/yaml' : 'application/octet-stream',
    source: file.file,
  }));
}

function templateContents(folder: 'base' | 'head', files: readonly SourceFile[]): readonly Content[] {
  return files.map((file) => ({
    path: `data/templates/${folder}/${escapePath(file.file)}`,
    content: file.bytes,
    role: folder === 'base' ? 'template-base' : 'template-head',
    mediaType: 'text/plain; charset=utf-8',
    source: file.file,
  }));
}

/** Every name that two files could share on some file system is refused, whatever system this runs on. */
function refuseCollisions(contents: readonly { readonly path: string; readonly source?: string }[]): void {
  const files = new Map<string, string>();
  const folders = new Map<string, string>();
  const refuse = (one: string, other: string): never => {
    throw usageFailure(
      'package-path-collision',
      `Two files of the package would share one name on some file system: '${one}' and '${other}'.`,
      'Give the spec files or documents names that differ in more than upper and lower case.',
    );
  };
  for (const { path, source } of contents) {
    const folded = foldPath(path);
    const earlier = files.get(folded);
    if (earlier !== undefined) refuse(earlier, source ?? path);
    files.set(folded, source ?? path);
    for (const folder of foldersAbove(path)) {
      const written = folders.get(foldPath(folder));
      if (written !== undefined && written !== folder) refuse(written, folder);
      folders.set(foldPath(folder), folder);
    }
  }
  for (const [folded, folder] of folders) {
    const file = files.get(folded);
    if (file !== undefined) refuse(file, `${folder}/`);
  }
}

function planFile(content: Content, digest: Digest): PlannedFile {
  const problem = portablePathProblem(content.path);
  if (problem !== undefined) {
    throw usageFailure(
      'package-path-refused',
      `The file '${content.source ?? content.path}' cannot go into a package: its path ${problem}.`,
      'Give it a shorter or plainer name.',
    );
  }
  if (typeof content.content === 'string' && content.content.includes('\r')) {
    throw new Error(`Text of ${content.path} has a carriage return; every text of a package ends its lines with LF.`);
  }
  const bytes = typeof content.content === 'string' ? new TextEncoder().encode(content.content) : content.content;
  return {
    path: content.path,
    bytes,
    role: content.role,
    mediaType: content.mediaType,
    size: bytes.length,
    sha256: digest(bytes),
    ...(content.source === undefined ? {} : { source: content.source }),
  };
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return compareText(a.path, b.path);
}

function manifestFiles(payload: readonly PlannedFile[]): readonly ManifestFile[] {
  return payload
    .toSorted(byPath)
    .flatMap(({ path, role, mediaType, size, sha256, source }) =>
      role === 'bag' ? [] : [{ path, role, mediaType, size, sha256, ...(source === undefined ? {} : { source }) }],
    );
}

function describe(input: PackageInput, payload: readonly PlannedFile[]): PackageManifest {
  const { tool, rulesVersion, languageVersion, project, base, head } = input;
  const templates = { base: base.templates ?? [], head: head.templates ?? [] };
  const source = { tool, rulesVersion, languageVersion, base: base.files, head: head.files, templates };
  return {
    formatVersion: PACKAGE_FORMAT_VERSION,
    tool: { name: tool.name, version: tool.version },
    rulesVersion,
    languageVersion,
    sourceHash: sourceHash(source, input.digest),
    project: { id: project.id, title: project.title, version: project.version },
    base: manifestRevision(base.identity),
    head: manifestRevision(head.identity),
    modified: base.identity.modified || head.identity.modified,
    documents: input.documents.map((document) => ({
      number: document.number,
      type: document.type,
      title: document.title,
      revision: document.revision,
      status: document.status,
      file: `data/documents/${documentFileName(document)}.pdf`,
      data: `data/documents/${documentFileName(document)}.json`,
    })),
    files: manifestFiles(payload),
  };
}

/** The three tag files and the tag manifest over a complete payload. */
function planBag(input: PackageInput, payload: readonly PlannedFile[]): readonly PlannedFile[] {
  const tag = (path: string, content: string): PlannedFile =>
    planFile({ path, content, role: 'bag', mediaType: 'text/plain; charset=utf-8' }, input.digest);
  const instant = input.head.identity.instant;
  const info = bagInfoText({
    toolName: input.tool.name,
    toolVersion: input.tool.version,
    projectId: input.project.id,
    description: `Evidence package of ${input.project.title}, version ${input.project.version}`,
    ...(instant === undefined ? {} : { date: instant.slice(0, 10) }),
    payloadBytes: payload.reduce((sum, file) => sum + file.size, 0),
    payloadFiles: payload.length,
  });
  const listed = [
    tag(BAG_INFO, info),
    tag(BAG_DECLARATION, BAG_DECLARATION_TEXT),
    tag(PAYLOAD_MANIFEST, bagManifestText(payload)),
  ];
  return [...listed, tag(TAG_MANIFEST, bagManifestText(listed))];
}

/**
 * Plans the whole package: which files, with which bytes, under which names. Writes nothing. Throws a usage `Failure`
 * when two files would share a name on some file system or a name cannot be kept by one.
 */
export function planPackage(input: PackageInput): PackagePlan {
  const contents = [
    ...input.documents.flatMap(documentContents),
    ...(input.tables === undefined ? [] : tablesContents(input.tables)),
    ...input.analyses.map((analysis): Content => ({
      path: `data/analysis/${analysis.name}.json`,
      content: analysis.data,
      role: 'analysis',
      mediaType: 'application/json',
    })),
    ...specContents('base', input.base.files),
    ...specContents('head', input.head.files),
    ...templateContents('base', input.base.templates ?? []),
    ...templateContents('head', input.head.templates ?? []),
  ];
  const cover: Content = {
    path: 'data/index.html',
    content: '',
    role: 'index',
    mediaType: 'text/html; charset=utf-8',
  };
  refuseCollisions([...contents, cover]);
  const files = contents.map((content) => planFile(content, input.digest));
  const uncovered = describe(input, files);
  const facts = { manifest: uncovered, documents: input.documents, notices: input.notices };
  const described = [...files, planFile({ ...cover, content: input.drawCover(facts) }, input.digest)];
  const manifest = { ...uncovered, files: manifestFiles(described) };
  refuseInvalidManifest(manifest);
  const payload = [
    ...described,
    planFile(
      { path: PACKAGE_MANIFEST, content: manifestText(manifest), role: 'bag', mediaType: 'application/json' },
      input.digest,
    ),
  ];
  const bag = planBag(input, payload);
  const planned = [...payload, ...bag].toSorted(byPath);
  const packageId = bag.at(-1)?.sha256;
  if (packageId === undefined) throw new Error('A bag always has a tag manifest.');
  return { files: planned, manifest, packageId };
}
