import { requiredApprovers } from '../../core/impact/required-approvers.ts';
import type { ComparisonReport, GateReport } from '../../core/report/comparison-report.ts';
import type { Finding } from '../../core/rules/finding.ts';

/** A comparison as plain data by the published schema `comparison`; the same for `diff`, `impact` and `gate`. */
export function comparisonData(report: ComparisonReport | GateReport): Record<string, unknown> {
  const { assessment } = report;
  return {
    formatVersion: 1,
    tool: { name: 'countersign', version: report.toolVersion },
    base: report.base,
    head: report.head,
    summary: { class: report.class, counts: countsOf(report.findings), approvers: approversOf(report.findings) },
    findings: report.findings.map((finding) => ({
      ...finding,
      risk: finding.risk ?? null,
      before: finding.before ?? null,
      after: finding.after ?? null,
      base: finding.base ?? null,
      head: finding.head ?? null,
      claimedBy: finding.claimedBy ?? null,
      waiver: finding.waiver ?? null,
    })),
    ...(assessment === undefined ? {} : { impacts: assessment.impacts, regression: assessment.regression }),
    ...('passed' in report
      ? { gate: { passed: report.passed, failOn: report.failOn, reasons: report.reasons, asOf: report.asOf } }
      : {}),
  };
}

function countsOf(findings: readonly Finding[]): Record<string, number> {
  const of = (test: (finding: Finding) => boolean) => findings.filter(test).length;
  return {
    findings: findings.length,
    C: of(({ risk }) => risk === 'C'),
    H: of(({ risk }) => risk === 'H'),
    M: of(({ risk }) => risk === 'M'),
    L: of(({ risk }) => risk === 'L'),
    breaking: of((finding) => finding.class === 'breaking'),
    risky: of((finding) => finding.class === 'risky'),
    compatible: of((finding) => finding.class === 'compatible'),
    editorial: of((finding) => finding.class === 'editorial'),
    waived: of(({ waiver }) => waiver !== undefined),
  };
}

/** The same functions as in the impact assessment: those that must approve. */
function approversOf(findings: readonly Finding[]): readonly string[] {
  return requiredApprovers(findings).flatMap((one) => (one.required ? [one.function] : [])).toSorted();
}
