import { usageFailure } from '../diagnostics/failure.ts';
import { nearestWord } from '../diagnostics/nearest-word.ts';
import { GATE_BARS } from '../language/gate-bars.ts';
import type { SpecModel } from '../model/spec-model.ts';
import type { RevisionIdentity } from '../source/source-file.ts';
import { approvingRecord } from './approved-changes.ts';
import type { ChangeClass, Finding, LintFinding, Risk } from './finding.ts';
import { matchWaiver, waivableLint } from './waivers.ts';

/** What stops a change where neither the project nor the caller says anything else. */
export const DEFAULT_GATE: readonly string[] = ['breaking', 'risk:H'];

const CLASSES: readonly ChangeClass[] = ['breaking', 'risky', 'compatible', 'editorial'];
const RISKS: readonly Risk[] = ['C', 'H', 'M', 'L'];

type Bar = { readonly class: ChangeClass } | { readonly risk: Risk } | { readonly unapproved: true };

/** What the gate says: passed or not, by which policy, and why not. */
export interface GateDecision {
  /** False when base and head are one revision: then nothing was judged, and nothing passed. */
  readonly compared: boolean;
  readonly failOn: readonly string[];
  readonly passed: boolean;
  /** Findings that do not stop the change because of a waiver that came with it; one sentence each, with who approved it. */
  readonly accepted: readonly string[];
  readonly reasons: readonly string[];
  /** Fingerprints of what stops it: findings of the comparison, and open errors of head. */
  readonly stopped: ReadonlySet<string>;
}

/** What is to be judged: a comparison, and what the lints find in head, judged by the policy of base. */
export interface GatedChange {
  readonly findings: readonly Finding[];
  readonly lintOfHead: readonly LintFinding[];
  readonly base: SpecModel;
  readonly head: SpecModel;
}

/**
 * Judges a comparison by the policy of base, so that a commit cannot lower the bar that it is measured by.
 * A bar stops its own level and everything above it: `risk:H` stops H and C, `risky` stops risky and breaking. `unapproved` stops
 * whatever is not editorial and neither waived nor named by a change record that those whom it asks for have approved.
 * A waiver counts as it stands in base on the day `asOf`; one that base does not hold counts when it is a whole decision by the
 * policy of base, and is told (rules section 1.6). Throws a usage `Failure` for a bar that is none.
 */
export function judgeGate(change: GatedChange, asked: readonly string[] | undefined, asOf: string): GateDecision {
  const { findings, lintOfHead, base } = change;
  const failOn = asked ?? base.project?.attributes.gate?.failOn ?? DEFAULT_GATE;
  const bars = readBars(failOn);
  const approvedBy = (finding: Finding) => approvingRecord(finding, { base, head: change.head, asOf });
  const errors = lintOfHead
    .filter(({ severity }) => severity === 'error')
    .map((finding) => ({ finding, waiver: waiverOf(finding, change, asOf) }));
  const stopped = findings.filter(
    (finding) =>
      finding.waiver === undefined &&
      finding.waiverRequestVerdict?.accepted !== true &&
      !isPreEffective(finding) &&
      bars.some((bar) =>
        'unapproved' in bar
          ? finding.class !== 'editorial' && approvedBy(finding) === undefined
          : reaches(finding, bar),
      ),
  );
  const open = errors.filter(({ waiver }) => waiver === undefined).map(({ finding }) => finding);
  const accepted = [
    ...errors.flatMap(({ finding, waiver }) =>
      waiver?.isNew === true
        ? [
            `${finding.ruleId} on ${finding.element?.kind ?? ''} ${finding.element?.id ?? ''}: waiver ${waiver.id} is new in this change. ${waiver.why}`,
          ]
        : [],
    ),
    ...findings.flatMap((finding) =>
      finding.waiverRequestVerdict?.accepted === true
        ? [`${subjectOf(finding)}: waiver ${finding.waiverRequest ?? ''}: ${finding.waiverRequestVerdict.why}`]
        : [],
    ),
    ...(bars.some((bar) => 'unapproved' in bar) ? findings : []).flatMap((finding) => {
      const record = finding.class === 'editorial' ? undefined : approvedBy(finding);
      return record === undefined ? [] : [`${subjectOf(finding)}: approved by the change record ${record.id}.`];
    }),
  ];
  const reasons = [
    ...stopped.map((finding) => `${subjectOf(finding)}: ${verdictOf(finding)}${requestOf(finding)}`),
    ...open.map(({ ruleId, message }) => `${ruleId} is open in head: ${message}`),
  ];
  const fingerprints = new Set([...open, ...stopped].map(({ fingerprint }) => fingerprint));
  return { compared: true, failOn, passed: reasons.length === 0, accepted, reasons, stopped: fingerprints };
}

