import type { Finding } from '../core/rules/finding.ts';

/** How much of many findings a report for people shows: the worst of each rule, or every one. */
export type Extent = 'worst' | 'all';

/** A finding that is told by itself, with those that it explains. */
export interface ToldFinding {
  readonly finding: Finding;
  readonly explained: readonly Finding[];
}

/** Findings of one rule with the same class and risk, so that groups as a whole keep the order of worst first. */
export interface FindingGroup {
  readonly ruleId: string;
  /** Class and risk of each of them. */
  readonly grade: Pick<Finding, 'class' | 'risk'>;
  readonly told: readonly ToldFinding[];
}

/** Groups what is told by itself, in the order in which it comes; what is explained goes with what explains it. */
export function groupByRule(findings: readonly Finding[]): readonly FindingGroup[] {
  const byFingerprint = new Map(findings.map((finding) => [finding.fingerprint, finding]));
  const explained = new Map<string, Finding[]>();
  const leads: Finding[] = [];
  for (const finding of findings) {
    const lead = leadOf(finding, byFingerprint);
    if (lead === finding) leads.push(finding);
    else add(explained, lead.fingerprint, finding);
  }
  const groups = new Map<string, Finding[]>();
  for (const finding of leads) add(groups, `${finding.ruleId} ${finding.class} ${finding.risk ?? ''}`, finding);
  return [...groups.values()].map((members) => ({
    ruleId: members[0]?.ruleId ?? '',
    grade: { class: members[0]?.class ?? 'editorial', risk: members[0]?.risk },
    told: members.map((finding) => ({ finding, explained: explained.get(finding.fingerprint) ?? [] })),
  }));
}

/** The finding that explains this one in the end; itself where nothing does, or where what does is not in the list. */
function leadOf(finding: Finding, all: ReadonlyMap<string, Finding>): Finding {
  const seen = new Set([finding]);
  let lead = finding;
  for (;;) {
    const next = lead.claimedBy === undefined ? undefined : all.get(lead.claimedBy);
    if (next === undefined || seen.has(next)) return lead;
    seen.add(next);
    lead = next;
  }
}

function add<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}

/** How many findings of each group are shown: the worst groups first, each at most `perGroup`, `total` in all. */
export function shownOf(
  groups: readonly FindingGroup[],
  { perGroup, total }: { readonly perGroup: number; readonly total: number },
): readonly number[] {
  let left = total;
  return groups.map(({ told }) => {
    const number = Math.min(told.length, perGroup, left);
    left -= number;
    return number;
  });
}

/** Findings that are not shown, with those that they explain, by risk: `12 H, 9928 M`; editorial ones have none. */
export function notShown(
  groups: readonly FindingGroup[],
  shown: readonly number[],
): { readonly number: number; readonly risks: string } {
  const hidden = groups.flatMap(({ told }, index) =>
    told.slice(shown[index] ?? 0).flatMap(({ finding, explained }) => [finding, ...explained]),
  );
  const risks = (['C', 'H', 'M', 'L'] as const)
    .map((risk) => [hidden.filter((finding) => finding.risk === risk).length, risk] as const)
    .filter(([number]) => number > 0);
  return { number: hidden.length, risks: risks.map(([number, risk]) => `${number} ${risk}`).join(', ') };
}
