import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { RevisionLabel } from '../diagnostics/location.ts';
import { compareDiagnostics } from '../diagnostics/order.ts';
import { decodeSpecText } from '../source/decode.ts';
import { parseSpecText } from '../source/parse-document.ts';
import { PROJECT_FILE } from '../source/project-header.ts';
import type { SourceFile, SourceRevision } from '../source/source-file.ts';
import { lineStartsOf, spanOf } from '../source/spec-document.ts';
import type { SpecDocument } from '../source/spec-document.ts';
import { collectElements } from './read/collect-elements.ts';
import { checkIdentity } from './read/identity-checks.ts';
import { isLanguageKnown, readProject } from './read/read-project.ts';
import type { LoadedDocument } from './read/place.ts';
import { indexModel } from './model-index.ts';
import type { SpecModel } from './spec-model.ts';

/** Documents by content id: a file that did not change between two revisions is parsed once. */
export type ParseCache = Map<string, ParsedFile>;

/** A file as text and as YAML, whatever it is called and in whichever revision it stands. */
export interface ParsedFile {
  readonly document: SpecDocument;
  /** What is wrong with the bytes; their locations are those of the file that was parsed first. */
  readonly undecodable: readonly Diagnostic[];
}

/** A revision read into a model, with everything that is wrong with how it is written. */
export interface LoadedModel {
  readonly model: SpecModel;
  /** Sorted as they are printed. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every file with its text, for code frames; sorted by path, the project file first. */
  readonly documents: readonly LoadedDocument[];
}

/**
 * Reads the spec files of one revision: YAML, language, identity. Pure and synchronous; nothing a user can write makes it
 * throw. What can be read despite errors is in the model; an element that lacks what it cannot be without is not.
 */
export function loadModel(revision: SourceRevision, options: { readonly cache?: ParseCache } = {}): LoadedModel {
  const cache: ParseCache = options.cache ?? new Map();
  const { label } = revision.identity;
  const diagnostics: Diagnostic[] = [];
  const documents = revision.files.map((file) => {
    const parsed = parsedFile(file, cache);
    diagnostics.push(...fileDiagnostics(file, parsed, label));
    return { revision: label, file: file.file, document: parsed.document };
  });
  const model = readModel(label, documents, diagnostics);
  return { model, diagnostics: diagnostics.sort(compareDiagnostics), documents };
}

function readModel(label: RevisionLabel, documents: readonly LoadedDocument[], diagnostics: Diagnostic[]): SpecModel {
  const projectFile = documents.find(({ file }) => file === PROJECT_FILE);
  if (projectFile !== undefined && !isLanguageKnown(projectFile, diagnostics))
    return indexModel(label, undefined, [], { complete: false, withheld: new Set() });
  const { elements, withheld, extensions } = collectElements(documents, diagnostics);
  const project = projectFile && readProject(projectFile, extensions, diagnostics);
  checkIdentity(elements, project, diagnostics);
  const complete = documents.every(({ document }) => document.readable);
  return indexModel(label, project, elements, { complete, withheld });
}

function parsedFile(file: SourceFile, cache: ParseCache): ParsedFile {
  const known = cache.get(file.contentId);
  if (known !== undefined) return known;
  const { text, diagnostics } = decodeSpecText(file.bytes, file.revision, file.file);
  const parsed: ParsedFile =
    diagnostics.length > 0
      ? {
          document: { text, root: undefined, readable: false, problems: [], lineStarts: lineStartsOf(text) },
          undecodable: diagnostics,
        }
      : { document: parseSpecText(text), undecodable: [] };
  cache.set(file.contentId, parsed);
  return parsed;
}

/** The problems of a file under the name and revision under which it is read now. */
function fileDiagnostics(file: SourceFile, parsed: ParsedFile, revision: RevisionLabel): readonly Diagnostic[] {
  const { document, undecodable } = parsed;
  const locate = (pointer: string, range: { readonly start: number; readonly end: number }): Diagnostic['at'] => ({
    revision,
    file: file.file,
    pointer,
    span: spanOf(document.lineStarts, range),
  });
  const written = document.problems.map(({ ruleId, severity, message, hint, pointer, range, related }) => ({
    ruleId,
    severity,
    message,
    ...(hint === undefined ? {} : { hint }),
    at: locate(pointer, range),
    ...(related === undefined
      ? {}
      : { related: related.map((first) => ({ message: first.message, at: locate(first.pointer, first.range) })) }),
  }));
  return [
    ...undecodable.map((diagnostic) => ({ ...diagnostic, at: { ...diagnostic.at, revision, file: file.file } })),
    ...written,
  ];
}
