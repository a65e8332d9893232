import type { ComparisonReport } from '../../core/report/comparison-report.ts';
import type { Assessment } from '../../core/impact/impact.ts';
import type { Paint } from '../paint.ts';
import { shown } from '../shown.ts';
import { counted } from '../words.ts';
import { comparisonText } from './comparison-text.ts';

/** Findings, what they reach and by which way, what is tested again and what is not, and who decides. */
export function impactText(report: ComparisonReport & { readonly assessment: Assessment }, paint: Paint): string {
  const { impacts, regression, approvers } = report.assessment;
  const lines = [
    paint.bold(`Reached: ${counted(impacts.length, 'element')}`),
    ...impacts.map((impact) => `  ${shown(impact.route)}  ${paint.faint(impact.action)}`),
    '',
    paint.bold(`Test again: ${counted(regression.select.length, 'case')}`),
    ...regression.select.map(({ id, status, reason }) => `  ${shown(id)}  ${status}  ${paint.faint(shown(reason))}`),
    '',
    paint.bold(`Not tested again: ${counted(regression.exclude.length, 'case')}`),
    ...reasonsOf(regression.exclude).map(([reason, ids]) => `  ${counted(ids.length, 'case')}: ${shown(reason)}`),
    '',
    paint.bold('Decision'),
    ...approvers.map(
      (one) =>
        `  ${one.function}  ${one.required ? 'must approve' : 'is informed'}  ${paint.faint(shown(one.because))}`,
    ),
    '',
  ];
  return `${comparisonText(report, paint)}\n${lines.join('\n')}`;
}

function reasonsOf(omissions: Assessment['regression']['exclude']): readonly (readonly [string, readonly string[]])[] {
  const reasons = new Map<string, string[]>();
  for (const { id, reason } of omissions) reasons.set(reason, [...(reasons.get(reason) ?? []), id]);
  return [...reasons];
}
