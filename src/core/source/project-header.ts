import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Node } from 'yaml';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Location, RevisionLabel } from '../diagnostics/location.ts';
import { decodeSpecText } from './decode.ts';
import { DEFAULT_FILE_PATTERNS, readFilePattern } from './file-patterns.ts';
import type { FilePattern } from './file-patterns.ts';
import type { SourceFile } from './source-file.ts';
import { surveySource } from './source-limits.ts';
import { readTemplateFolder } from './template-folder.ts';
import type { TemplateFolder } from './template-folder.ts';

/** Name of the project file; the folder that holds it is the project. */
export const PROJECT_FILE = 'countersign.yaml';

/** Largest spec file that is read, in bytes. */
export const MAX_FILE_BYTES = 2 * 1024 * 1024;

/** The two facts of a project file that are needed before the language can be loaded: which files, and which project. */
export interface ProjectHeader {
  /** `package.id`, when it is there and a text. */
  readonly packageId?: string;
  readonly patterns: readonly FilePattern[];
  /** True when `files` is written, so that a pattern without any match deserves a word. */
  readonly patternsDeclared: boolean;
  /** Where each pattern of `patterns` is written, in the same order; empty for the default. */
  readonly patternLocations: readonly Location[];
  /** Where the templates of the project lie, when `templates` is written and names a folder. */
  readonly templates?: TemplateFolder;
  /** Only about `files` and `templates`; whatever else is wrong is for the language to say. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads `files`, `templates` and `package.id` out of a project file that may be broken or hostile; never throws. */
export function readProjectHeader(file: Pick<SourceFile, 'bytes' | 'file' | 'revision'>): ProjectHeader {
  const fallback: ProjectHeader = {
    patterns: DEFAULT_FILE_PATTERNS,
    patternsDeclared: false,
    patternLocations: [],
    diagnostics: [],
  };
  // What would take a parser minutes, or take the process down, is left to the language to complain about.
  const { text, diagnostics: unreadable } = decodeSpecText(file.bytes, file.revision, file.file);
  if (unreadable.length > 0 || file.bytes.length > MAX_FILE_BYTES || surveySource(text).exceeded !== undefined)
    return fallback;
  const lines = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter: lines, logLevel: 'silent', uniqueKeys: false });
  if (!isMap(contents)) return fallback;
  const owner = contents.get('package', true);
  const id = isMap(owner) ? owner.get('id', true) : undefined;
  const packageId = isScalar(id) && typeof id.value === 'string' ? { packageId: id.value } : {};
  const templates = readTemplateFolder(contents.get('templates', true), (node) =>
    locate(file.revision, file.file, '/templates', node, lines),
  );
  const folder = templates.folder === undefined ? {} : { templates: templates.folder };
  const files = contents.get('files', true);
  if (files === undefined) return { ...fallback, ...packageId, ...folder, diagnostics: templates.diagnostics };
  const written: { readonly node: unknown; readonly pointer: string }[] = isSeq(files)
    ? files.items.map((node, index) => ({ node, pointer: `/files/${index}` }))
    : [{ node: files, pointer: '/files' }];
  const patterns: FilePattern[] = [];
  const patternLocations: Location[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { node, pointer } of written) {
    const at = locate(file.revision, file.file, pointer, node, lines);
    const pattern =
      isScalar(node) && typeof node.value === 'string'
        ? readFilePattern(node.value)
        : { problem: 'A file pattern must be a text.' };
    if ('problem' in pattern) {
      diagnostics.push({
        ruleId: 'files-glob-invalid',
        severity: 'error',
        message: pattern.problem,
        hint: 'Name files below the project folder, such as "specs/**/*.yaml".',
        at,
      });
    } else {
      patterns.push(pattern);
      patternLocations.push(at);
    }
  }
  return {
    ...packageId,
    ...folder,
    patterns,
    patternsDeclared: true,
    patternLocations,
    diagnostics: [...diagnostics, ...templates.diagnostics],
  };
}

function locate(revision: RevisionLabel, file: string, pointer: string, node: unknown, lines: LineCounter): Location {
  const range = (node as Node | null)?.range;
  const place = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const start = place(range?.[0] ?? 0);
  return { revision, file, pointer, span: { start, end: range ? place(range[1]) : start } };
}
