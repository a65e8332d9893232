import { createHash } from 'node:crypto';
import { diffModels } from '../../../src/core/diff/diff-models.ts';
import type { ModelDiff } from '../../../src/core/diff/delta.ts';
import type { RevisionLabel } from '../../../src/core/diagnostics/location.ts';
import type { ChangeExploration } from '../../../src/core/explore/change/change-exploration.ts';
import { exploreChange } from '../../../src/core/explore/change/explore-change.ts';
import { buildGraph } from '../../../src/core/graph/build-graph.ts';
import type { SpecGraph } from '../../../src/core/graph/spec-graph.ts';
import { loadModel } from '../../../src/core/model/load-model.ts';
import type { SpecModel } from '../../../src/core/model/spec-model.ts';
import type { CompareLanguages } from '../../../src/core/model/pattern/compare-patterns.ts';
import { compareLanguages } from '../../../src/io/pattern-languages.ts';
import type { SourceFile } from '../../../src/core/source/source-file.ts';

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Clauses that examples may name. */
const CLAUSES: ReadonlySet<string> = new Set(['D211-188', 'I-7-5-1']);

const HEADER = {
  language: 'language: 1',
  package: 'package: {id: EX, title: Example, version: "1"}',
  profile: 'profile: sketch',
};

/** A snippet as a whole project file: what it does not say itself of language, package and profile is put before it. */
export function projectText(snippet: string): string {
  const missing = Object.entries(HEADER).flatMap(([key, line]) =>
    new RegExp(`^${key}:`, 'mu').test(snippet) ? [] : [line],
  );
  return [...missing, snippet, ''].join('\n');
}

export function sourceFile(revision: RevisionLabel, file: string, text: string): SourceFile {
  return { revision, file, bytes: new TextEncoder().encode(text), contentId: `sha256:${sha256(text)}` };
}

/** Loads files of one revision and fails when they are no valid specification. */
export function load(
  revision: RevisionLabel,
  files: readonly SourceFile[],
  tolerated: readonly string[] = [],
): SpecModel {
  const identity = { label: revision, kind: 'folder', modified: false } as const;
  const { model, diagnostics } = loadModel({ identity, files });
  const errors = diagnostics.filter(({ severity, ruleId }) => severity === 'error' && !tolerated.includes(ruleId));
  if (errors.length > 0)
    throw new Error(errors.map(({ ruleId, message }) => `${revision}: ${ruleId}: ${message}`).join('\n'));
  return model;
}

export interface Compared {
  readonly base: SpecModel;
  readonly head: SpecModel;
  readonly diff: ModelDiff;
  readonly compareLanguages: CompareLanguages;
  readonly exploration?: ChangeExploration;
  readonly graphBase: SpecGraph;
  readonly graphHead: SpecGraph;
}

/** Two snippets as two revisions of one project. */
export function compare(before: string, after: string): Compared {
  return compareFiles({ 'countersign.yaml': projectText(before) }, { 'countersign.yaml': projectText(after) });
}

/** Two folders, as file → text, as two revisions of one project. */
export function compareFiles(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): Compared {
  const files = {
    base: Object.entries(before).map(([file, text]) => sourceFile('base', file, text)),
    head: Object.entries(after).map(([file, text]) => sourceFile('head', file, text)),
  };
  const base = load('base', files.base);
  const head = load('head', files.head);
  const diff = diffModels(base, head, files);
  const invariants = base.ofKind('invariant').length + head.ofKind('invariant').length;
  const explored = invariants === 0 ? {} : { exploration: exploreChange(base, head, {}) };
  return {
    base,
    head,
    diff,
    compareLanguages,
    ...explored,
    graphBase: graphOf(base, CLAUSES),
    graphHead: graphOf(head, CLAUSES),
  };
}

/** The graph of a model; fails when a name leads nowhere. */
export function graphOf(model: SpecModel, clauses: ReadonlySet<string> = new Set()): SpecGraph {
  const { graph, diagnostics } = buildGraph(model, clauses);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0)
    throw new Error(errors.map(({ ruleId, message }) => `${model.revision}: ${ruleId}: ${message}`).join('\n'));
  return graph;
}