/** Whether base and head are one and the same committed revision: there is nothing that a gate could judge. */
export function isOneRevision(base: RevisionIdentity, head: RevisionIdentity): boolean {
  return base.commit !== undefined && base.commit === head.commit && !base.modified && !head.modified;
}

/** The decision where nothing was compared: it did not pass, whatever the bars are. */
export function nothingCompared(decision: GateDecision): GateDecision {
  return {
    ...decision,
    compared: false,
    passed: false,
    reasons: ['Nothing was compared: base and head are the same commit.', ...decision.reasons],
  };
}

function subjectOf({ ruleId, element }: Finding): string {
  return `${ruleId} on ${element.kind} ${element.id}`;
}

function verdictOf(finding: Finding): string {
  return `${finding.class}${finding.risk === undefined ? '' : ` · ${finding.risk}`}`;
}

function requestOf({ waiverRequest, waiverRequestVerdict }: Finding): string {
  return waiverRequest === undefined ? '' : ` (waiver ${waiverRequest}: ${waiverRequestVerdict?.why ?? 'a request'})`;
}

/** What stops a change, in words of the gate. Throws a usage `Failure` for a word that is none. */
export function readBars(failOn: readonly string[]): readonly Bar[] {
  return failOn.map(readBar);
}

function readBar(bar: string): Bar {
  if (bar === 'unapproved') return { unapproved: true };
  const risk = RISKS.find((one) => bar === `risk:${one}`);
  if (risk !== undefined) return { risk };
  const named = CLASSES.find((one) => bar === one);
  if (named !== undefined) return { class: named };
  const meant = nearestWord(bar, GATE_BARS);
  throw usageFailure(
    'gate-unknown',
    `'${bar}' is nothing that a gate can stop.`,
    `${meant === undefined ? '' : `Did you mean ${meant}? `}Use one of: ${GATE_BARS.join(', ')}.`,
  );
}

/** The valid waiver of a lint finding: as base holds it, else as head does, both by the policy of base. */
function waiverOf(
  finding: LintFinding,
  { base, head }: GatedChange,
  asOf: string,
): { readonly id: string; readonly why: string; readonly isNew: boolean } | undefined {
  const waivable = waivableLint(finding);
  if (waivable === undefined) return undefined;
  const policy = base.project === undefined ? head : base;
  const granted = matchWaiver(waivable, { model: base, other: head, policy, asOf });
  if (granted?.valid === true) return { ...granted, isNew: false };
  const requested = matchWaiver(waivable, { model: head, other: base, policy, asOf });
  return requested?.valid === true ? { ...requested, isNew: true } : undefined;
}

/** Adjustment A7: draft on both sides and reached by nothing in force; reported, but no reason to stop (rules section 1.3). */
function isPreEffective(finding: Finding): boolean {
  return finding.risk !== 'C' && finding.raisedBy.some(({ id }) => id === 'A7');
}

/** Whether a gate with these bars stops a finding of this class and risk that nobody has approved. */
export function isStopped(failOn: readonly string[], finding: Pick<Finding, 'class' | 'risk'>): boolean {
  return failOn.some((bar) => reaches(finding, readBar(bar)));
}

function reaches(finding: Pick<Finding, 'class' | 'risk'>, bar: Bar): boolean {
  if ('unapproved' in bar) return finding.class !== 'editorial';
  if ('class' in bar) return CLASSES.indexOf(finding.class) <= CLASSES.indexOf(bar.class);
  return finding.risk !== undefined && RISKS.indexOf(finding.risk) <= RISKS.indexOf(bar.risk);
}
