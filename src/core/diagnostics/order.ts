import type { Diagnostic, Severity } from './diagnostic.ts';
import type { Location } from './location.ts';

const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Order by code points, the same in every locale (`localeCompare` is not). */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function compareLocations(a: Location, b: Location): number {
  return (
    compareText(a.revision, b.revision) ||
    compareText(a.file, b.file) ||
    a.span.start.line - b.span.start.line ||
    a.span.start.column - b.span.start.column
  );
}

/** The total order in which diagnostics are printed: by place, then severity, then rule and text. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareLocations(a.at, b.at) ||
    RANK[a.severity] - RANK[b.severity] ||
    compareText(a.ruleId, b.ruleId) ||
    compareText(a.message, b.message)
  );
}
