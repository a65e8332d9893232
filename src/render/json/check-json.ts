import { compareDiagnostics } from '../../core/diagnostics/index.ts';
import type { CheckResult } from '../../core/report/check-report.ts';
import { jsonText } from './json-text.ts';

/** The result of a check by the published schema `check`. */
export function checkJson(result: CheckResult): string {
  return jsonText({
    formatVersion: 1,
    tool: { name: 'countersign', version: result.toolVersion },
    revision: result.revision,
    asOf: result.asOf,
    valid: !result.invalid,
    summary: { open: result.open.length, elements: result.elements },
    diagnostics: result.diagnostics.toSorted(compareDiagnostics),
    findings: result.lint.map(({ elementKey: _, subject: _subject, ...finding }) => finding),
    ...(result.next === undefined ? {} : { next: result.next }),
  });
}
