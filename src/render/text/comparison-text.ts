import type { ComparisonReport, GateReport } from '../../core/report/comparison-report.ts';
import type { Finding } from '../../core/rules/finding.ts';
import type { Paint } from '../paint.ts';
import { shown, shownValue } from '../shown.ts';
import { counted, revisionName, subject, verdict } from '../words.ts';
import { place } from './place.ts';

const WIDTH = 100;

/** All findings between two revisions for a person at a terminal: counts, then worst first; editorial ones as a count. */
export function comparisonText(report: ComparisonReport, paint: Paint): string {
  const editorial = report.findings.filter((finding) => finding.class === 'editorial');
  const judged = report.findings.filter((finding) => finding.class !== 'editorial');
  const lines = [
    `${revisionName(report.base)} → ${revisionName(report.head)}`,
    `${paint.bold('Class')}  ${classLabel(report.class, paint)}   ${counts(report.findings)}`,
    '',
    ...judged.flatMap((finding) => [...findingLines(finding, paint), '']),
    ...editorialLines(editorial, paint),
  ];
  return `${lines.join('\n')}\n`;
}

/** The same, ending with what the gate says and why. */
export function gateText(report: GateReport, paint: Paint): string {
  const policy = `policy: ${report.failOn.join(', ')}; waivers as of ${report.asOf}`;
  const verdictLine = report.passed
    ? paint.good(`Gate passed (${policy}).`)
    : paint.critical(`Gate NOT passed (${policy}).`);
  const reasons = report.reasons.map((reason) => `  ${shown(reason)}`);
  const comparison = report.compared
    ? comparisonText(report, paint)
    : `${revisionName(report.base)} → ${revisionName(report.head)}\n${paint.critical('Nothing was compared.')}\n`;
  return [comparison, ...acceptedLines(report, paint), verdictLine, ...reasons, ''].join('\n');
}

/** Waivers that came with the change are never let pass silently. */
function acceptedLines({ accepted }: GateReport, paint: Paint): readonly string[] {
  if (accepted.length === 0) return [];
  const title = `ACCEPTED BY A WAIVER THAT IS NEW IN THIS CHANGE: ${counted(accepted.length, 'finding')}`;
  return [paint.warning(paint.bold(title)), ...accepted.map((line) => `  ${shown(line)}`), ''];
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

function findingLines(finding: Finding, paint: Paint): readonly string[] {
  const raised = finding.raisedBy.map(({ id, reason }) => `${id}: ${reason}`).join('; ');
  const label =
    finding.risk === 'C' || finding.risk === 'H' ? paint.critical(verdict(finding)) : paint.warning(verdict(finding));
  const where = [
    ...(finding.base === undefined ? [] : [`base ${place(finding.base)}`]),
    ...(finding.head === undefined ? [] : [`head ${place(finding.head)}`]),
  ].join('   ');
  return [
    `${label}  ${paint.bold(shown(subject(finding)))}  ${paint.faint(finding.ruleId)}`,
    ...wrap(shown(finding.reason), WIDTH).map((line) => `  ${line}`),
    ...beforeAfter(finding).map((line) => `  ${line}`),
    ...(raised === '' ? [] : wrap(`raised by ${shown(raised)}`, WIDTH).map((line) => `  ${paint.faint(line)}`)),
    `  ${paint.faint(`${where}   ${finding.fingerprint.slice(0, 15)}`)}`,
    ...(finding.waiver === undefined ? [] : [`  ${paint.faint(`waived by ${shown(finding.waiver)}`)}`]),
    ...(finding.waiverRequest === undefined
      ? []
      : [`  ${requestLine(finding.waiverRequest, finding.waiverRequestVerdict, paint)}`]),
    ...(finding.claimedBy === undefined ? [] : [`  ${paint.faint(`explained by ${finding.claimedBy.slice(0, 15)}`)}`]),
  ];
}

function requestLine(id: string, verdict: Finding['waiverRequestVerdict'], paint: Paint): string {
  const why = shown(verdict?.why ?? 'New in head.');
  return verdict?.accepted === true
    ? paint.warning(`waiver ${shown(id)} accepted: ${why}`)
    : paint.faint(`waiver ${shown(id)} is a request that clears nothing: ${why}`);
}

function beforeAfter(finding: Finding): readonly string[] {
  if (finding.before === undefined && finding.after === undefined) return [];
  const [before, after] = [shownValue(finding.before), shownValue(finding.after)];
  if (before.length + after.length > WIDTH - 6 || before.length + after.length === 0) return [];
  return [`${before} → ${after}`];
}

function editorialLines(findings: readonly Finding[], paint: Paint): readonly string[] {
  if (findings.length === 0) return [];
  const names = findings.map((finding) => `${finding.ruleId} ${subject(finding)}`);
  return [
    paint.faint(`${counted(findings.length, 'editorial change')}:`),
    ...names.map((name) => paint.faint(`  ${shown(name)}`)),
  ];
}

/** Breaks a sentence into lines of at most `width` characters; a longer word stands alone. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
