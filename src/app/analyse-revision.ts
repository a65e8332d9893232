import { compareDiagnostics, type Diagnostic } from '../core/diagnostics/index.ts';
import type { Digest } from '../core/digest.ts';
import type { CompareLanguages } from '../core/model/pattern/compare-patterns.ts';
import { buildGraph } from '../core/graph/build-graph.ts';
import type { SpecGraph } from '../core/graph/spec-graph.ts';
import { loadModel, type ParseCache } from '../core/model/load-model.ts';
import type { SpecModel } from '../core/model/spec-model.ts';
import type { LintFinding } from '../core/rules/finding.ts';
import { runLints } from '../core/rules/run-lints.ts';
import type { LintInput } from '../core/rules/run-lints.ts';
import type { SourceRevision } from '../core/source/source-file.ts';
import { unheardNames } from './unheard-names.ts';

/** One revision, read, checked and linked. */
export interface AnalysedRevision {
  readonly source: SourceRevision;
  readonly model: SpecModel;
  readonly graph: SpecGraph;
  /** What keeps the revision from being understood: YAML, schema, identity, references. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the lints are to look at, and by which policy. */
  readonly lints: LintInput;
  /** What the lints find, when somebody asks; empty when an error above left the model incomplete. */
  readonly lint: readonly LintFinding[];
  /** True when an error among the diagnostics left the model incomplete: nothing may be concluded from it. */
  readonly invalid: boolean;
}

/** What an analysis needs besides the files. */
export interface AnalysisContext {
  readonly clauses: ReadonlySet<string>;
  /** Sets of clauses that a project can put in scope; absent where no catalogue was read. */
  readonly clauseSets?: ReadonlySet<string>;
  readonly digest: Digest;
  /** Day on which waivers are judged, `2026-03-02`. */
  readonly asOf: string;
  /** Parses each content once, however many revisions hold it. */
  readonly cache: ParseCache;
}

/** What a comparison needs besides. */
export interface ComparisonContext extends AnalysisContext {
  /** Compares regular expressions by the values that they accept. */
  readonly compareLanguages: CompareLanguages;
}

/**
 * Understands one revision. Pure: the same files and context give the same result. `policy` is the revision whose profile and
 * rule settings hold: base judges head, so that a commit cannot switch off what would have found it.
 */
export function analyseRevision(
  source: SourceRevision,
  earlier: readonly Diagnostic[],
  context: AnalysisContext,
  policy?: SpecModel,
): AnalysedRevision {
  const loaded = loadModel(source, { cache: context.cache });
  const linked = buildGraph(loaded.model, context.clauses);
  const unheard = context.clauseSets === undefined ? [] : unheardNames(loaded.model, context.clauseSets);
  const diagnostics = [...earlier, ...loaded.diagnostics, ...linked.diagnostics, ...unheard].toSorted(
    compareDiagnostics,
  );
  const invalid = diagnostics.some(({ severity }) => severity === 'error');
  const lints: LintInput = {
    model: loaded.model,
    graph: linked.graph,
    digest: context.digest,
    asOf: context.asOf,
    ...(policy?.project === undefined ? {} : { policy }),
  };
  let found: readonly LintFinding[] | undefined;
  return {
    source,
    model: loaded.model,
    graph: linked.graph,
    diagnostics,
    lints,
    // A comparison asks for all of them only where something is to be said of what did not change.
    get lint() {
      return (found ??= invalid ? [] : runLints(lints));
    },
    invalid,
  };
}
