import { compareText } from '../diagnostics/order.ts';
import type { Element, ElementKey } from '../model/element.ts';
import type { SpecModel } from '../model/spec-model.ts';
import type { LintFinding, Risk } from './finding.ts';
import { statusOf } from './linting/declared.ts';
import { approvalDefects, countedApprovals } from './waiver-approvals.ts';
import type { AskedApprovals } from './waiver-approvals.ts';
import { lastDayOf } from './waiver-life.ts';

/** Longest life of a waiver where the project says nothing. */
export const DEFAULT_MAX_WAIVER = '90 d';
/** Functions that must accept what a lint finds. */
export const LINT_FUNCTIONS: readonly string[] = ['QA'];

/** Where waivers are looked for, and by whose rules they are judged. */
export interface WaiverSituation {
  /** The revision that holds the waivers. */
  readonly model: SpecModel;
  /** The revision whose `approvers` and `gate` decide: base when two are compared, so that a change cannot ease its own approval. */
  readonly policy: SpecModel;
  /** The other revision of a comparison: a waiver may be about what only that one has. */
  readonly other?: SpecModel;
  /** Day of judgement, `2026-03-02`. */
  readonly asOf: string;
}

/** What a waiver has to match, exactly: a finding of a lint or of a change rule. */
export interface WaivableFinding {
  readonly ruleId: string;
  /** The element, under the key that it has in each revision. */
  readonly elements: readonly ElementKey[];
  readonly fingerprint: string;
  /** Functions that must approve it. */
  readonly functions: readonly string[];
  /** Critical findings need QA, one more function and at least two persons. */
  readonly risk?: Risk | undefined;
}

/** What a waiver says about a finding. */
export interface WaiverVerdict {
  readonly id: string;
  readonly valid: boolean;
  /** Who approved it and until when it holds, or why it does not. */
  readonly why: string;
}

/** What keeps a waiver from being a decision; each with the attribute that is wrong. */
export interface WaiverDefect {
  readonly path: readonly (string | number)[];
  /** As the rest of a sentence: `nobody has approved it`. */
  readonly problem: string;
  readonly hint: string;
}

