import { compareText } from '../diagnostics/order.ts';
import type { Element, ElementKey } from '../model/element.ts';
import type { SpecModel } from '../model/spec-model.ts';
import type { LintFinding, Risk } from './finding.ts';
import { lastDayOf } from './waiver-life.ts';

/** Longest life of a waiver where the project says nothing. */
export const DEFAULT_MAX_WAIVER = '90 d';
/** Distinct persons for a waiver of a finding of risk C where the project says nothing. */
export const DEFAULT_MINIMUM_APPROVALS = 2;

/** What a waiver has to match, exactly: a finding of a lint or of a change rule. */
export interface WaivableFinding {
  readonly ruleId: string;
  readonly element: ElementKey;
  readonly fingerprint: string;
  /** Critical findings need more than one approver. */
  readonly risk?: Risk | undefined;
}

/** What a waiver says about a finding. */
export interface WaiverVerdict {
  readonly id: string;
  readonly valid: boolean;
  /** Until when it holds, or why it does not. */
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
const NEVER_WAIVED: ReadonlySet<string> = new Set(['waiver-invalid', 'waiver-expired', 'waiver-unused']);

/**
 * What the waivers of a model say about a finding on a day; undefined when none of them names it. Rule, element and
 * fingerprint must all be equal; a waiver of a lint also covers what a comparison reports as introduced under the same
 * fingerprint. Of several, the first valid one by id counts.
 */
export function matchWaiver(finding: WaivableFinding, model: SpecModel, asOf: string): WaiverVerdict | undefined {
  const verdicts = model
    .ofKind('waiver')
    .filter((waiver) => names(waiver, finding, model))
    .map((waiver) => judgeWaiver(waiver, model, asOf, finding.risk));
  return verdicts.find(({ valid }) => valid) ?? verdicts[0];
}

/** The findings, each with what a waiver says about it. */
export function applyWaivers(findings: readonly LintFinding[], model: SpecModel, asOf: string): readonly LintFinding[] {
  if (model.ofKind('waiver').length === 0) return findings;
  return findings.map((finding) => {
    const { ruleId, elementKey, fingerprint } = finding;
    const waiver =
      elementKey === undefined ? undefined : matchWaiver({ ruleId, element: elementKey, fingerprint }, model, asOf);
    return waiver === undefined ? finding : { ...finding, waiver };
  });
}

/** Whether a waiver is for a finding, valid or not. */
export function names(waiver: Element<'waiver'>, finding: Omit<WaivableFinding, 'risk'>, model: SpecModel): boolean {
  const { rule, finding: fingerprint } = waiver.attributes;
  if (fingerprint !== finding.fingerprint || (rule !== finding.ruleId && `introduced:${rule}` !== finding.ruleId))
    return false;
  return elementsOf(waiver, model).some(({ key }) => key === finding.element);
}

/** What a waiver is worth on a day: valid until its expiry, or why not. */
export function judgeWaiver(waiver: Element<'waiver'>, model: SpecModel, asOf: string, risk?: Risk): WaiverVerdict {
  const { expires, reason } = waiver.attributes;
  const [defect] = defectsOf(waiver, model, asOf, risk);
  if (defect !== undefined) return { id: waiver.id, valid: false, why: `Not valid: ${defect.problem}.` };
  if (isExpired(waiver, asOf)) return { id: waiver.id, valid: false, why: `It expired on ${expires}.` };
  const approvers = independentApprovals(waiver, asOf).map(({ name, function: role }) => `${name} (${role})`);
  return {
    id: waiver.id,
    valid: true,
    why: `Accepted until ${expires} by ${[...new Set(approvers)].join(', ')}: ${reason}`,
  };
}

/** Whether the last day of a waiver has passed; on that day it still holds. */
export function isExpired(waiver: Element<'waiver'>, asOf: string): boolean {
  return compareText(waiver.attributes.expires, asOf) < 0;
}

/** Everything that is wrong with a waiver as a decision, whatever it may cover. */
export function defectsOf(
  waiver: Element<'waiver'>,
  model: SpecModel,
  asOf: string,
  risk?: Risk,
): readonly WaiverDefect[] {
  return [
    ...scopeDefects(waiver, model),
    ...approvalDefects(waiver, model, asOf, risk),
    ...lifeDefects(waiver, model, asOf),
  ];
}

function scopeDefects(waiver: Element<'waiver'>, model: SpecModel): readonly WaiverDefect[] {
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
  if (elementsOf(waiver, model).length !== 1) {
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

function approvalDefects(
  waiver: Element<'waiver'>,
  model: SpecModel,
  asOf: string,
  risk: Risk | undefined,
): readonly WaiverDefect[] {
  const { approved = [], requestedBy } = waiver.attributes;
  const path = approved.length === 0 ? [] : ['approved'];
  const persons = new Set(independentApprovals(waiver, asOf).map(({ name }) => personOf(name)));
  if (persons.size === 0) {
    const problem =
      approved.length === 0
        ? 'nobody has approved it'
        : approved.every(({ name }) => requestedBy !== undefined && personOf(name) === personOf(requestedBy))
          ? `${requestedBy ?? ''} asked for it and approved it`
          : `no approval by somebody else is dated ${asOf} or earlier`;
    return [
      {
        path,
        problem,
        hint: 'A person other than the one who asks for it must approve it: `approved: [{function: QA, name: …, date: …, ref: …}]`.',
      },
    ];
  }
  const needed = risk === 'C' ? (model.project?.attributes.gate?.minimumApprovals ?? DEFAULT_MINIMUM_APPROVALS) : 1;
  if (persons.size >= needed) return [];
  return [
    {
      path,
      problem: `a finding of risk C needs ${needed} different approvers, and it has ${persons.size}`,
      hint: 'Let further persons decide.',
    },
  ];
}

/** The life of a waiver counts from the latest approval: that is when people last decided. */
function lifeDefects(waiver: Element<'waiver'>, model: SpecModel, asOf: string): readonly WaiverDefect[] {
  const { expires } = waiver.attributes;
  const longest = model.project?.attributes.gate?.maxWaiver ?? DEFAULT_MAX_WAIVER;
  const latest = independentApprovals(waiver, asOf)
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

/** Approvals by persons other than the one who asked for it, given by the day of judgement. */
function independentApprovals(waiver: Element<'waiver'>, asOf: string) {
  const { approved = [], requestedBy } = waiver.attributes;
  return approved.filter(
    ({ name, date }) =>
      compareText(date, asOf) <= 0 && (requestedBy === undefined || personOf(name) !== personOf(requestedBy)),
  );
}

/** Names differ in writing, not in case and blanks. */
function personOf(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();
}

function elementsOf(waiver: Element<'waiver'>, model: SpecModel): readonly Element[] {
  const { element } = waiver.attributes;
  return element === 'project' && model.project !== undefined ? [model.project] : model.named(element);
}
