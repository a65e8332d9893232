import type { Finding } from '../../rules/finding.ts';

/** A finding with the number under which the assessment speaks of it. */
export interface NumberedFinding {
  readonly ref: string;
  readonly finding: Finding;
  /** Number of the finding that explains it. */
  readonly explainedBy: string | undefined;
  /** Numbers of the findings that it explains. */
  readonly explains: readonly string[];
  /** Whether it is the same edit as the finding that explains it, in another place. */
  readonly sameEdit: boolean;
}

/** Numbers the findings: `F-01`, and `F-01.1` for those that F-01 explains. They keep their order, worst first. */
export function numberFindings(findings: readonly Finding[]): readonly NumberedFinding[] {
  const explained = explainedByLead(findings);
  const leads = findings.filter((finding) => explained.has(finding));
  const digits = Math.max(2, `${leads.length}`.length);
  return leads.flatMap((lead, index) => {
    const ref = `F-${`${index + 1}`.padStart(digits, '0')}`;
    const rows = (explained.get(lead) ?? []).map((finding, at) => ({
      ref: `${ref}.${at + 1}`,
      finding,
      explainedBy: ref,
      explains: [],
      sameEdit: isSameEdit(lead, finding),
    }));
    return [
      { ref, finding: lead, explainedBy: undefined, explains: rows.map((row) => row.ref), sameEdit: false },
      ...rows,
    ];
  });
}

/** Each finding that stands by itself, with all that it explains. Of findings that explain each other the first stands. */
function explainedByLead(findings: readonly Finding[]): ReadonlyMap<Finding, readonly Finding[]> {
  const claimed = new Map<string | undefined, Finding[]>();
  const prints = new Set(findings.map(({ fingerprint }) => fingerprint));
  for (const finding of findings) {
    const by = finding.claimedBy !== undefined && prints.has(finding.claimedBy) ? finding.claimedBy : undefined;
    const group = claimed.get(by);
    if (group === undefined) claimed.set(by, [finding]);
    else group.push(finding);
  }
  const told = new Set<Finding>();
  const collect = (lead: Finding): readonly Finding[] =>
    (claimed.get(lead.fingerprint) ?? []).flatMap((one) => {
      if (told.has(one)) return [];
      told.add(one);
      return [one, ...collect(one)];
    });
  const leads = new Map<Finding, readonly Finding[]>();
  for (const finding of [...(claimed.get(undefined) ?? []), ...findings]) {
    if (told.has(finding)) continue;
    told.add(finding);
    leads.set(finding, collect(finding));
  }
  return leads;
}

/** As findings are folded: one rule, class, risk and attribute, on another element. */
function isSameEdit(lead: Finding, { ruleId, class: verdict, risk, attribute, element }: Finding): boolean {
  return (
    ruleId === lead.ruleId &&
    verdict === lead.class &&
    risk === lead.risk &&
    attribute === lead.attribute &&
    (element.kind !== lead.element.kind || element.id !== lead.element.id)
  );
}
