import { compareText } from '../../diagnostics/order.ts';
import { jsonText } from '../../diff/comparable.ts';
import { definitionOf } from '../../diff/kind-shapes.ts';
import type { Adjustment, Finding } from '../finding.ts';
import { union, unionOfApprovers } from './adjust-findings.ts';
import type { RawFinding } from './raw-finding.ts';
import { classRank, riskRank, worseClass, worseRisk } from './raw-finding.ts';
import { listed } from './wording.ts';

/**
 * Takes findings about the parts of an added or removed element up into that element's finding, and names what a compound
 * finding explains. Nothing gets lighter by it: a finding weighs as much as the heaviest that it stands for.
 */
export function groupFindings(raws: readonly RawFinding[]): readonly RawFinding[] {
  return repeated(claimed(withParts(raws)));
}

function withParts(raws: readonly RawFinding[]): readonly RawFinding[] {
  const parts = new Map<string, RawFinding[]>();
  for (const raw of raws) {
    if (raw.within === undefined) continue;
    const place = `${raw.after === undefined ? 'removed' : 'added'} ${raw.within}`;
    const group = parts.get(place);
    if (group === undefined) parts.set(place, [raw]);
    else group.push(raw);
  }
  const taken = new Set<string>();
  const whole = raws.flatMap((raw) => {
    if (raw.within !== undefined) return [];
    const key = (raw.after ?? raw.before)?.key ?? '';
    const place = `${wholeBy(raw) ?? ''} ${key}`;
    const children = parts.get(place);
    if (children === undefined) return [raw];
    taken.add(place);
    return [
      {
        ...raw,
        finding: takenUp(
          raw.finding,
          children.map(({ finding }) => finding),
          key,
        ),
      },
    ];
  });
  // A part whose whole nobody reports as such speaks for itself.
  return [...whole, ...[...parts].flatMap(([place, children]) => (taken.has(place) ? [] : children))];
}

/** How an element as a whole came or went with this finding. What comes into force comes like what is new, what goes out of it goes like what is gone. */
function wholeBy({ before, after, finding, activates, retires }: RawFinding): 'added' | 'removed' | undefined {
  if (activates === true) return 'added';
  if (retires === true) return 'removed';
  if (finding.attribute !== '') return undefined;
  return before === undefined ? 'added' : after === undefined ? 'removed' : undefined;
}

function takenUp(whole: Finding, children: readonly Finding[], key: string): Finding {
  // What comes into force, or goes out of it, is itself among those judged as new or gone.
  const parts = children.filter(({ element }) => `${element.kind}:${element.id}` !== key);
  const kinds = new Map<string, number>();
  for (const { element } of parts) kinds.set(element.kind, (kinds.get(element.kind) ?? 0) + 1);
  const counts = [...kinds].map(
    ([kind, count]) => `${count} ${definitionOf(kind as Finding['element']['kind']).noun}${count === 1 ? '' : 's'}`,
  );
  return {
    ...atLeast(whole, children),
    ...(parts.length === 0 ? {} : { reason: `${whole.reason} With it: ${listed(counts)}.` }),
    parts: parts.map(({ element }) => element),
  };
}

function claimed(raws: readonly RawFinding[]): readonly RawFinding[] {
  const byPlace = new Map<string, RawFinding[]>();
  for (const raw of raws) {
    for (const key of new Set([raw.before?.key, raw.after?.key])) {
      if (key === undefined) continue;
      const place = `${key} ${raw.finding.attribute}`;
      byPlace.set(place, [...(byPlace.get(place) ?? []), raw]);
    }
  }
  const claimants = new Map<string, string>();
  const grown = raws.map((raw) => {
    const others = raw.claims
      .flatMap(({ element, path }) => byPlace.get(`${element} ${path}`) ?? [])
      .map(({ finding }) => finding)
      .filter(({ fingerprint }) => fingerprint !== raw.finding.fingerprint && !claimants.has(fingerprint));
    if (others.length === 0) return raw;
    for (const other of others) claimants.set(other.fingerprint, raw.finding.fingerprint);
    const claims = others.map(({ fingerprint }) => fingerprint);
    return { ...raw, finding: { ...atLeast(raw.finding, others), claims } };
  });
  return grown.map((raw) => {
    const claimedBy = claimants.get(raw.finding.fingerprint);
    return claimedBy === undefined ? raw : { ...raw, finding: { ...raw.finding, claimedBy } };
  });
}

/** The same edit in many places, judged the same, is told once: the first finding names the others, which stay in the list. */
function repeated(raws: readonly RawFinding[]): readonly RawFinding[] {
  const groups = new Map<string, RawFinding[]>();
  for (const raw of raws) {
    const { finding, edit } = raw;
    if (edit === undefined || finding.claimedBy !== undefined || finding.claims.length > 0) continue;
    const key = jsonText([finding.ruleId, finding.class, finding.risk ?? null, finding.attribute, edit]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [raw]);
    else group.push(raw);
  }
  const told = new Map<string, Finding>();
  for (const group of groups.values()) {
    const [lead, ...others] = group
      .map(({ finding }) => finding)
      .toSorted((a, b) => compareText(a.element.kind, b.element.kind) || compareText(a.element.id, b.element.id));
    if (lead === undefined || others.length === 0) continue;
    const places = `The same edit in ${others.length} further ${others.length === 1 ? 'place' : 'places'}.`;
    told.set(lead.fingerprint, {
      ...atLeast(lead, others),
      reason: `${lead.reason} ${places}`,
      claims: others.map(({ fingerprint }) => fingerprint),
    });
    for (const other of others) told.set(other.fingerprint, { ...other, claimedBy: lead.fingerprint });
  }
  return raws.map((raw) => {
    const finding = told.get(raw.finding.fingerprint);
    return finding === undefined ? raw : { ...raw, finding };
  });
}

/** The finding with the highest class and risk of itself and the others, and with what they ask for. */
function atLeast(finding: Finding, others: readonly Finding[]): Finding {
  let heaviest = finding;
  const raisedBy: Adjustment[] = [...finding.raisedBy];
  for (const other of others) {
    const heavier =
      classRank(other.class) > classRank(heaviest.class) || riskRank(other.risk) > riskRank(heaviest.risk);
    if (!heavier) continue;
    heaviest = {
      ...heaviest,
      class: worseClass(heaviest.class, other.class),
      risk: worseRisk(heaviest.risk, other.risk),
    };
    const why = other.raisedBy.map(({ reason }) => reason).join('; ');
    raisedBy.push({ id: 'grouping', reason: `${other.ruleId} on ${other.element.id}${why === '' ? '' : ` (${why})`}` });
  }
  const evidence = others.reduce((all, other) => union(all, other.evidence), finding.evidence);
  return {
    ...heaviest,
    raisedBy,
    evidence,
    approvers: unionOfApprovers([finding.approvers, ...others.map((other) => other.approvers)]),
  };
}
