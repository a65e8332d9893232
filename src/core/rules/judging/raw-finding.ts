import type { Digest } from '../../digest.ts';
import { jsonText } from '../../diff/comparable.ts';
import type { Json } from '../../language/canonical.ts';
import type { Element } from '../../model/element.ts';
import type { ChangeRule, Verdict } from '../change-rule.ts';
import type { Adjustment, ChangeClass, Finding, Risk } from '../finding.ts';

/** A finding on its way through adjustment and grouping, with what these need to know. */
export interface RawFinding {
  readonly finding: Finding;
  /** Undefined for findings of the invariant delta. */
  readonly rule: ChangeRule | undefined;
  readonly before: Element | undefined;
  readonly after: Element | undefined;
  /** Raw findings that this one explains. */
  readonly claims: readonly { readonly element: string; readonly path: string }[];
  /** The added or removed element in whose finding this one, about a part of it, is taken up. */
  readonly within: string | undefined;
  /** The element comes into force: what judging it as new says is taken up in this finding. */
  readonly activates?: boolean;
  /** The element goes out of force: what judging it as gone says is taken up in this finding. */
  readonly retires?: boolean;
  /** What was done, where the same may be done in many places. */
  readonly edit?: string;
}

const CLASSES: readonly ChangeClass[] = ['editorial', 'compatible', 'risky', 'breaking'];
const RISKS: readonly Risk[] = ['L', 'M', 'H', 'C'];

/** Position of a class: editorial lowest, breaking highest. */
export function classRank(value: ChangeClass): number {
  return CLASSES.indexOf(value);
}

/** Position of a risk: none is -1, C is highest. */
export function riskRank(value: Risk | undefined): number {
  return value === undefined ? -1 : RISKS.indexOf(value);
}

/** The risk one step higher, at most `limit`; a risk that is higher already stays. */
export function oneHigher(risk: Risk, limit: Risk): Risk {
  const next = RISKS[Math.min(riskRank(risk) + 1, riskRank(limit))] ?? limit;
  return riskRank(next) > riskRank(risk) ? next : risk;
}

export function worseRisk(a: Risk | undefined, b: Risk | undefined): Risk | undefined {
  return riskRank(a) >= riskRank(b) ? a : b;
}

export function worseClass(a: ChangeClass, b: ChangeClass): ChangeClass {
  return classRank(a) >= classRank(b) ? a : b;
}

/**
 * Identity of a finding: `h1:` and the SHA-256 of the RFC 8785 JSON of rule, element, attribute, before and after; `null`
 * stands for what was not declared. Of an element that came or went, its whole content is the after or the before: who accepts
 * one step has not accepted another one of that name. Lines, wording and tool version are not in it.
 */
export function fingerprintOf(
  digest: Digest,
  ruleId: string,
  element: Element,
  attribute: string,
  before: Json | undefined,
  after: Json | undefined,
): string {
  return `h1:${digest(jsonText([ruleId, element.key, attribute, before ?? null, after ?? null]))}`;
}

/** Turns what a rule says about a fact into a finding with places and identity. */
export function rawFinding(
  rule: ChangeRule,
  verdict: Verdict,
  fact: {
    readonly before: Element | undefined;
    readonly after: Element | undefined;
    readonly path: readonly string[];
    readonly values: { readonly from: Json | undefined; readonly to: Json | undefined };
    readonly within?: string | undefined;
  },
  digest: Digest,
  contentOf: (element: Element, side: 'before' | 'after') => Json,
): RawFinding {
  const { before, after } = 'before' in verdict || 'after' in verdict ? verdict : fact;
  const element = after ?? before;
  if (element === undefined) throw new Error(`${rule.id} reports no element`);
  const path = verdict.path ?? fact.path;
  const { from, to } = verdict.values ?? fact.values;
  const attribute = path.join('.');
  const gone = before !== undefined && after === undefined ? contentOf(before, 'before') : undefined;
  const came = after !== undefined && before === undefined ? contentOf(after, 'after') : undefined;
  const raised = raise(rule, verdict);
  return {
    rule,
    before,
    after,
    claims: verdict.claims ?? [],
    within: fact.within,
    ...(verdict.activates === true ? { activates: true } : {}),
    ...(verdict.retires === true ? { retires: true } : {}),
    ...(verdict.edit === undefined ? {} : { edit: verdict.edit }),
    finding: {
      ruleId: rule.id,
      class: raised.class,
      risk: raised.risk,
      raisedBy: raised.raisedBy,
      element: { kind: element.kind, id: element.id },
      attribute,
      ...(from === undefined ? {} : { before: from }),
      ...(to === undefined ? {} : { after: to }),
      reason: `${verdict.what} ${verdict.why ?? rule.why}`,
      ...(before === undefined ? {} : { base: before.locate(path) }),
      ...(after === undefined ? {} : { head: after.locate(path) }),
      fingerprint: fingerprintOf(
        digest,
        rule.id,
        element,
        attribute,
        withContent(from, gone),
        withContent(withIdentity(to, verdict.identity), came),
      ),
      claims: [],
      evidence: rule.evidence,
      approvers: rule.approvers,
    },
  };
}

/** A value with what else the rule says identifies the finding. */
function withIdentity(value: Json | undefined, identity: Json | undefined): Json | undefined {
  return identity === undefined ? value : [value ?? null, identity];
}

/** A value of an element that came or went, with all that the element says. */
function withContent(value: Json | undefined, content: Json | undefined): Json | undefined {
  return value === undefined || content === undefined ? (value ?? content) : [value, content];
}

function raise(
  rule: ChangeRule,
  { raise: own }: Verdict,
): { class: ChangeClass; risk: Risk | undefined; raisedBy: readonly Adjustment[] } {
  if (own === undefined) return { class: rule.class, risk: rule.risk, raisedBy: [] };
  return {
    class: worseClass(rule.class, own.class ?? rule.class),
    risk: worseRisk(rule.risk, own.risk),
    raisedBy: [{ id: 'rule', reason: own.reason }],
  };
}
