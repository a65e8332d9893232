import type { Assessment } from '../../core/impact/impact.ts';
import type { ComparisonReport, GateReport } from '../../core/report/comparison-report.ts';
import type { Finding } from '../../core/rules/finding.ts';
import { shownValue } from '../shown.ts';
import { counted, revisionName, subject, verdict } from '../words.ts';
import { code, inert } from './inert.ts';

/** What a comment on a pull request may hold; the hosts refuse more than 65,536 characters. */
const LIMIT = 60_000;
const SHOWN_FINDINGS = 50;
const SHOWN_REASONS = 10;

/** A comparison as a comment on a pull request: verdict first, worst findings open, the rest folded; sized for the hosts. */
export function comparisonMarkdown(report: ComparisonReport | GateReport): string {
  const editorial = report.findings.filter((one) => one.class === 'editorial');
  const judged = report.findings.filter((one) => one.class !== 'editorial');
  const rest = judged.length - SHOWN_FINDINGS;
  return cut(
    [
      `## Countersign: ${'compared' in report && !report.compared ? 'nothing was compared' : report.class}`,
      '',
      `${code(revisionName(report.base))} → ${code(revisionName(report.head))}, ${counted(report.findings.length, 'finding')}.`,
      '',
      ...('passed' in report ? gate(report) : []),
      ...(report.assessment === undefined ? [] : decision(report.assessment)),
      ...(judged.length === 0
        ? []
        : [
            '| Verdict | Element | What and why | Rule |',
            '|---|---|---|---|',
            ...judged.slice(0, SHOWN_FINDINGS).map(row),
            '',
          ]),
      ...(rest > 0 ? [`${counted(rest, 'further finding')} in the full report.`, ''] : []),
      ...(report.assessment === undefined ? [] : reach(report.assessment)),
      ...folded(
        counted(editorial.length, 'editorial change'),
        editorial.map((one) => `${inert(subject(one))} (${code(one.ruleId)})`),
      ),
    ].join('\n'),
  );
}

function gate(report: GateReport): readonly string[] {
  const more = report.reasons.length - SHOWN_REASONS;
  const policy = `${report.failOn.map(code).join(', ') || 'nothing but open errors'}; waivers as of ${report.asOf}`;
  const reasons = report.reasons.slice(0, SHOWN_REASONS).map((reason) => `- ${inert(reason)}`);
  return [
    `**Gate ${report.passed ? 'passed' : 'NOT passed'}** (stops ${policy})`,
    '',
    ...accepted(report),
    ...reasons,
    ...(more > 0 ? [`- and ${counted(more, 'further reason')}`] : []),
    ...(reasons.length > 0 ? [''] : []),
  ];
}

/** Waivers that came with the change are never let pass silently: all of them, unfolded. */
function accepted({ accepted: lines }: GateReport): readonly string[] {
  if (lines.length === 0) return [];
  return ['**Accepted by a waiver that is new in this change:**', '', ...lines.map((line) => `- ${inert(line)}`), ''];
}

function decision({ approvers }: Assessment): readonly string[] {
  if (approvers.length === 0) return [];
  return [
    ...approvers.map(
      (one) => `- ${one.function} ${one.required ? '**must approve**' : 'is informed'}: ${inert(one.because)}`,
    ),
    '',
  ];
}

function reach({ impacts, regression }: Assessment): readonly string[] {
  const { select, exclude } = regression;
  return [
    ...folded(
      `Reached: ${counted(impacts.length, 'element')}`,
      impacts.map((one) => `${inert(one.route)} (${one.action})`),
    ),
    ...folded(
      `Test again: ${counted(select.length, 'case')}`,
      select.map((one) => `${code(one.id)} ${one.status}: ${inert(one.reason)}`),
    ),
    ...folded(
      `Not tested again: ${counted(exclude.length, 'case')}`,
      exclude.map((one) => `${code(one.id)}: ${inert(one.reason)}`),
    ),
  ];
}

/** A list that a reader opens; nothing where there is nothing to list. */
function folded(title: string, items: readonly string[]): readonly string[] {
  if (items.length === 0) return [];
  return [`<details><summary>${title}</summary>`, '', ...items.map((item) => `- ${item}`), '', '</details>', ''];
}

function row(finding: Finding): string {
  const change =
    finding.before === undefined && finding.after === undefined
      ? ''
      : `<br>${code(short(shownValue(finding.before)))} → ${code(short(shownValue(finding.after)))}`;
  const raised = finding.raisedBy.map(({ id }) => id).join(', ');
  const label = raised === '' ? verdict(finding) : `${verdict(finding)} (${raised})`;
  const waiver =
    finding.waiver !== undefined
      ? `<br>waived by ${code(finding.waiver)}`
      : finding.waiverRequest !== undefined
        ? `<br>waiver ${code(finding.waiverRequest)} ${finding.waiverRequestVerdict?.accepted === true ? '**is new in this change**' : 'is a request'}`
        : '';
  return `| **${label}**${waiver} | ${inert(subject(finding))} | ${inert(finding.reason)}${change} | ${code(finding.ruleId)} |`;
}

function short(text: string): string {
  const characters = [...text];
  return characters.length > 120 ? `${characters.slice(0, 117).join('')}…` : text;
}

/** Cuts at the end of a line, and closes what is folded there. */
function cut(text: string): string {
  if (text.length <= LIMIT) return text;
  const kept = text.slice(0, text.lastIndexOf('\n', LIMIT));
  const open = kept.lastIndexOf('<details>') > kept.lastIndexOf('</details>');
  return `${kept}\n${open ? '\n</details>\n' : ''}\n…cut here: the full report is longer than a comment may be.\n`;
}
