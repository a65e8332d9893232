import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { RevisionLabel } from '../../../src/core/diagnostics/location.ts';
import type { SpecGraph } from '../../../src/core/graph/spec-graph.ts';
import { clauseIds, readClauseCatalogue } from '../../../src/core/model/clause-catalogue.ts';
import type { SpecModel } from '../../../src/core/model/spec-model.ts';
import type { SourceFile } from '../../../src/core/source/source-file.ts';
import { graphOf, load, sourceFile } from './small-project.ts';

const CLAUSES = clauseIds(readClauseCatalogue(readFileSync('specs/catalogues/clauses.yaml', 'utf8')));

/** The spec files of one state of the worked plant. */
export function northmoorFiles(revision: RevisionLabel, state: string): readonly SourceFile[] {
  const root = join('examples/northmoor', state);
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
  const files = names.map((file) => file.split(sep).join('/')).toSorted((a, b) => (a < b ? -1 : 1));
  return files.map((file) => sourceFile(revision, file, readFileSync(join(root, file), 'utf8')));
}

/** One state of the worked plant, as base revision. */
export function northmoor(state: string): {
  readonly model: SpecModel;
  readonly graph: SpecGraph;
  readonly clauses: ReadonlySet<string>;
} {
  const model = load('base', northmoorFiles('base', state));
  return { model, graph: graphOf(model, CLAUSES), clauses: CLAUSES };
}