const FINGERPRINT = /^h1:[0-9a-f]{64}$/;
const RULE = /^(?:introduced:|resolved:)?[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Findings about waivers themselves: a waiver of one would be approved by nobody but itself. */
export const NEVER_WAIVED: ReadonlySet<string> = new Set([
  'waiver-invalid',
  'waiver-expired',
  'waiver-unused',
  'waiver-added',
]);

/**
 * What the waivers of a revision say about a finding on a day; undefined when none of them names it. Rule, element and
 * fingerprint must all be equal; a waiver of a lint also covers what a comparison reports as introduced under the same
 * fingerprint, once the functions that the comparison asks for have approved it. Of several, the first valid one by id counts.
 */
export function matchWaiver(finding: WaivableFinding, situation: WaiverSituation): WaiverVerdict | undefined {
  const verdicts = situation.model
    .ofKind('waiver')
    .filter((waiver) => names(waiver, finding, situation))
    .map((waiver) => judgeWaiver(waiver, situation, finding));
  return verdicts.find(({ valid }) => valid) ?? verdicts[0];
}

/** The findings of lints, each with what a waiver says about it. */
export function applyWaivers(findings: readonly LintFinding[], situation: WaiverSituation): readonly LintFinding[] {
  if (situation.model.ofKind('waiver').length === 0) return findings;
  return findings.map((finding) => {
    const waivable = waivableLint(finding);
    const waiver = waivable && matchWaiver(waivable, situation);
    return waiver === undefined ? finding : { ...finding, waiver };
  });
}

/** What a waiver of a lint finding has to match; undefined for one about no element. */
export function waivableLint({ ruleId, elementKey, fingerprint }: LintFinding): WaivableFinding | undefined {
  return elementKey === undefined
    ? undefined
    : { ruleId, elements: [elementKey], fingerprint, functions: LINT_FUNCTIONS };
}

/** Whether a waiver is for a finding, valid or not. */
export function names(
  waiver: Element<'waiver'>,
  finding: Pick<WaivableFinding, 'ruleId' | 'elements' | 'fingerprint'>,
  situation: Pick<WaiverSituation, 'model' | 'other'>,
): boolean {
  const { rule, finding: fingerprint } = waiver.attributes;
  if (fingerprint !== finding.fingerprint || (rule !== finding.ruleId && `introduced:${rule}` !== finding.ruleId))
    return false;
  return elementsOf(waiver, situation).some(({ key }) => finding.elements.includes(key));
}

/** What a waiver is worth on a day for a finding that asks for `asked`: valid until its expiry, or why not. */
export function judgeWaiver(
  waiver: Element<'waiver'>,
  situation: WaiverSituation,
  asked: AskedApprovals,
): WaiverVerdict {
  const { expires, reason } = waiver.attributes;
  const [defect] = defectsOf(waiver, situation, asked);
  if (defect !== undefined) return { id: waiver.id, valid: false, why: `Not valid: ${defect.problem}.` };
  if (isExpired(waiver, situation.asOf)) return { id: waiver.id, valid: false, why: `It expired on ${expires}.` };
  const approvers = countedApprovals(waiver, situation.policy, situation.asOf).map(
    ({ name, function: role, date, ref }) =>
      `${name} (${[role, date, ...(ref === undefined ? [] : [ref])].join(', ')})`,
  );
  return { id: waiver.id, valid: true, why: `Approved by ${approvers.join(', ')} until ${expires}: ${reason}` };
}

/** Whether the last day of a waiver has passed; on that day it still holds. */
export function isExpired(waiver: Element<'waiver'>, asOf: string): boolean {
  return compareText(waiver.attributes.expires, asOf) < 0;
}

/**
 * Everything that is wrong with a waiver as a decision about a finding that asks for `asked`; without it, as a decision at all.
 * An element that is in no revision is no defect: the waiver may be there before what it is about.
 */
export function defectsOf(
  waiver: Element<'waiver'>,
  situation: WaiverSituation,
  asked: AskedApprovals = { functions: [] },
): readonly WaiverDefect[] {
  const { policy, asOf } = situation;
  return [
    ...forceDefects(waiver, situation),
    ...scopeDefects(waiver, situation),
    ...approvalDefects(waiver, policy, asOf, asked),
    ...lifeDefects(waiver, policy, asOf),
  ];
}

/** Whether the element of a waiver is anywhere to be seen. */
export function isOfNothing(waiver: Element<'waiver'>, situation: Pick<WaiverSituation, 'model' | 'other'>): boolean {
  return elementsOf(waiver, situation).length === 0;
}

function forceDefects(waiver: Element<'waiver'>, { model }: WaiverSituation): readonly WaiverDefect[] {
  const status = statusOf(model, waiver);
  if (status === 'effective') return [];
  return [
    {
      path: ['status'],
      problem: status === 'draft' ? 'it is a draft' : 'it is retired',
      hint: 'Only a waiver in force covers anything: `status: effective`, or no status.',
    },
  ];
}

function scopeDefects(waiver: Element<'waiver'>, situation: WaiverSituation): readonly WaiverDefect[] {
  const { rule, element, finding } = waiver.attributes;
  const defects: WaiverDefect[] = [];
  if (!RULE.test(rule))
    defects.push({
      path: ['rule'],
      problem: `“${rule}” is the id of no rule`,
      hint: 'Name exactly one rule by its id, without a wildcard.',
    });
  else if (NEVER_WAIVED.has(rule))
    defects.push({
      path: ['rule'],
      problem: `findings of ${rule} cannot be waived`,
      hint: 'Mend the waiver that it is about.',
    });
  if (elementsOf(waiver, situation).length > 1) {
    defects.push({
      path: ['element'],
      problem: `“${element}” does not name exactly one element`,
      hint: 'Name one element; where two collections know the id, say which: `objects:lot`.',
    });
  }
  if (!FINGERPRINT.test(finding)) {
    defects.push({
      path: ['finding'],
      problem: 'its fingerprint is not a whole one',
      hint: 'Copy the fingerprint of the finding: `h1:` and 64 digits from 0 to f; a part of it is not enough.',
    });
  }
  return defects;
}

/** The life of a waiver counts from the latest approval: that is when people last decided. */
function lifeDefects(waiver: Element<'waiver'>, policy: SpecModel, asOf: string): readonly WaiverDefect[] {
  const { expires } = waiver.attributes;
  const longest = policy.project?.attributes.gate?.maxWaiver ?? DEFAULT_MAX_WAIVER;
  const latest = countedApprovals(waiver, policy, asOf)
    .map(({ date }) => date)
    .toSorted(compareText)
    .at(-1);
  const last = latest === undefined ? undefined : lastDayOf(latest, longest);
  if (last === undefined || compareText(expires, last) <= 0) return [];
  return [
    {
      path: ['expires'],
      problem: `it runs until ${expires}, longer than ${longest} after its approval on ${latest ?? ''} (${last})`,
      hint: `Let it expire by ${last}, and decide again then.`,
    },
  ];
}

/** What a waiver is about: as its own revision holds it, else as the other one does. */
function elementsOf(
  waiver: Element<'waiver'>,
  { model, other }: Pick<WaiverSituation, 'model' | 'other'>,
): readonly Element[] {
  const { element } = waiver.attributes;
  const inModel = (one: SpecModel): readonly Element[] =>
    element === 'project' && one.project !== undefined ? [one.project] : one.named(element);
  const own = inModel(model);
  return own.length > 0 || other === undefined ? own : inModel(other);
}
