import type { DocumentContext } from '../document-context.ts';
import { type FactsOf, count, facts, text, texts, words } from '../fact-shape.ts';
import type { NumberedFinding } from './numbered-findings.ts';
import type { Service } from './requirements-served.ts';

export const CONSEQUENCE_ROW = facts({
  ref: text,
  changed: text,
  findings: texts,
  reached: text,
  route: text,
  distance: count,
  effect: text,
  requirements: texts,
  outputs: texts,
  action: words('assess', 're-run', 're-confirm', 're-author'),
  evidence: texts,
});

/** An element that a change reaches: keys are `kind:id`. */
export type ConsequenceRow = FactsOf<typeof CONSEQUENCE_ROW>;

/** Everything that the changes reach, nearest first. */
export function consequenceRows(
  { assessment }: DocumentContext,
  findings: readonly NumberedFinding[],
  service: Service,
): readonly ConsequenceRow[] {
  const refs = new Map(findings.map(({ finding, ref }) => [finding.fingerprint, ref]));
  const digits = Math.max(3, `${assessment.impacts.length}`.length);
  return assessment.impacts.map((impact, index) => {
    const last = impact.via.at(-1);
    return {
      ref: `R-${`${index + 1}`.padStart(digits, '0')}`,
      changed: impact.via[0]?.from ?? impact.element,
      findings: impact.roots.map((root) => refs.get(root) ?? root),
      reached: impact.element,
      route: impact.route,
      distance: impact.distance,
      effect: last === undefined ? '' : last.because,
      requirements: service.requirements(impact.element),
      outputs: service.outputs(impact.element),
      action: impact.action,
      evidence: [...impact.evidence],
    };
  });
}
