import { ADJUSTMENTS } from '../adjustments/index.ts';
import type { ChangeContext } from '../change-rule.ts';
import type { Approvers, ApproverFunction, EvidenceCode, Finding } from '../finding.ts';
import type { RawFinding } from './raw-finding.ts';
import { worseClass, worseRisk } from './raw-finding.ts';

/** Applies every adjustment to every finding that is not editorial, and says in `raisedBy` what each of them did. */
export function adjustFindings(raws: readonly RawFinding[], context: ChangeContext): readonly RawFinding[] {
  const adjustments = ADJUSTMENTS.map((rule) => ({ rule, effectOn: rule.prepare(context) }));
  return raws.map((raw) => {
    let adjusted = raw;
    for (const { rule, effectOn } of adjustments) {
      if (adjusted.finding.class === 'editorial') break;
      const effect = effectOn(adjusted);
      if (effect === undefined) continue;
      const { finding } = adjusted;
      const change = {
        class: rule.lowers ? (effect.class ?? finding.class) : worseClass(finding.class, effect.class ?? finding.class),
        risk: rule.lowers ? (effect.risk ?? finding.risk) : worseRisk(finding.risk, effect.risk),
        evidence: union(finding.evidence, effect.evidence ?? []),
      };
      if (isSame(finding, change) && effect.noted !== true) continue;
      const raisedBy = [...finding.raisedBy, { id: rule.id, reason: effect.reason }];
      adjusted = { ...adjusted, finding: { ...finding, ...change, raisedBy } };
    }
    return adjusted;
  });
}

/** A critical finding is decided by the quality unit and at least one more function, whatever its rule asks for. */
export function withNeededApprovers(finding: Finding): Finding {
  return finding.risk === 'C' ? { ...finding, approvers: forCritical(finding.approvers) } : finding;
}

export function unionOfApprovers(all: readonly Approvers[]): Approvers {
  const approve = inOrder(all.flatMap((approvers) => approvers.approve));
  const inform = inOrder(all.flatMap((approvers) => approvers.inform)).filter((one) => !approve.includes(one));
  return { approve, inform };
}

export function union(a: readonly EvidenceCode[], b: readonly EvidenceCode[]): readonly EvidenceCode[] {
  return [...new Set([...a, ...b])];
}

function forCritical({ approve, inform }: Approvers): Approvers {
  const withQuality = approve.includes('QA') ? approve : [...approve, 'QA' as const];
  const needed = withQuality.length > 1 ? withQuality : [...withQuality, inform.find((one) => one !== 'QA') ?? 'OPS'];
  return unionOfApprovers([{ approve: needed, inform }]);
}

function inOrder(functions: readonly ApproverFunction[]): readonly ApproverFunction[] {
  return (['OPS', 'QA', 'IT'] as const).filter((one) => functions.includes(one));
}

function isSame(finding: Finding, change: Pick<Finding, 'class' | 'risk' | 'evidence'>): boolean {
  return (
    finding.class === change.class && finding.risk === change.risk && finding.evidence.length === change.evidence.length
  );
}
