import type { Diagnostic, Location, Severity } from '../core/diagnostics/index.ts';
import type { Digest } from '../core/digest.ts';
import type { Element } from '../core/model/element.ts';
import type { SpecModel } from '../core/model/spec-model.ts';
import type { CheckResult } from '../core/report/check-report.ts';
import type { FindingList, ListedFinding, ListedWaiver, ListLevel } from '../core/report/finding-list.ts';
import type { Finding, LintFinding } from '../core/rules/finding.ts';
import type { GateDecision } from '../core/rules/gate.ts';
import { counted, verdict } from '../render/words.ts';
import type { Comparison } from './compare-revisions.ts';

/** What lists need besides what was found. */
export interface ListFrame {
  readonly command: FindingList['command'];
  readonly toolVersion: string;
  readonly inRepository: string;
  readonly digest: Digest;
}

/** Everything that a check found: what cannot be read first, then what the lints say; worst first. */
export function listCheck(result: CheckResult, frame: ListFrame): FindingList {
  const open = new Set(result.open.map(({ fingerprint }) => fingerprint));
  const findings = [
    ...result.diagnostics.map((diagnostic) => ofDiagnostic(diagnostic, frame)),
    ...result.lint.map((finding) => ofLint(finding, open.has(finding.fingerprint))),
  ];
  return {
    ...frameOf(frame),
    findings: worstFirst(findings),
    understood: !result.invalid,
    conclusion: result.invalid
      ? 'The specification cannot be understood; lints were not run.'
      : `${counted(result.open.length, 'open error')} in ${counted(result.elements, 'element')} (waivers as of ${result.asOf}).`,
  };
}

/** Why nothing was concluded. */
export function listInvalid(
  diagnostics: readonly Diagnostic[],
  which: readonly ('base' | 'head')[],
  frame: ListFrame,
): FindingList {
  return {
    ...frameOf(frame),
    findings: worstFirst(diagnostics.map((diagnostic) => ofDiagnostic(diagnostic, frame))),
    understood: false,
    conclusion: `The specification at ${which.join(' and at ')} cannot be understood, so nothing was concluded.`,
  };
}

/**
 * Every finding between two revisions; for a gate also the open errors of head that were there before. A finding is shown in
 * head: what is gone is shown at what it was part of.
 */
export function listComparison(
  comparison: Comparison,
  decision: GateDecision | undefined,
  frame: ListFrame,
): FindingList {
  const { judgement, base, head } = comparison;
  const stops = (fingerprint: string, otherwise: boolean): boolean => decision?.stopped.has(fingerprint) ?? otherwise;
  const changes = judgement.findings.map((finding) => ofFinding(finding, comparison, stops));
  const known = new Set(judgement.findings.map(({ fingerprint }) => fingerprint));
  // All that the lints find is worked out for a gate alone: a comparison does without.
  const open = decision === undefined ? [] : head.lint.filter(({ severity }) => severity === 'error');
  const before = new Set(open.length === 0 ? [] : base.lint.map(({ fingerprint }) => fingerprint));
  const standing = open
    .filter(({ fingerprint }) => !known.has(fingerprint))
    .map((finding) => ({
      ...ofLint(finding, stops(finding.fingerprint, false)),
      state: before.has(finding.fingerprint) ? ('unchanged' as const) : ('new' as const),
    }));
  return {
    ...frameOf(frame),
    findings: [...changes, ...worstFirst(standing)],
    understood: decision?.compared !== false,
    conclusion: conclusionOf(comparison, decision),
  };
}

function frameOf({ command, toolVersion, inRepository }: ListFrame) {
  return { command, toolVersion, inRepository };
}

function conclusionOf({ judgement }: Comparison, decision: GateDecision | undefined): string {
  const found = `${judgement.class}: ${counted(judgement.findings.length, 'finding')}.`;
  if (decision === undefined) return found;
  if (!decision.compared) return 'Nothing was compared: base and head are the same commit.';
  return `${found} Gate ${decision.passed ? 'passed' : 'NOT passed'} (policy: ${decision.failOn.join(', ') || 'open errors'}).`;
}

const LEVELS: Readonly<Record<Severity, ListLevel>> = { error: 'error', warning: 'warning', info: 'note' };

