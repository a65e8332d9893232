import type { Diagnostic } from '../diagnostics/index.ts';
import type { LintFinding } from '../rules/finding.ts';
import type { RevisionIdentity } from '../source/source-file.ts';

/** What a check of one revision found, ready to be shown in any format. */
export interface CheckResult {
  readonly revision: RevisionIdentity;
  readonly diagnostics: readonly Diagnostic[];
  readonly lint: readonly LintFinding[];
  /** True when the revision cannot be understood: lints were not run. */
  readonly invalid: boolean;
  /** Lint findings of severity error that no valid waiver covers. */
  readonly open: readonly LintFinding[];
  /** Number of elements of the model. */
  readonly elements: number;
  /** Text of every file that something was found in, for code frames. */
  readonly texts: ReadonlyMap<string, string>;
  /** Day on which waivers were judged, `2026-03-02`. */
  readonly asOf: string;
  readonly toolVersion: string;
  /** The declaration that would help most next, in words. */
  readonly next: string | undefined;
  /** What is worth saying besides: several projects, a modified tree. */
  readonly notices: readonly string[];
}
