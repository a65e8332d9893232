import { createHash } from 'node:crypto';
import type { RevisionLabel } from '../../../src/core/diagnostics/location.ts';
import { loadModel } from '../../../src/core/model/load-model.ts';
import type { LoadedModel, ParseCache } from '../../../src/core/model/load-model.ts';
import type { SourceRevision } from '../../../src/core/source/source-file.ts';

/** A revision that holds these files; the project file comes first, as the io layer hands files over. */
export function revisionOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  label: RevisionLabel = 'head',
): SourceRevision {
  const paths = Object.keys(files).sort(
    (a, b) => Number(b === 'countersign.yaml') - Number(a === 'countersign.yaml') || (a < b ? -1 : 1),
  );
  return {
    identity: { label, kind: 'folder', modified: false },
    files: paths.map((file) => {
      const content = files[file] ?? '';
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      return { revision: label, file, bytes, contentId: `sha256:${createHash('sha256').update(bytes).digest('hex')}` };
    }),
  };
}

/** Loads files that are given as text. */
export function loadTexts(
  files: Readonly<Record<string, string | Uint8Array>>,
  label: RevisionLabel = 'head',
  cache?: ParseCache,
): LoadedModel {
  return loadModel(revisionOf(files, label), cache === undefined ? {} : { cache });
}

/** The smallest project file. */
export const PROJECT = 'language: 1\npackage: {id: T, title: Test, version: 0.1.0}\n';

/** Loads one spec file beside the smallest project file. */
export function loadSpec(text: string): LoadedModel {
  return loadTexts({ 'countersign.yaml': PROJECT, 'specs/a.yaml': text });
}

/** What is wrong, one line each: `line:column rule: message`. */
export function problemsOf({ diagnostics }: LoadedModel): readonly string[] {
  return diagnostics.map(
    ({ at, ruleId, message }) => `${at.span.start.line}:${at.span.start.column} ${ruleId}: ${message}`,
  );
}
