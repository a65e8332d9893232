import type { Digest } from '../digest.ts';
import type { Severity } from '../diagnostics/index.ts';
import { compareLocations, compareText } from '../diagnostics/order.ts';
import { jsonText } from '../diff/comparable.ts';
import type { SpecGraph } from '../graph/spec-graph.ts';
import type { SpecModel } from '../model/spec-model.ts';
import type { LintFinding } from './finding.ts';
import { askRule } from './judging/rule-failure.ts';
import { named } from './judging/wording.ts';
import type { LintContext, LintReport, LintRule } from './lint-rule.ts';
import { LINTS } from './lint/index.ts';
import { affectedElements } from './linting/affected-elements.ts';
import { statusOf } from './linting/declared.ts';
import { dropIndexes } from './linting/once-per-model.ts';
import { everySubject, subjectsAmong } from './linting/subjects.ts';
import type { LintSubjects } from './linting/subjects.ts';
import { applyWaivers } from './waivers.ts';

/** One revision to be linted, and by what. */
export interface LintInput {
  readonly model: SpecModel;
  readonly graph: SpecGraph;
  readonly digest: Digest;
  /** Day on which waivers are judged, `2026-03-02`. */
  readonly asOf: string;
  /**
   * The revision whose profile, `rules`, `gate` and `approvers` decide, where that is not the linted one: a gate judges head by
   * the policy of base (rules section 1.6).
   */
  readonly policy?: SpecModel;
}

/**
 * Every lint finding of one revision, worst first, each with what a waiver says about it. Pure: the same model and day give
 * the same findings.
 */
export function runLints(input: LintInput): readonly LintFinding[] {
  return lintSubjects(input, everySubject(input.model));
}

/** What the lints find in two revisions, as far as it can differ. */
export interface DifferingLints {
  readonly lintBase: readonly LintFinding[];
  readonly lintHead: readonly LintFinding[];
}

/**
 * The lint findings of two revisions but for some that both have: of an element that the change cannot reach, lints that look
 * at neighbours are not asked. All findings, where one of the revisions holds waivers, since these are judged by all of them, and
 * where the two are not judged by one policy.
 */
export function runDifferingLints(base: LintInput, head: LintInput): DifferingLints {
  const hasWaivers = [base, head].some(({ model }) => model.ofKind('waiver').length > 0);
  const onePolicy = (base.policy ?? base.model) === (head.policy ?? head.model);
  const affected = hasWaivers || !onePolicy ? undefined : affectedElements(base, head);
  const [lintBase, lintHead] = [base, head].map((input) =>
    affected === undefined ? runLints(input) : lintSubjects(input, subjectsAmong(input.model, affected)),
  );
  return { lintBase: lintBase ?? [], lintHead: lintHead ?? [] };
}

function lintSubjects(input: LintInput, subjects: LintSubjects): readonly LintFinding[] {
  const { model, graph, asOf, policy = model } = input;
  const found = new Map<string, LintFinding>();
  const context: LintContext = { model, graph, subjects, asOf };
  for (const rule of LINTS) if (rule.judges === 'model') collect(rule, () => rule.check(context), input, found);
  const findings = applyWaivers([...found.values()], { model, policy, asOf });
  const waivers = new Map<string, LintFinding>();
  const rules = new Set(LINTS.flatMap(({ id, judges }) => (judges === 'model' ? [id] : [])));
  for (const rule of LINTS) {
    if (rule.judges === 'waivers')
      collect(rule, () => rule.check({ ...context, findings, policy, rules }), input, waivers);
  }
  dropIndexes(model);
  return [...findings, ...waivers.values()].toSorted(compareLintFindings);
}

/** Stamps severity, place and identity on what a rule reports; one identity is one finding. */
function collect(
  rule: LintRule,
  look: () => Iterable<LintReport>,
  input: LintInput,
  found: Map<string, LintFinding>,
): void {
  // Each report as it comes: most of a large project may be expectations that its profile ignores.
  let last: LintReport | undefined;
  const subject = (): string =>
    `the ${input.model.revision} revision, ${last === undefined ? 'before its first report' : `after it reported ${named(last.element)}`}`;
  askRule(rule.id, subject, () => {
    for (const report of look()) {
      last = report;
      stamp(rule, report, input, found);
    }
  });
}

function stamp(rule: LintRule, report: LintReport, input: LintInput, found: Map<string, LintFinding>): void {
  const severity = severityOf(rule, report, input);
  if (severity === undefined) return;
  const { element, path, part, message, hint, subject, related } = report;
  const fingerprint = `h1:${input.digest(jsonText([rule.id, element.key, subject]))}`;
  if (found.has(fingerprint)) return;
  found.set(fingerprint, {
    ruleId: rule.id,
    severity,
    message,
    hint,
    element: { kind: element.kind, id: element.id },
    elementKey: element.key,
    at: element.locate(path, part),
    ...(related === undefined
      ? {}
      : {
          related: related.map((other) => ({
            message: other.message,
            at: other.element.locate(other.path, other.part),
          })),
        }),
    subject,
    fingerprint,
  });
}

/**
 * How much a report weighs: what the project says of the rule; else, for expectations, the profile (`sketch` ignores them,
 * `project` warns); else the rule's own. Nothing is said about what is retired, and drafts are reported, not gated.
 */
function severityOf(rule: LintRule, report: LintReport, { model, policy = model }: LintInput): Severity | undefined {
  const severity = gradedSeverity(rule, report, policy);
  if (severity === undefined) return undefined;
  const status = statusOf(model, report.element);
  if (status === 'retired') return undefined;
  return status === 'draft' && severity === 'error' ? 'warning' : severity;
}

function gradedSeverity(rule: LintRule, report: LintReport, policy: SpecModel): Severity | undefined {
  const { rules, profile = 'gxp' } = policy.project?.attributes ?? {};
  const graded = rules?.[rule.id]?.severity;
  if (graded !== undefined) return graded === 'ignore' ? undefined : graded;
  const own = report.severity ?? rule.severity;
  if ((report.stance ?? rule.stance) === 'contradiction' || profile === 'gxp') return own;
  if (profile === 'sketch') return undefined;
  return own === 'error' ? 'warning' : own;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** The order in which lint findings are shown: worst first, then by place, rule and text. */
export function compareLintFindings(a: LintFinding, b: LintFinding): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    compareLocations(a.at, b.at) ||
    compareText(a.ruleId, b.ruleId) ||
    compareText(a.message, b.message) ||
    compareText(a.fingerprint, b.fingerprint)
  );
}
