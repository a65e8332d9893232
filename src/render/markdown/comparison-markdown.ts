import type { ComparisonReport, GateReport } from '../../core/report/comparison-report.ts';
import type { Finding } from '../../core/rules/finding.ts';
import { shown, shownValue } from '../shown.ts';
import { counted, revisionName, subject, verdict } from '../words.ts';

/** What a comment on a pull request may hold; the hosts refuse more than 65,536 characters. */
const LIMIT = 60_000;
const SHOWN_FINDINGS = 50;

/** A comparison as a comment on a pull request: verdict first, worst findings open, the rest folded; sized for the hosts. */
export function comparisonMarkdown(report: ComparisonReport | GateReport): string {
  const [judged, editorial] = split(report.findings);
  const gate = 'passed' in report ? [`**Gate ${report.passed ? 'passed' : 'NOT passed'}** (${code(report.failOn.join(', '))})`, ''] : [];
  const head = [
    `## Countersign: ${report.class}`,
    '',
    `${code(revisionName(report.base))} → ${code(revisionName(report.head))}, ${counted(report.findings.length, 'finding')}.`,
    '',
    ...gate,
  ];
  const rows = judged.slice(0, SHOWN_FINDINGS).map(row);
  const rest = judged.length - rows.length;
  const table = rows.length === 0 ? [] : ['| Verdict | Element | What and why | Rule |', '|---|---|---|---|', ...rows, ''];
  const more = rest > 0 ? [`${counted(rest, 'further finding')} in the full report.`, ''] : [];
  const folded =
    editorial.length === 0
      ? []
      : ['<details><summary>' + counted(editorial.length, 'editorial change') + '</summary>', '', ...editorial.map((one) => `- ${cell(subject(one))} (${code(one.ruleId)})`), '', '</details>', ''];
  return cut([...head, ...table, ...more, ...folded].join('\n'));
}

function split(findings: readonly Finding[]): readonly [readonly Finding[], readonly Finding[]] {
  return [findings.filter((one) => one.class !== 'editorial'), findings.filter((one) => one.class === 'editorial')];
}

function row(finding: Finding): string {
  const change =
    finding.before === undefined && finding.after === undefined
      ? ''
      : `<br>${code(short(shownValue(finding.before)))} → ${code(short(shownValue(finding.after)))}`;
  const raised = finding.raisedBy.map(({ id }) => id).join(', ');
  const label = raised === '' ? verdict(finding) : `${verdict(finding)} (${raised})`;
  return `| **${label}** | ${cell(subject(finding))} | ${cell(finding.reason)}${change} | ${code(finding.ruleId)} |`;
}

function short(text: string): string {
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}

/** Text of a spec inside a table cell: nothing of it is read as Markdown or HTML, and nobody is notified by an `@`. */
function cell(text: string): string {
  return shown(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/([\\`*_[\]{}()#+\-.!|~>])/g, '\\$1')
    .replaceAll('@', '&#64;');
}

function code(text: string): string {
  return `<code>${shown(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('|', '&#124;').replaceAll('`', '&#96;').replaceAll('@', '&#64;').replaceAll('*', '&#42;').replaceAll('_', '&#95;').replaceAll('[', '&#91;').replaceAll('\\', '&#92;')}</code>`;
}

function cut(text: string): string {
  if (text.length <= LIMIT) return text;
  const end = text.lastIndexOf('\n', LIMIT);
  return `${text.slice(0, end)}\n\n…cut here: the full report is longer than a comment may be.\n`;
}
