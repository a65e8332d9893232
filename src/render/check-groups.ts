import type { Diagnostic, Severity } from '../core/diagnostics/index.ts';
import { compareText } from '../core/diagnostics/order.ts';
import type { LintFinding } from '../core/rules/finding.ts';

/** What a check finds: what keeps a file from being understood, or what a lint says. */
export type Found = Diagnostic | LintFinding;

/** What one rule found with one severity, in the order in which it came. */
export interface CheckGroup {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly members: readonly Found[];
}

const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

/** What was found by severity, then by rule; errors first. */
export function checkGroups(found: readonly Found[]): readonly CheckGroup[] {
  const groups = new Map<string, { readonly ruleId: string; readonly severity: Severity; readonly members: Found[] }>();
  for (const one of found) {
    const key = `${one.severity} ${one.ruleId}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { ruleId: one.ruleId, severity: one.severity, members: [one] });
    else group.members.push(one);
  }
  return [...groups.values()].toSorted(
    (a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) || compareText(a.ruleId, b.ruleId),
  );
}
