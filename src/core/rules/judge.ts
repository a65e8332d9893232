import type { Digest } from '../digest.ts';
import { compareText } from '../diagnostics/order.ts';
import type { SpecModel } from '../model/spec-model.ts';
import { elementKey } from '../model/element.ts';
import { CHANGE_RULES } from './change/index.ts';
import type { ComposedEffect } from './composed-effect/composed-effect.ts';
import { composedEffects } from './composed-effect/composed-effects.ts';
import type { ChangeClass, ComparisonClass, Finding, Risk } from './finding.ts';
import { adjustFindings, withNeededApprovers } from './judging/adjust-findings.ts';
import { changeContext } from './judging/change-context.ts';
import type { ComparedModels } from './judging/change-context.ts';
import { groupFindings } from './judging/group-findings.ts';
import { lookAlikeQuestion, lookAlikes } from './judging/rename-hints.ts';
import { invariantDelta } from './judging/invariant-delta.ts';
import type { LintedRevisions } from './judging/invariant-delta.ts';
import { classRank, riskRank } from './judging/raw-finding.ts';
import type { RawFinding } from './judging/raw-finding.ts';
import { runChangeRules } from './run-change-rules.ts';
import { matchWaiver } from './waivers.ts';
import type { WaivableFinding, WaiverSituation } from './waivers.ts';

/** Two revisions, what differs between them, and what the lints say of each. */
export interface JudgedRevisions extends ComparedModels, LintedRevisions {
  readonly digest: Digest;
  /** Day on which waivers are judged, `2026-03-02`; without it nobody can say that one still holds, and none covers anything. */
  readonly asOf?: string;
}

/** Findings by class and by risk; editorial ones have no risk. */
export interface FindingCounts {
  readonly total: number;
  readonly byClass: Readonly<Record<ChangeClass, number>>;
  readonly byRisk: Readonly<Record<Risk, number>>;
}

/** Every finding of a comparison, worst first, and what they come to. */
export interface Judgement {
  readonly findings: readonly Finding[];
  readonly class: ComparisonClass;
  readonly counts: FindingCounts;
  /** Of each mapped field on whose way something changed, what arrives before and after. */
  readonly composedEffects: readonly ComposedEffect[];
}

/**
 * Judges everything in which two revisions differ: rules on each fact, lints on both sides, adjustments, grouping, waivers under
 * the policy of base. Nothing that differs is left out, and nothing is made lighter by being grouped.
 */
export function judgeChanges(revisions: JudgedRevisions): Judgement {
  const { digest } = revisions;
  const context = changeContext(revisions);
  const roots = runChangeRules(CHANGE_RULES, context, digest);
  const delta = invariantDelta(
    revisions,
    roots.filter(({ within }) => within === undefined),
    context,
    digest,
  );
  const grouped = groupFindings(adjustFindings([...roots, ...delta], context));
  const waived = grouped.map((raw) => withWaiver({ ...raw, finding: withNeededApprovers(raw.finding) }, revisions));
  const asked = withQuestions(withUsedWaivers(waived, revisions), revisions);
  const findings = asked.toSorted(compareFindings);
  return {
    findings,
    class: comparisonClass(findings),
    counts: countFindings(findings),
    composedEffects: composedEffects(context),
  };
}

/** Where something new looks like what is gone, that is asked beside it; class and risk stay what they are. */
function withQuestions(findings: readonly Finding[], revisions: JudgedRevisions): readonly Finding[] {
  const questions = new Map(lookAlikes(revisions).map((pair) => [pair.removed.key, lookAlikeQuestion(pair)]));
  if (questions.size === 0) return findings;
  return findings.map((finding) => {
    const question =
      finding.attribute === '' && finding.head === undefined
        ? questions.get(elementKey(finding.element.kind, finding.element.id))
        : undefined;
    return question === undefined ? finding : { ...finding, reason: `${finding.reason} ${question}` };
  });
}

/** The class of a comparison as a whole follows from its findings alone; a waiver does not change it. */
export function comparisonClass(findings: readonly Finding[]): ComparisonClass {
  if (findings.length === 0) return 'NONE';
  if (findings.some(({ risk }) => risk === 'C')) return 'CRITICAL';
  if (findings.some((finding) => finding.class === 'breaking' || finding.risk === 'H')) return 'MAJOR';
  return findings.every((finding) => finding.class === 'editorial') ? 'COSMETIC' : 'MINOR';
}

/** Order in which findings are read: by risk, then class, then element, attribute and rule. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    riskRank(b.risk) - riskRank(a.risk) ||
    classRank(b.class) - classRank(a.class) ||
    compareText(a.element.kind, b.element.kind) ||
    compareText(a.element.id, b.element.id) ||
    compareText(a.attribute, b.attribute) ||
    compareText(a.ruleId, b.ruleId) ||
    compareText(a.fingerprint, b.fingerprint)
  );
}

function countFindings(findings: readonly Finding[]): FindingCounts {
  const byClass = { breaking: 0, risky: 0, compatible: 0, editorial: 0 };
  const byRisk = { C: 0, H: 0, M: 0, L: 0 };
  for (const finding of findings) {
    byClass[finding.class] += 1;
    if (finding.risk !== undefined) byRisk[finding.risk] += 1;
  }
  return { total: findings.length, byClass, byRisk };
}

/**
 * What the waivers of both revisions say about a finding, by the policy of base. One that base does not hold is a request, and
 * accepted only as a whole decision: the commit that needs it can record it, and cannot ease what it must fulfil.
 */
function withWaiver(raw: RawFinding, { base, head, asOf }: JudgedRevisions): Finding {
  const { finding, before, after } = raw;
  if (asOf === undefined) return finding;
  const policy = base.project === undefined ? head : base;
  const waivable: WaivableFinding = {
    ruleId: finding.ruleId,
    elements: [...new Set([before?.key, after?.key])].filter((key) => key !== undefined),
    fingerprint: finding.fingerprint,
    functions: finding.approvers.approve,
    risk: finding.risk,
  };
  const match = (model: SpecModel, other: SpecModel) =>
    matchWaiver(waivable, { model, other, policy, asOf } satisfies WaiverSituation);
  const granted = match(base, head);
  if (granted?.valid === true) return { ...finding, waiver: granted.id };
  const requested = match(head, base);
  if (requested === undefined || (granted !== undefined && !requested.valid)) return finding;
  const why = requested.valid ? `New in this change. ${requested.why}` : requested.why;
  return { ...finding, waiverRequest: requested.id, waiverRequestVerdict: { accepted: requested.valid, why } };
}

/**
 * A new waiver that is a whole decision about something in this very comparison needs no second one: it weighs M, and QA is told
 * to confirm it. What base re-grades, what covers nothing and what is not valid keeps its weight.
 */
function withUsedWaivers(findings: readonly Finding[], { lintHead }: JudgedRevisions): readonly Finding[] {
  const used = new Set([
    ...findings.flatMap(({ waiverRequest, waiverRequestVerdict }) =>
      waiverRequestVerdict?.accepted === true ? [waiverRequest] : [],
    ),
    ...lintHead.flatMap(({ waiver }) => (waiver?.valid === true ? [waiver.id] : [])),
  ]);
  return findings.map((finding) => {
    if (finding.ruleId !== 'waiver-added' || !used.has(finding.element.id) || finding.raisedBy.length > 0)
      return finding;
    const reason = 'it is a valid decision about a finding of this comparison, by those whom base asks for';
    return {
      ...finding,
      risk: 'M',
      raisedBy: [{ id: 'rule', reason }],
      approvers: { approve: ['QA'], inform: ['OPS'] },
    };
  });
}
