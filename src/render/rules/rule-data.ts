import type { CatalogueRule } from '../../core/rules/catalogue.ts';
import { adjustmentsFor, claimsInWords, familyOf } from '../../core/rules/rule-facts.ts';

/** A rule as plain data by the published schema `rules`. */
export function ruleData(entry: CatalogueRule): Record<string, unknown> {
  const { id, purpose, why, fix } = entry.rule;
  const common = { id, kind: entry.kind, family: familyOf(entry) ?? null, purpose, why, fix };
  if (entry.kind === 'loader') return { ...common, severity: entry.rule.severity };
  if (entry.kind === 'lint') {
    const { severity, stance, stanceReason, reads, examples } = entry.rule;
    return {
      ...common,
      severity,
      stance,
      stanceReason,
      reads,
      examples: examples.map(({ name, spec, project, asOf, expect }) => ({
        name,
        spec,
        ...(project === undefined ? {} : { project }),
        ...(asOf === undefined ? {} : { asOf }),
        expect,
      })),
    };
  }
  const { rule } = entry;
  return {
    ...common,
    class: rule.class,
    risk: rule.risk ?? null,
    core: rule.core,
    evidence: rule.evidence,
    approvers: rule.approvers,
    mirror: rule.mirror,
    judges: claimsInWords(rule),
    adjustments: adjustmentsFor(rule).map((adjustment) => ({ id: adjustment.id, purpose: adjustment.purpose })),
    examples: rule.examples.map(({ name, before, after, expect }) => ({ name, before, after, expect })),
  };
}

/** The catalogue by the published schema `rules`. */
export function rulesData(entries: readonly CatalogueRule[], toolVersion: string): Record<string, unknown> {
  return {
    formatVersion: 1,
    tool: { name: 'countersign', version: toolVersion },
    rules: entries.map(ruleData),
  };
}