function ofDiagnostic(
  { ruleId, severity, message, hint, subject, at, related }: Diagnostic,
  frame: ListFrame,
): ListedFinding {
  return {
    ruleId,
    level: LEVELS[severity],
    grade: severity,
    severity,
    attribute: '',
    message,
    ...(hint === undefined ? {} : { hint }),
    at,
    related: related ?? [],
    // What cannot be read has no identity of its own: its place in the structure and the sentence stand for it.
    fingerprint: `h1:${frame.digest(JSON.stringify([ruleId, at.file, at.pointer, subject ?? null, message]))}`,
    stops: severity === 'error',
  };
}

function ofLint(finding: LintFinding, stops: boolean): ListedFinding {
  const { ruleId, severity, message, hint, element, at, related = [], fingerprint, waiver } = finding;
  return {
    ruleId,
    level: LEVELS[severity],
    grade: severity,
    severity,
    ...(element === undefined ? {} : { element }),
    attribute: '',
    message,
    ...(hint === undefined ? {} : { hint }),
    at,
    related,
    fingerprint,
    ...(waiver === undefined
      ? {}
      : { waiver: { id: waiver.id, standing: waiver.valid ? 'accepted' : 'request', isNew: false, why: waiver.why } }),
    stops,
  };
}

function ofFinding(
  finding: Finding,
  { base, head }: Comparison,
  stops: (fingerprint: string, otherwise: boolean) => boolean,
): ListedFinding {
  const waiver = waiverOf(finding, base.model);
  const level = levelOf(finding);
  const at = finding.head ?? survivor(finding, base.model, head.model);
  const known = level === 'error' && waiver?.standing !== 'accepted';
  return {
    ruleId: finding.ruleId,
    level,
    grade: verdict(finding),
    class: finding.class,
    ...(finding.risk === undefined ? {} : { risk: finding.risk }),
    element: finding.element,
    attribute: finding.attribute,
    message: finding.reason,
    ...(finding.before === undefined ? {} : { before: finding.before }),
    ...(finding.after === undefined ? {} : { after: finding.after }),
    ...(at === undefined ? {} : { at }),
    related: finding.base === undefined ? [] : [{ message: 'In base.', at: finding.base }],
    fingerprint: finding.fingerprint,
    ...(waiver === undefined ? {} : { waiver }),
    stops: stops(finding.fingerprint, known),
    state: finding.ruleId.startsWith('resolved:') ? 'absent' : 'new',
    ...(finding.claimedBy === undefined ? {} : { claimedBy: finding.claimedBy }),
    approvers: finding.approvers,
    evidence: finding.evidence,
  };
}

/** Breaking, critical and high: error. Risky and medium: warning. The rest: note. */
function levelOf({ class: name, risk }: Finding): ListLevel {
  if (name === 'breaking' || risk === 'C' || risk === 'H') return 'error';
  return name === 'risky' || risk === 'M' ? 'warning' : 'note';
}

/** In head: what the element was part of, else the project file. */
function survivor(finding: Finding, base: SpecModel, head: SpecModel): Location | undefined {
  const { kind, id } = finding.element;
  const gone = base.elements.get(`${kind}:${id}`);
  const parent = gone?.parent === undefined ? undefined : base.elements.get(gone.parent);
  const found: Element | undefined = parent === undefined ? undefined : head.elements.get(parent.key);
  return (found ?? head.project)?.at;
}

function waiverOf(finding: Finding, base: SpecModel): ListedWaiver | undefined {
  const { waiver, waiverRequest, waiverRequestVerdict } = finding;
  if (waiver !== undefined) {
    const attributes = base.get('waiver', waiver)?.attributes;
    const people = (attributes?.approved ?? []).map((one) => `${one.name} (${one.function}, ${one.date})`);
    const why = `${attributes?.reason ?? ''} Approved by ${people.join(', ')} until ${attributes?.expires ?? ''}.`;
    return { id: waiver, standing: 'accepted', isNew: false, why };
  }
  if (waiverRequest === undefined) return undefined;
  const accepted = waiverRequestVerdict?.accepted === true;
  const why = waiverRequestVerdict?.why ?? 'A request that clears nothing.';
  return { id: waiverRequest, standing: accepted ? 'accepted' : 'request', isNew: true, why };
}

const ORDER: readonly ListLevel[] = ['error', 'warning', 'note'];

/** Keeps the order within a level. */
function worstFirst(findings: readonly ListedFinding[]): readonly ListedFinding[] {
  return findings.toSorted((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level));
}
