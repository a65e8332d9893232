import { usageFailure } from '../diagnostics/failure.ts';
import type { SpecModel } from '../model/spec-model.ts';
import type { RevisionIdentity } from '../source/source-file.ts';
import type { ChangeClass, Finding, LintFinding, Risk } from './finding.ts';
import { matchWaiver, waivableLint } from './waivers.ts';

/** What stops a change where neither the project nor the caller says anything else. */
export const DEFAULT_GATE: readonly string[] = ['breaking', 'risk:H'];

const CLASSES: readonly ChangeClass[] = ['breaking', 'risky', 'compatible', 'editorial'];
const RISKS: readonly Risk[] = ['C', 'H', 'M', 'L'];

/** Every word that a gate understands. */
export const GATE_BARS: readonly string[] = [...CLASSES, ...RISKS.map((risk) => `risk:${risk}`)];

type Bar = { readonly class: ChangeClass } | { readonly risk: Risk };

/** What the gate says: passed or not, by which policy, and why not. */
export interface GateDecision {
  /** False when base and head are one revision: then nothing was judged, and nothing passed. */
  readonly compared: boolean;
  readonly failOn: readonly string[];
  readonly passed: boolean;
  /** Findings that do not stop the change because of a waiver that came with it; one sentence each, with who approved it. */
  readonly accepted: readonly string[];
  readonly reasons: readonly string[];
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
 * A bar stops its own level and everything above it: `risk:H` stops H and C, `risky` stops risky and breaking.
 * A waiver counts as it stands in base on the day `asOf`; one that base does not hold counts when it is a whole decision by the
 * policy of base, and is told (rules section 1.6). Throws a usage `Failure` for a bar that is none.
 */
export function judgeGate(change: GatedChange, asked: readonly string[] | undefined, asOf: string): GateDecision {
  const { findings, lintOfHead, base } = change;
  const failOn = asked ?? base.project?.attributes.gate?.failOn ?? DEFAULT_GATE;
  const bars = failOn.map(readBar);
  const errors = lintOfHead
    .filter(({ severity }) => severity === 'error')
    .map((finding) => ({ finding, waiver: waiverOf(finding, change, asOf) }));
  const stopped = findings.filter(
    (finding) =>
      finding.waiver === undefined &&
      finding.waiverRequestVerdict?.accepted !== true &&
      !isPreEffective(finding) &&
      bars.some((bar) => reaches(finding, bar)),
  );
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
  ];
  const reasons = [
    ...errors.flatMap(({ finding, waiver }) =>
      waiver === undefined ? [`${finding.ruleId} is open in head: ${finding.message}`] : [],
    ),
    ...stopped.map((finding) => `${subjectOf(finding)}: ${verdictOf(finding)}${requestOf(finding)}`),
  ];
  return { compared: true, failOn, passed: reasons.length === 0, accepted, reasons };
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

function readBar(bar: string): Bar {
  const risk = RISKS.find((one) => bar === `risk:${one}`);
  if (risk !== undefined) return { risk };
  const named = CLASSES.find((one) => bar === one);
  if (named !== undefined) return { class: named };
  throw usageFailure(
    'gate-unknown',
    `'${bar}' is nothing that a gate can stop.`,
    `Use one of: ${GATE_BARS.join(', ')}.`,
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

function reaches(finding: Finding, bar: Bar): boolean {
  if ('class' in bar) return CLASSES.indexOf(finding.class) <= CLASSES.indexOf(bar.class);
  return finding.risk !== undefined && RISKS.indexOf(finding.risk) <= RISKS.indexOf(bar.risk);
}
