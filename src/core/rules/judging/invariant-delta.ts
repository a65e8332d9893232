import type { Digest } from '../../digest.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { ChangeContext } from '../change-rule.ts';
import type { Approvers, ChangeClass, EvidenceCode, Finding, LintFinding, Risk } from '../finding.ts';
import { union, unionOfApprovers } from './adjust-findings.ts';
import { fingerprintOf } from './raw-finding.ts';
import type { RawFinding } from './raw-finding.ts';
import { causesAmong, rootsOf } from './root-changes.ts';
import type { Causes } from './root-changes.ts';
import { isRenamed, newNames } from './renamed-subject.ts';
import { listed } from './wording.ts';

/** What the lints found in each revision. */
export interface LintedRevisions {
  readonly lintBase: readonly LintFinding[];
  readonly lintHead: readonly LintFinding[];
}

/** Weight of something that holds no more, by the severity of the lint that says so. */
const INTRODUCED: Readonly<Record<LintFinding['severity'], { class: ChangeClass; risk: Risk }>> = {
  error: { class: 'breaking', risk: 'H' },
  warning: { class: 'risky', risk: 'H' },
  info: { class: 'compatible', risk: 'L' },
};

const EVERYBODY: Approvers = { approve: ['OPS', 'QA', 'IT'], inform: [] };

/**
 * What the lints find in head and not in base (`introduced:<lint>`), and the reverse (`resolved:<lint>`). A finding is the
 * same when its fingerprint is, and, where something was renamed, when lint, element and subject are but for the new names.
 */
export function invariantDelta(
  lints: LintedRevisions,
  roots: readonly RawFinding[],
  context: ChangeContext,
  digest: Digest,
): readonly RawFinding[] {
  const { introduced, resolved } = difference(lints, context);
  const causes = causesAmong(roots);
  return [
    ...introduced.map((lint) => introducedFinding(lint, causes, context)),
    ...resolved.map((lint) => resolvedFinding(lint, context, digest)),
  ].filter((raw) => raw !== undefined);
}

function difference(
  { lintBase, lintHead }: LintedRevisions,
  context: ChangeContext,
): { introduced: readonly LintFinding[]; resolved: readonly LintFinding[] } {
  const known = new Set(lintBase.map(({ fingerprint }) => fingerprint));
  const still = new Set(lintHead.map(({ fingerprint }) => fingerprint));
  const gone = lintBase.filter(({ fingerprint }) => !still.has(fingerprint));
  const names = newNames(context);
  const waiting = new Map<string, LintFinding[]>();
  // Nothing but a rename lets a finding with another fingerprint be the same one.
  for (const lint of names.length === 0 ? [] : gone) {
    const before = lint.elementKey === undefined ? undefined : context.base.elements.get(lint.elementKey);
    const after = before && context.inHead(before);
    if (after === undefined) continue;
    const place = `${lint.ruleId} ${after.key}`;
    waiting.set(place, [...(waiting.get(place) ?? []), lint]);
  }
  const carried = new Set<LintFinding>();
  const introduced = lintHead.filter((lint) => {
    if (known.has(lint.fingerprint)) return false;
    const same = waiting
      .get(`${lint.ruleId} ${lint.elementKey ?? ''}`)
      ?.find((old) => !carried.has(old) && isRenamed(old.subject ?? null, lint.subject ?? null, names));
    if (same === undefined) return true;
    carried.add(same);
    return false;
  });
  return { introduced, resolved: gone.filter((lint) => !carried.has(lint)) };
}

function introducedFinding(lint: LintFinding, candidates: Causes, context: ChangeContext): RawFinding | undefined {
  const after = elementOf(lint, context.head);
  if (after === undefined) return undefined;
  const before = context.inBase(after);
  const causes = rootsOf(lint, after, candidates, context.graphHead, context.head);
  const evidence = causes.reduce<readonly EvidenceCode[]>((all, cause) => union(all, cause.evidence), ['RSK']);
  const finding: Finding = {
    ...common(`introduced:${lint.ruleId}`, after),
    ...INTRODUCED[lint.severity],
    // The same identity as the lint finding itself, so that one waiver covers both.
    fingerprint: lint.fingerprint,
    reason: `${lint.message} Base does not have this. ${causeInWords(causes)}`,
    ...(before === undefined ? {} : { base: before.at }),
    head: lint.at,
    evidence,
    approvers:
      causes.length === 0
        ? EVERYBODY
        : unionOfApprovers([{ approve: ['QA'], inform: [] }, ...causes.map((cause) => cause.approvers)]),
  };
  return { finding, rule: undefined, before, after, claims: [], within: undefined };
}

function resolvedFinding(lint: LintFinding, context: ChangeContext, digest: Digest): RawFinding | undefined {
  const before = elementOf(lint, context.base);
  if (before === undefined) return undefined;
  const after = context.inHead(before);
  const ruleId = `resolved:${lint.ruleId}`;
  const finding: Finding = {
    ...common(ruleId, after ?? before),
    // Two findings of one lint on one element differ in their subject, which the fingerprint of the lint holds.
    fingerprint: fingerprintOf(digest, ruleId, after ?? before, '', undefined, lint.fingerprint),
    class: 'compatible',
    risk: 'L',
    reason: `No longer the case: ${lint.message}`,
    base: lint.at,
    ...(after === undefined ? {} : { head: after.at }),
    evidence: ['TRC'],
    approvers: { approve: ['QA'], inform: [] },
  };
  return { finding, rule: undefined, before, after, claims: [], within: undefined };
}

function common(ruleId: string, element: Element) {
  return { ruleId, raisedBy: [], element: { kind: element.kind, id: element.id }, attribute: '', claims: [] } as const;
}

function elementOf({ elementKey }: LintFinding, model: SpecModel): Element | undefined {
  return (elementKey === undefined ? undefined : model.elements.get(elementKey)) ?? model.project;
}

function causeInWords(causes: readonly Finding[]): string {
  if (causes.length === 0) return 'No changed element leads to it directly.';
  return `It comes with ${listed(causes.map(({ ruleId, element }) => `${ruleId} on ${element.id}`))}.`;
}
