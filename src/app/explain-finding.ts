import { usageFailure } from '../core/diagnostics/failure.ts';
import { previousDecisions } from '../core/impact/previous-decisions.ts';
import type { FindingExplanation, LintExplanation, TestStanding } from '../core/report/explanation.ts';
import { findByFingerprint } from '../core/report/find-by-fingerprint.ts';
import type { Finding, LintFinding } from '../core/rules/finding.ts';
import { traceRequirements } from '../core/trace/trace-requirements.ts';
import type { AssessedComparison, Comparison } from './compare-revisions.ts';
import type { Workbench } from './compose.ts';
import { shownPlaces } from './shown-places.ts';

/** The finding of a comparison, or of a lint in its head, that carries a fingerprint. Throws a usage `Failure` where none does. */
export function findingNamed({ judgement, head }: Comparison, asked: string): Finding | LintFinding {
  const found = findByFingerprint<Finding | LintFinding>([...judgement.findings, ...head.lint], asked);
  if (found !== undefined) return found;
  throw usageFailure(
    'finding-unknown',
    `No finding of this comparison has the fingerprint '${asked}'.`,
    'Name the same two revisions as the report that showed it, after the fingerprint: `h1:… v1.0.0..HEAD`.',
  );
}

/** Everything about a finding: where it stands, what it reaches, which tests exercise it, who decides, what was decided before. */
export function explainFinding(
  comparison: AssessedComparison,
  found: Finding | LintFinding,
  workbench: Pick<Workbench, 'catalogue'>,
): FindingExplanation | LintExplanation {
  const { base, head, judgement, assessment } = comparison;
  const sources = [base.source, head.source];
  if ('severity' in found) {
    return {
      finding: found,
      places: shownPlaces([found.at], sources),
      waiver: found.waiver?.why ?? 'No waiver names it.',
    };
  }
  const key = `${found.element.kind}:${found.element.id}`;
  const [before, after] = [base.model.elements.get(key), head.model.elements.get(key)];
  const current = new Set(
    head.model.ofKind('change').flatMap(({ id }) => (base.model.get('change', id) === undefined ? [id] : [])),
  );
  return {
    finding: found,
    places: shownPlaces([found.base, found.head], sources),
    impacts: assessment.impacts.filter(({ roots }) => roots.includes(found.fingerprint)),
    tests: testsOf(comparison, key, workbench),
    explained: judgement.findings.filter(({ claimedBy }) => claimedBy === found.fingerprint),
    explainedBy: judgement.findings.find(({ fingerprint }) => fingerprint === found.claimedBy),
    waiver: waiverOf(found, comparison),
    previous:
      before === undefined && after === undefined
        ? []
        : previousDecisions({ before, after }, base.model, head.model, current),
  };
}

/** Tests that exercise the element or what it is part of, with what the change means for them. */
function testsOf(
  { head, derivation, assessment }: AssessedComparison,
  key: string,
  { catalogue }: Pick<Workbench, 'catalogue'>,
): readonly TestStanding[] {
  const parent = head.model.elements.get(key)?.parent;
  const { model, graph, lint } = head;
  const trace = traceRequirements({ model, graph, derivation: derivation.head, lint, catalogue });
  const standing = new Map(
    [...assessment.regression.select, ...assessment.regression.exclude].map(({ id, status, reason }) => [
      id,
      { status, reason },
    ]),
  );
  return trace.backward
    .filter(({ element }) => element === key || (parent !== undefined && element === parent))
    .map(({ test }) => {
      const known = standing.get(test.id);
      return known === undefined ? test : { ...test, standing: known };
    });
}

function waiverOf({ waiver, waiverRequest, waiverRequestVerdict }: Finding, { base }: Comparison): string {
  if (waiver !== undefined) {
    const { reason, expires } = base.model.get('waiver', waiver)?.attributes ?? {};
    return `Waived by ${waiver} until ${expires ?? ''}: ${reason ?? ''}`;
  }
  if (waiverRequest === undefined) return 'No waiver names it.';
  const accepted = waiverRequestVerdict?.accepted === true;
  return `Waiver ${waiverRequest} ${accepted ? 'is accepted' : 'is a request that clears nothing'}: ${waiverRequestVerdict?.why ?? ''}`;
}
