import type { Assessment } from '../../core/impact/impact.ts';
import type { ComparisonReport, GateReport } from '../../core/report/comparison-report.ts';
import type { Finding } from '../../core/rules/finding.ts';
import { groupByRule, notShown, shownOf } from '../finding-groups.ts';
import type { FindingGroup } from '../finding-groups.ts';
import { counted, revisionName, subject } from '../words.ts';
import { firstOf, fitted, folded } from './comment.ts';
import type { CommentPart } from './comment.ts';
import { effectsFolded } from './effect-markdown.ts';
import { groupMarkdown } from './finding-markdown.ts';
import { code, inert } from './inert.ts';

/** What of many findings is shown. */
const WORST = { perGroup: 8, total: 60 };
const SHOWN_REASONS = 10;
const SHOWN_ITEMS = 100;

/** A comparison as a comment on a pull request: verdict first, then by rule, worst first; details folded, sized for the hosts. */
export function comparisonMarkdown(report: ComparisonReport | GateReport): string {
  const groups = groupByRule(report.findings);
  const judged = groups.filter(({ grade }) => grade.class !== 'editorial');
  const numbers = shownOf(judged, WORST);
  return fitted([
    {
      name: 'the verdict',
      lines: [
        `## Countersign: ${'compared' in report && !report.compared ? 'nothing was compared' : report.class}`,
        '',
        `${code(revisionName(report.base))} → ${code(revisionName(report.head))}, ${countsOf(report.findings)}.`,
        '',
        ...('passed' in report ? gate(report) : []),
        ...(report.assessment === undefined ? [] : decision(report.assessment)),
        ...notShownLines(judged, numbers, report.findings.length),
      ],
    },
    ...judged.map((group, index) => ({
      name: `findings of ${group.ruleId}`,
      lines: groupMarkdown(group, numbers[index] ?? 0),
    })),
    { name: 'what arrives before and after', lines: effectsFolded(report.composedEffects) },
    ...(report.assessment === undefined ? [] : reach(report.assessment)),
    { name: 'editorial changes', lines: editorialFolded(groups) },
  ]);
}

function countsOf(findings: readonly Finding[]): string {
  const risks = (['C', 'H', 'M', 'L'] as const).map(
    (risk) => `${findings.filter((finding) => finding.risk === risk).length} ${risk}`,
  );
  if (findings.length === 0) return 'no difference in meaning';
  const editorial = findings.filter((finding) => finding.class === 'editorial').length;
  return `${counted(findings.length, 'finding')}: ${risks.join(', ')}, ${editorial} editorial`;
}

function notShownLines(groups: readonly FindingGroup[], numbers: readonly number[], total: number): readonly string[] {
  const { number, risks } = notShown(groups, numbers);
  if (number === 0) return [];
  return [
    `**Not shown here: ${number} of ${total} findings (${risks})**; the text report with --all, or JSON, has every one.`,
    '',
  ];
}

function editorialFolded(groups: readonly FindingGroup[]): readonly string[] {
  const all = groups
    .filter(({ grade }) => grade.class === 'editorial')
    .flatMap(({ told }) => told.flatMap(({ finding, explained }) => [finding, ...explained]));
  return folded(
    counted(all.length, 'editorial change'),
    firstOf(
      all.map((one) => `${inert(subject(one))} (${code(one.ruleId)})`),
      SHOWN_ITEMS,
    ),
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

function reach({ impacts, regression }: Assessment): readonly CommentPart[] {
  const { select, exclude } = regression;
  const part = (name: string, title: string, items: readonly string[]): CommentPart => ({
    name,
    lines: folded(title, firstOf(items, SHOWN_ITEMS)),
  });
  return [
    part(
      'what is reached',
      `Reached: ${counted(impacts.length, 'element')}`,
      impacts.map((one) => `${inert(one.route)} (${one.action})`),
    ),
    part(
      'what is tested again',
      `Test again: ${counted(select.length, 'case')}`,
      select.map((one) => `${code(one.id)} ${one.status}: ${inert(one.reason)}`),
    ),
    part(
      'what is not tested again',
      `Not tested again: ${counted(exclude.length, 'case')}`,
      exclude.map((one) => `${code(one.id)}: ${inert(one.reason)}`),
    ),
  ];
}
