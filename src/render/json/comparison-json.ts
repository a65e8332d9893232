import { requiredApprovers } from '../../core/impact/required-approvers.ts';
import type { ComparisonReport, GateReport } from '../../core/report/comparison-report.ts';
import type { ComposedEffect } from '../../core/rules/composed-effect/composed-effect.ts';
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
    findings: report.findings.map(findingData),
    composedEffects: report.composedEffects.map(effectData),
    ...(assessment === undefined ? {} : { impacts: assessment.impacts, regression: assessment.regression }),
    ...('passed' in report ? { gate: gateData(report) } : {}),
  };
}

/** Every property by name: one that a finding gains must be published in the schema first. */
export function findingData(finding: Finding): Record<keyof Finding, unknown> {
  return {
    ruleId: finding.ruleId,
    class: finding.class,
    risk: finding.risk ?? null,
    raisedBy: finding.raisedBy,
    element: finding.element,
    attribute: finding.attribute,
    before: finding.before ?? null,
    after: finding.after ?? null,
    reason: finding.reason,
    base: finding.base ?? null,
    head: finding.head ?? null,
    fingerprint: finding.fingerprint,
    claims: finding.claims,
    claimedBy: finding.claimedBy ?? null,
    evidence: finding.evidence,
    approvers: finding.approvers,
    parts: finding.parts ?? [],
    waiver: finding.waiver ?? null,
    waiverRequest: finding.waiverRequest ?? null,
    waiverRequestVerdict: finding.waiverRequestVerdict ?? null,
  };
}

/** Of the inputs those that do not arrive as before, or of which nobody can say; `vectors` counts all of them. */
function effectData(effect: ComposedEffect): Record<keyof ComposedEffect, unknown> {
  return {
    element: effect.element,
    touchedBy: effect.touchedBy,
    notFollowed: effect.notFollowed,
    statement: { verdict: effect.statement.verdict, by: effect.statement.by ?? null, text: effect.statement.text },
    vectors: effect.vectors,
    rows: effect.rows
      .filter(({ same }) => same !== true)
      .map(({ input, base, head, same }) => ({ input, base, head, same: same ?? null })),
  };
}

function gateData({ compared, passed, failOn, accepted, reasons, asOf }: GateReport): Record<string, unknown> {
  return { compared, passed, failOn, accepted, reasons, asOf };
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
  return requiredApprovers(findings)
    .flatMap((one) => (one.required ? [one.function] : []))
    .toSorted();
}
