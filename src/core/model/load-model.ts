import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { RevisionLabel } from '../diagnostics/location.ts';
import { compareDiagnostics } from '../diagnostics/order.ts';
import { PROJECT_FILE } from '../source/project-header.ts';
import type { SourceFile, SourceRevision } from '../source/source-file.ts';
import { collectElements } from './read/collect-elements.ts';
import type { ReadFile } from './read/collect-elements.ts';
import { checkIdentity } from './read/identity-checks.ts';
import { placed } from './read/file-reading.ts';
import type { FileReading } from './read/file-reading.ts';
import { readFile } from './read/read-file.ts';
import { isLanguageKnown, readProject } from './read/read-project.ts';
import { indexModel } from './model-index.ts';
import type { SpecModel } from './spec-model.ts';

export type { FileReading } from './read/file-reading.ts';

/** Contents by `readingKey`: what did not change between two revisions is read once. */
export type ParseCache = Map<string, FileReading>;

/** A revision read into a model, with everything that is wrong with how it is written. */
export interface LoadedModel {
  readonly model: SpecModel;
  /** Sorted as they are printed. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every file with what was read from it; sorted by path, the project file first. */
  readonly documents: readonly LoadedFile[];
}

/** A file of a revision and what was read from its content. */
export interface LoadedFile {
  readonly revision: RevisionLabel;
  readonly file: string;
  readonly document: FileReading;
}

/**
 * Reads the spec files of one revision: YAML, language, identity. Pure and synchronous; nothing a user can write makes it
 * throw. What can be read despite errors is in the model; an element that lacks what it cannot be without is not.
 */
export function loadModel(revision: SourceRevision, options: { readonly cache?: ParseCache } = {}): LoadedModel {
  const cache: ParseCache = options.cache ?? new Map();
  const { label } = revision.identity;
  const files = revision.files.map((file): ReadFile => {
    const reading = readingOf(file, cache);
    return { revision: label, file: file.file, reading, positions: () => reading.positions() };
  });
  const diagnostics = files.flatMap(({ file, reading }) => placed(reading.problems, file, label));
  const model = readModel(label, files, diagnostics);
  return {
    model,
    diagnostics: diagnostics.sort(compareDiagnostics),
    documents: files.map(({ file, reading }) => ({ revision: label, file, document: reading })),
  };
}

/** Under which name the reading of a file is kept: what a project file says is read as nothing else is. */
export function readingKey({ file, contentId }: SourceFile): string {
  return file === PROJECT_FILE ? `${PROJECT_FILE} ${contentId}` : contentId;
}

function readingOf(file: SourceFile, cache: ParseCache): FileReading {
  const key = readingKey(file);
  const known = cache.get(key);
  if (known !== undefined) return known;
  const reading = readFile(file.bytes, file.file === PROJECT_FILE ? 'project file' : 'spec file');
  cache.set(key, reading);
  return reading;
}

function readModel(label: RevisionLabel, files: readonly ReadFile[], diagnostics: Diagnostic[]): SpecModel {
  const projectFile = files.find(({ file }) => file === PROJECT_FILE);
  if (projectFile !== undefined && !isLanguageKnown(projectFile, diagnostics))
    return indexModel(label, undefined, [], { complete: false, withheld: new Set() });
  for (const { file, reading } of files) diagnostics.push(...placed(reading.remarks, file, label));
  const { elements, withheld, extensions } = collectElements(files, diagnostics);
  const project = projectFile && readProject(projectFile, extensions, diagnostics);
  checkIdentity(elements, project, diagnostics);
  const complete = files.every(({ reading }) => reading.readable);
  return indexModel(label, project, elements, { complete, withheld });
}
