import type { ComparisonReport, GateReport } from '../../core/report/comparison-report.ts';
import type { Finding } from '../../core/rules/finding.ts';
import { groupByRule, notShown, shownOf } from '../finding-groups.ts';
import type { Extent, FindingGroup } from '../finding-groups.ts';
import type { Paint } from '../paint.ts';
import { shown } from '../shown.ts';
import { counted, revisionName, subject } from '../words.ts';
import { effectLines } from './effect-text.ts';
import { groupLines, singleLines } from './finding-text.ts';
import { wrapped } from './wrap.ts';

/** What of many findings is shown, so that a person can still read it. */
const WORST = { perGroup: 8, total: 80 };
const EVERY = { perGroup: Infinity, total: Infinity };
/** Editorial changes that are named, and reasons of a gate. */
const SHOWN_EDITORIAL = 20;
const SHOWN_REASONS = 20;

/** All findings between two revisions for a person at a terminal: counts, then by rule, worst first; editorial ones in short. */
export function comparisonText(report: ComparisonReport, paint: Paint, extent: Extent = 'worst'): string {
  const groups = groupByRule(report.findings);
  const editorial = groups.filter(({ grade }) => grade.class === 'editorial');
  const judged = groups.filter(({ grade }) => grade.class !== 'editorial');
  const numbers = shownOf(judged, extent === 'all' ? EVERY : WORST);
  const lines = [
    `${revisionName(report.base)} → ${revisionName(report.head)}`,
    `${paint.bold('Class')}  ${classLabel(report.class, paint)}   ${counts(report.findings)}`,
    '',
    ...judged.flatMap((group, index) => linesOf(group, numbers[index] ?? 0, paint, extent)),
    ...hiddenLines(judged, numbers, report.findings.length, paint),
    ...effectLines(report.composedEffects, paint, extent),
    ...editorialLines(editorial, paint, extent),
  ];
  return `${lines.join('\n')}\n`;
}

/** The same, ending with what the gate says and why. */
export function gateText(report: GateReport, paint: Paint, extent: Extent = 'worst'): string {
  const policy = `policy: ${report.failOn.join(', ')}; waivers as of ${report.asOf}`;
  const verdictLine = report.passed
    ? paint.good(`Gate passed (${policy}).`)
    : paint.critical(`Gate NOT passed (${policy}).`);
  const number = extent === 'all' ? report.reasons.length : SHOWN_REASONS;
  const more = report.reasons.length - number;
  const reasons = report.reasons.slice(0, number).flatMap((reason) => wrapped(shown(reason), 2));
  const comparison = report.compared
    ? comparisonText(report, paint, extent)
    : `${revisionName(report.base)} → ${revisionName(report.head)}\n${paint.critical('Nothing was compared.')}\n`;
  return [
    comparison,
    ...acceptedLines(report, paint),
    verdictLine,
    ...reasons,
    ...(more > 0 ? [`  and ${counted(more, 'further reason')} (--all, or --format json)`] : []),
    '',
  ].join('\n');
}

/** Waivers that came with the change are never let pass silently. */
function acceptedLines({ accepted }: GateReport, paint: Paint): readonly string[] {
  if (accepted.length === 0) return [];
  const title = `ACCEPTED BY A WAIVER THAT IS NEW IN THIS CHANGE: ${counted(accepted.length, 'finding')}`;
  return [paint.warning(paint.bold(title)), ...accepted.flatMap((line) => wrapped(shown(line), 2)), ''];
}

export function classLabel(name: ComparisonReport['class'], paint: Paint): string {
  if (name === 'CRITICAL' || name === 'MAJOR') return paint.critical(paint.bold(name));
  return name === 'MINOR' ? paint.warning(name) : paint.good(name);
}

function counts(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'no difference in meaning';
  const of = (test: (finding: Finding) => boolean) => findings.filter(test).length;
  const risks = (['C', 'H', 'M', 'L'] as const).map((risk) => `${of((finding) => finding.risk === risk)} ${risk}`);
  return `${counted(findings.length, 'finding')}: ${risks.join(', ')}, ${of((finding) => finding.class === 'editorial')} editorial`;
}

function linesOf(group: FindingGroup, number: number, paint: Paint, extent: Extent): readonly string[] {
  const [only, ...others] = group.told;
  return only !== undefined && others.length === 0 && number === 1
    ? singleLines(only, paint, extent)
    : groupLines(group, number, paint, extent);
}

/** What is not shown is said loudly, with its risks and with the way to see it. */
function hiddenLines(
  groups: readonly FindingGroup[],
  numbers: readonly number[],
  total: number,
  paint: Paint,
): readonly string[] {
  const { number, risks } = notShown(groups, numbers);
  if (number === 0) return [];
  const title = `NOT SHOWN: ${number} of ${counted(total, 'finding')}${risks === '' ? '' : ` (${risks})`}.`;
  return [paint.warning(paint.bold(title)), 'To see every one: --all, or --format json=FILE.', ''];
}

function editorialLines(groups: readonly FindingGroup[], paint: Paint, extent: Extent): readonly string[] {
  const all = groups.flatMap(({ told }) => told.flatMap(({ finding, explained }) => [finding, ...explained]));
  if (all.length === 0) return [];
  const named = extent === 'all' ? all : all.slice(0, SHOWN_EDITORIAL);
  const more = all.length - named.length;
  return [
    `${counted(all.length, 'editorial change')}:`,
    ...named.map((finding) => `  ${shown(`${finding.ruleId} ${subject(finding)}`)}`),
    ...(more > 0 ? [`  and ${more} more (--all)`] : []),
  ].map((line) => paint.faint(line));
}
