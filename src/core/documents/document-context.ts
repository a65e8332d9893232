import type { Derivation } from '../derive/test-case.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { ModelDiff } from '../diff/delta.ts';
import type { Digest } from '../digest.ts';
import type { ChangeExploration } from '../explore/change/change-exploration.ts';
import type { RuleStrength } from '../explore/strength/rule-strength.ts';
import type { SpecGraph } from '../graph/spec-graph.ts';
import type { Assessment } from '../impact/impact.ts';
import type { ClauseCatalogue } from '../model/clause-catalogue.ts';
import type { SpecModel } from '../model/spec-model.ts';
import type { ComposedEffect } from '../rules/composed-effect/composed-effect.ts';
import type { LintFinding } from '../rules/finding.ts';
import type { RevisionIdentity } from '../source/source-file.ts';
import type { Traceability } from '../trace/traceability.ts';
import type { AssessmentQuestion } from './assessment-questions.ts';

/** One revision as documents see it. */
export interface DocumentRevision {
  readonly identity: RevisionIdentity;
  readonly model: SpecModel;
  readonly graph: SpecGraph;
  readonly diagnostics: readonly Diagnostic[];
  /** Judged with waivers as of head's commit date: documents have no other clock. */
  readonly lint: readonly LintFinding[];
  readonly derivation: Derivation;
}

/** What the composed plant of both revisions can come to. */
export interface ExplorationFacts {
  /** Absent where nothing was searched. */
  readonly found?: ChangeExploration;
  /** Why nothing was searched, in whole sentences; empty otherwise. */
  readonly notSearched: string;
  /** Which weakenings of head no invariant would notice. */
  readonly strength?: RuleStrength;
}

/** A commit between base and head. */
export interface CommitFact {
  readonly commit: string;
  readonly author: string;
  /** Committer date, ISO 8601 in UTC. */
  readonly instant: string;
  readonly subject: string;
}

/** Everything that a document may state. All of it follows from two commits and the version of the tool. */
export interface DocumentContext {
  readonly base: DocumentRevision;
  readonly head: DocumentRevision;
  readonly diff: ModelDiff;
  readonly assessment: Assessment;
  readonly exploration: ExplorationFacts;
  /** Of each mapped field on whose way something changed, what arrives before and after. */
  readonly composedEffects: readonly ComposedEffect[];
  /** Traceability of head. */
  readonly trace: Traceability;
  readonly catalogue: ClauseCatalogue;
  /** Questions that every assessment answers, in the order in which they print. */
  readonly questions: readonly AssessmentQuestion[];
  /** Newest first; `complete` is false when there were more than are listed. */
  readonly commits: { readonly list: readonly CommitFact[]; readonly complete: boolean };
  readonly tool: {
    readonly name: string;
    readonly version: string;
    readonly rulesVersion: string;
    readonly languageVersion: number;
  };
  /** SHA-256 over tool version and both spec snapshots: short, it stands in every footer. */
  readonly sourceHash: string;
  readonly digest: Digest;
}
