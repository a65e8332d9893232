import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { analyseRevision } from '../../src/app/analyse-revision.ts';
import type { AnalysedRevision, AnalysisContext } from '../../src/app/analyse-revision.ts';
import { diffModels } from '../../src/core/diff/diff-models.ts';
import type { ModelDiff } from '../../src/core/diff/delta.ts';
import { clauseIds, readClauseCatalogue } from '../../src/core/model/clause-catalogue.ts';
import type { SpecModel } from '../../src/core/model/spec-model.ts';
import type { Finding } from '../../src/core/rules/finding.ts';
import { judgeChanges } from '../../src/core/rules/judge.ts';
import type { Judgement } from '../../src/core/rules/judge.ts';
import { compareLanguages } from '../../src/io/pattern-languages.ts';
import { sha256 } from '../../src/io/digest.ts';
import { openRevisionSource } from '../../src/io/git-source.ts';
import { added, changed, judged, removed, renamed, sorted } from './facts.ts';
import type { OriginHistory } from './origin-history.ts';

/** Two neighbouring revisions as the product reads, compares and judges them. */
export interface ProductComparison {
  readonly base: AnalysedRevision;
  readonly head: AnalysedRevision;
  readonly notices: readonly string[];
  readonly diff: ModelDiff;
  readonly judgement: Judgement;
}

/** The way of the product through a whole history: git, loader, graph, lints, comparison, judgement; one cache throughout. */
export async function compareNeighbours(
  { folder, commits }: OriginHistory,
  cache: AnalysisContext['cache'] = new Map(),
): Promise<readonly ProductComparison[]> {
  const source = await openRevisionSource({ cwd: folder });
  const catalogue = readFileSync(
    fileURLToPath(new URL('../../specs/catalogues/clauses.yaml', import.meta.url)),
    'utf8',
  );
  const context = { clauses: clauseIds(readClauseCatalogue(catalogue)), digest: sha256, asOf: '2026-11-01', cache };
  const comparisons: ProductComparison[] = [];
  for (const [index, head] of commits.entries()) {
    const base = commits[index - 1];
    if (base === undefined) continue;
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as a pipeline would
    const read = await source.readRange({ range: `${base}..${head}` });
    const earlier = (label: 'base' | 'head') => read.diagnostics.filter(({ at }) => at.revision === label);
    comparisons.push({
      ...judgedPair(
        analyseRevision(read.base, earlier('base'), context),
        analyseRevision(read.head, earlier('head'), context),
      ),
      notices: read.notices,
    });
  }
  return comparisons;
}

function judgedPair(base: AnalysedRevision, head: AnalysedRevision): Omit<ProductComparison, 'notices'> {
  const diff = diffModels(base.model, head.model, { base: base.source.files, head: head.source.files });
  const judgement = judgeChanges({
    base: base.model,
    head: head.model,
    diff,
    graphBase: base.graph,
    graphHead: head.graph,
    lintBase: base.lint,
    lintHead: head.lint,
    digest: sha256,
    compareLanguages,
  });
  return { base, head, diff, judgement };
}

/** Everything in which the product says that two revisions differ. */
export function productFacts({ deltas, identities, reformatted }: ModelDiff): readonly string[] {
  return sorted([
    ...deltas.map((delta) => {
      if (delta.action === 'added') return added(delta.after.key);
      if (delta.action === 'removed') return removed(delta.before.key);
      return changed(delta.after.key, delta.path.join('.'), delta.from, delta.to);
    }),
    ...identities.map(({ before, after, renamed: isRenamed }) =>
      isRenamed ? renamed(before.key, after.key) : `relocated ${before.key}: ${before.at.file} → ${after.at.file}`,
    ),
    ...reformatted.map((file) => `reformatted ${file}`),
  ]);
}

/** Every finding of the product: class and risk, rule, element and attribute. */
export function productFindings({ findings }: Judgement): readonly string[] {
  return sorted(
    findings.map(({ ruleId, element, attribute, ...finding }) =>
      judged(ruleId, weightOf(finding), `${element.kind}:${element.id}`, attribute),
    ),
  );
}

function weightOf({ class: changeClass, risk }: Pick<Finding, 'class' | 'risk'>): string {
  return risk === undefined ? changeClass : `${changeClass} ${risk}`;
}

/** What is wrong with how a revision is written, and what its lints find. */
export function productProblems({ diagnostics, lint }: AnalysedRevision): readonly string[] {
  return sorted([
    ...diagnostics.map(
      ({ severity, ruleId, message, at }) => `${severity} ${ruleId} ${at.file}${at.pointer}: ${message}`,
    ),
    ...lint.map(({ severity, ruleId, element, message }) => `${severity} ${ruleId} ${element?.id ?? ''}: ${message}`),
  ]);
}

/** How much of each kind a model holds, in the words in which the origin counts. */
export function elementCounts(model: SpecModel): Readonly<Record<string, number>> {
  const transitions = model.ofKind('transition');
  const fields = model.ofKind('field');
  return {
    lifecycles: model.ofKind('lifecycle').length,
    states: model.ofKind('state').length,
    transitions: transitions.length,
    guarded: transitions.filter(({ attributes }) => attributes.when !== undefined).length,
    roleRestricted: transitions.filter(({ attributes }) => attributes.by !== undefined).length,
    objects: model.ofKind('object').length,
    fields: fields.length,
    fieldsWithLength: fields.filter(({ attributes }) => attributes.length !== undefined).length,
    fieldsRequired: fields.filter(({ attributes }) => attributes.required === true).length,
    fieldsWithValues: fields.filter(({ attributes }) => attributes.codes !== undefined).length,
    mappings: model.ofKind('interface').length,
    mapRows: model.ofKind('mapping').length,
  };
}
