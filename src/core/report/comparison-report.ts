import type { Assessment } from '../impact/impact.ts';
import type { ComposedEffect } from '../rules/composed-effect/composed-effect.ts';
import type { ComparisonClass, Finding } from '../rules/finding.ts';
import type { RevisionIdentity } from '../source/source-file.ts';

/** Two revisions and what was found between them, ready to be shown in any format. */
export interface ComparisonReport {
  readonly base: RevisionIdentity;
  readonly head: RevisionIdentity;
  readonly class: ComparisonClass;
  /** Worst first. */
  readonly findings: readonly Finding[];
  /** Of each mapped field on whose way something changed, what arrives before and after. */
  readonly composedEffects: readonly ComposedEffect[];
  /** Present when the change was followed through the dependency graph. */
  readonly assessment?: Assessment;
  readonly toolVersion: string;
  readonly notices: readonly string[];
}

/** What the policy of the base revision says about a comparison. */
export interface GateReport extends ComparisonReport {
  /** False when base and head are one revision: then nothing was judged, and nothing passed. */
  readonly compared: boolean;
  readonly failOn: readonly string[];
  readonly passed: boolean;
  /** What does not stop the change because of a waiver that came with it, and who approved that; one sentence each. */
  readonly accepted: readonly string[];
  /** Why it did not pass, one sentence each. */
  readonly reasons: readonly string[];
  readonly asOf: string;
}
