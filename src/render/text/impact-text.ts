import type { ComparisonReport } from '../../core/report/comparison-report.ts';
import type { Assessment } from '../../core/impact/impact.ts';
import type { Extent } from '../finding-groups.ts';
import type { Paint } from '../paint.ts';
import { shown } from '../shown.ts';
import { counted } from '../words.ts';
import { comparisonText } from './comparison-text.ts';

/** Elements and cases that are listed; the JSON has all of them. */
const SHOWN = 100;

/** Findings, what they reach and by which way, what is tested again and what is not, and who decides. */
export function impactText(
  report: ComparisonReport & { readonly assessment: Assessment },
  paint: Paint,
  extent: Extent = 'worst',
): string {
  const { impacts, regression, approvers } = report.assessment;
  const lines = [
    paint.bold(`Reached: ${counted(impacts.length, 'element')}`),
    ...some(
      impacts.map((impact) => `  ${shown(impact.route)}  ${paint.faint(impact.action)}`),
      extent,
      paint,
    ),
    '',
    paint.bold(`Test again: ${counted(regression.select.length, 'case')}`),
    ...some(
      regression.select.map(({ id, status, reason }) => `  ${shown(id)}  ${status}  ${paint.faint(shown(reason))}`),
      extent,
      paint,
    ),
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
  return `${comparisonText(report, paint, extent)}\n${lines.join('\n')}`;
}

/** Lines of a long list: the first, and how many more there are. */
function some(lines: readonly string[], extent: Extent, paint: Paint): readonly string[] {
  const more = lines.length - SHOWN;
  if (extent === 'all' || more <= 0) return lines;
  return [...lines.slice(0, SHOWN), paint.warning(`  and ${more} more, not shown (--all, or --format json)`)];
}

function reasonsOf(omissions: Assessment['regression']['exclude']): readonly (readonly [string, readonly string[]])[] {
  const reasons = new Map<string, string[]>();
  for (const { id, reason } of omissions) {
    const ids = reasons.get(reason);
    if (ids === undefined) reasons.set(reason, [id]);
    else ids.push(id);
  }
  return [...reasons];
}
