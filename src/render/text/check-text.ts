import type { CheckResult } from '../../core/report/check-report.ts';
import type { Location, Severity } from '../../core/diagnostics/index.ts';
import { checkGroups } from '../check-groups.ts';
import type { Found } from '../check-groups.ts';
import { codeFrame } from '../diagnostics/code-frame.ts';
import type { Extent } from '../finding-groups.ts';
import type { Paint } from '../paint.ts';
import { shown } from '../shown.ts';
import { place } from './place.ts';

/** So many are shown one after the other as they come; more are put together by rule, and only the first of each are shown. */
const FEW = 40;
const PER_RULE = 5;

/** The result of a check for a person at a terminal: worst first, each with its lines, then what to do next. */
export function checkText(result: CheckResult, paint: Paint, extent: Extent = 'worst'): string {
  const found = [...result.diagnostics, ...result.lint];
  const blocks =
    extent === 'all' || found.length <= FEW
      ? found.map((one) => problem(one, result, paint))
      : worstOf(found, result, paint);
  return [...blocks, summary(result, paint)].join('\n') + '\n';
}

/** By severity, then by rule: the first of each, and how many more there are. */
function worstOf(found: readonly Found[], result: CheckResult, paint: Paint): readonly string[] {
  const groups = checkGroups(found);
  const hidden = found.length - groups.reduce((sum, { members }) => sum + Math.min(members.length, PER_RULE), 0);
  return [
    ...groups.flatMap(({ ruleId, members }) => {
      const more = members.length - PER_RULE;
      const rest = more > 0 ? [paint.warning(`and ${more} more of ${ruleId}, not shown\n`)] : [];
      return [...members.slice(0, PER_RULE).map((one) => problem(one, result, paint)), ...rest];
    }),
    ...(hidden > 0
      ? [
          paint.warning(paint.bold(`NOT SHOWN: ${hidden} of ${count(found.length, 'finding')}.`)),
          'To see every one: --all, or --format json=FILE.\n',
        ]
      : []),
  ];
}

function problem(found: Found, result: CheckResult, paint: Paint): string {
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

function waived(found: Found): boolean {
  return 'waiver' in found && found.waiver?.valid === true;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
