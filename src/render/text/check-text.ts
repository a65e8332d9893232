import type { CheckResult } from '../../core/report/check-report.ts';
import type { Diagnostic, Location, Severity } from '../../core/diagnostics/index.ts';
import type { LintFinding } from '../../core/rules/finding.ts';
import { codeFrame } from '../diagnostics/code-frame.ts';
import type { Paint } from '../paint.ts';
import { shown } from '../shown.ts';
import { place } from './place.ts';

/** The result of a check for a person at a terminal: worst first, each with its lines, then what to do next. */
export function checkText(result: CheckResult, paint: Paint): string {
  const blocks = [
    ...result.diagnostics.map((diagnostic) => problem(diagnostic, result, paint)),
    ...result.lint.map((finding) => problem(finding, result, paint)),
  ];
  return [...blocks, summary(result, paint)].join('\n') + '\n';
}

function problem(found: Diagnostic | LintFinding, result: CheckResult, paint: Paint): string {
  const waiver = 'waiver' in found ? found.waiver : undefined;
  const label = waiver?.valid === true ? paint.faint('waived') : severityLabel(found.severity, paint);
  const lines = [`${paint.bold(place(found.at))}  ${label}  ${paint.faint(found.ruleId)}`, `  ${shown(found.message)}`];
  lines.push(...frame(found.at, result).map((line) => `  ${line}`));
  if (found.hint !== undefined) lines.push(`  ${paint.faint('do:')} ${shown(found.hint)}`);
  for (const { message, at } of found.related ?? []) lines.push(`  ${paint.faint(`${place(at)}: ${shown(message)}`)}`);
  if (waiver !== undefined) lines.push(`  ${paint.faint('waiver')} ${shown(waiver.id)}: ${shown(waiver.why)}`);
  return `${lines.join('\n')}\n`;
}

function frame(at: Location, result: CheckResult): readonly string[] {
  const text = result.texts.get(at.file);
  return text === undefined ? [] : codeFrame(text, at.span).split('\n');
}

function severityLabel(severity: Severity, paint: Paint): string {
  if (severity === 'error') return paint.critical('error');
  return severity === 'warning' ? paint.warning('warning') : paint.faint('info');
}

function summary(result: CheckResult, paint: Paint): string {
  if (result.invalid) {
    const errors = result.diagnostics.filter(({ severity }) => severity === 'error').length;
    return paint.critical(`The specification cannot be understood: ${count(errors, 'error')}. Lints were not run.`);
  }
  const of = (severity: Severity) =>
    [...result.diagnostics, ...result.lint].filter((found) => found.severity === severity && !waived(found)).length;
  const covered = result.lint.filter(waived).length;
  const counts = `${count(result.open.length, 'open error')}, ${count(of('warning'), 'warning')}, ${count(of('info'), 'note')}, ${count(covered, 'waived finding')}`;
  const what = `${count(result.elements, 'element')} read. ${counts} (waivers as of ${result.asOf}).`;
  const next = result.next === undefined ? [] : ['', `${paint.bold('Next')}: ${shown(result.next)}`];
  return [result.open.length > 0 ? paint.critical(what) : paint.good(what), ...next].join('\n');
}

function waived(found: Diagnostic | LintFinding): boolean {
  return 'waiver' in found && found.waiver?.valid === true;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
