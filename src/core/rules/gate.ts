import { usageFailure } from '../diagnostics/failure.ts';
import type { SpecModel } from '../model/spec-model.ts';
import type { ChangeClass, Finding, LintFinding, Risk } from './finding.ts';
import { matchWaiver } from './waivers.ts';

/** What stops a change where neither the project nor the caller says anything else. */
export const DEFAULT_GATE: readonly string[] = ['breaking', 'risk:H'];

const CLASSES: readonly ChangeClass[] = ['breaking', 'risky', 'compatible', 'editorial'];
const RISKS: readonly Risk[] = ['C', 'H', 'M', 'L'];

/** Every word that a gate understands. */
export const GATE_BARS: readonly string[] = [...CLASSES, ...RISKS.map((risk) => `risk:${risk}`)];

type Bar = { readonly class: ChangeClass } | { readonly risk: Risk };

/** What the gate says: passed or not, by which policy, and why not. */
export interface GateDecision {
  readonly failOn: readonly string[];
  readonly passed: boolean;
  readonly reasons: readonly string[];
}

/**
 * Judges a comparison by the policy of base, so that a commit cannot lower the bar that it is measured by.
 * A bar stops its own level and everything above it: `risk:H` stops H and C, `risky` stops risky and breaking.
 * Waivers count as they stand in base on the day `asOf`: one that is new in head is a request until the next comparison
 * (rules section 1.6). Throws a usage `Failure` for a bar that is none.
 */
export function judgeGate(
  findings: readonly Finding[],
  lintOfHead: readonly LintFinding[],
  base: SpecModel,
  asked: readonly string[] | undefined,
  asOf: string,
): GateDecision {
  const failOn = asked ?? base.project?.attributes.gate?.failOn ?? DEFAULT_GATE;
  const bars = failOn.map(readBar);
  const open = lintOfHead.filter((finding) => finding.severity === 'error' && !isWaived(finding, base, asOf));
  const stopped = findings.filter(
    (finding) => finding.waiver === undefined && !isPreEffective(finding) && bars.some((bar) => reaches(finding, bar)),
  );
  const reasons = [
    ...open.map((finding) => `${finding.ruleId} is open in head: ${finding.message}`),
    ...stopped.map(
      (finding) =>
        `${finding.ruleId} on ${finding.element.kind} ${finding.element.id}: ${finding.class}${finding.risk === undefined ? '' : ` · ${finding.risk}`}`,
    ),
  ];
  return { failOn, passed: reasons.length === 0, reasons };
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

/** A project that base does not hold yet brings its own waivers along. */
function isWaived(finding: LintFinding, base: SpecModel, asOf: string): boolean {
  if (base.project === undefined) return finding.waiver?.valid === true;
  const { ruleId, elementKey, fingerprint } = finding;
  return elementKey !== undefined && matchWaiver({ ruleId, element: elementKey, fingerprint }, base, asOf)?.valid === true;
}

/** Adjustment A7: draft on both sides and reached by nothing in force; reported, but no reason to stop (rules section 1.3). */
function isPreEffective(finding: Finding): boolean {
  return finding.risk !== 'C' && finding.raisedBy.some(({ id }) => id === 'A7');
}

function reaches(finding: Finding, bar: Bar): boolean {
  if ('class' in bar) return CLASSES.indexOf(finding.class) <= CLASSES.indexOf(bar.class);
  return finding.risk !== undefined && RISKS.indexOf(finding.risk) <= RISKS.indexOf(bar.risk);
}
