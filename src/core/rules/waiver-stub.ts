import { stringify } from 'yaml';
import { usageFailure } from '../diagnostics/failure.ts';
import type { SpecModel } from '../model/spec-model.ts';
import type { Finding, LintFinding } from './finding.ts';
import { DEFAULT_MAX_WAIVER, LINT_FUNCTIONS, NEVER_WAIVED } from './waivers.ts';
import { MINIMUM_APPROVALS } from './waiver-approvals.ts';
import { lastDayOf } from './waiver-life.ts';

/** What a waiver is to be about, and whose policy it must follow. */
export interface WaiverStubRequest {
  readonly finding: Finding | LintFinding;
  readonly id: string;
  /** The revision whose `gate` decides. */
  readonly policy: SpecModel;
  /** The revision in which the element is looked up; and the other one, for what is gone. */
  readonly models: readonly SpecModel[];
  /** Day from which the longest life is counted, `2026-03-02`. */
  readonly asOf: string;
}

/**
 * A waiver as YAML with everything that is known of the finding, and blanks for what only people can say: reason, requester and
 * approvals. It does not validate until they have. Throws a usage `Failure` for what cannot be waived.
 */
export function waiverStub({ finding, id, policy, models, asOf }: WaiverStubRequest): readonly string[] {
  const { element, fingerprint } = finding;
  const rule = finding.ruleId.replace(/^introduced:/, '');
  if (NEVER_WAIVED.has(rule) || element === undefined) {
    throw usageFailure(
      'not-waivable',
      `A finding of ${finding.ruleId} cannot be waived.`,
      element === undefined ? 'It is about no element.' : 'Mend the waiver that it is about.',
    );
  }
  const functions = functionsOf(finding, policy);
  const longest = policy.project?.attributes.gate?.maxWaiver ?? DEFAULT_MAX_WAIVER;
  const expires = lastDayOf(asOf, longest);
  const approvals = functions.flatMap((name) => [
    `    - function: ${name ?? ' # BLANK: one more function, by one more person'}`,
    '      name: # BLANK: the person who decided',
    '      date: # BLANK: day of the decision, YYYY-MM-DD',
    '      ref: # BLANK: where the signature is kept; or take the line out',
  ]);
  return [
    `${id}: # not valid until people have filled in every BLANK`,
    `  rule: ${scalar(rule)}`,
    `  element: ${scalar(referenceTo(element, models))}`,
    `  finding: "${fingerprint}"`,
    '  reason: # BLANK: why the finding is acceptable',
    '  requestedBy: # BLANK: who asks for it; that person does not count among those who approve it',
    '  approved:',
    ...approvals,
    expires === undefined
      ? `  expires: # BLANK: at most ${longest} after the last approval`
      : `  expires: ${expires} # proposed: ${longest} after ${asOf}; at most ${longest} after the last approval`,
  ];
}

/** A free id in the manner of the waivers that there are: `W-007` after `W-006`; `never` are ids that must not return. */
export function freeWaiverId(waivers: Iterable<string>, never: ReadonlySet<string>): string {
  const numbered = [...waivers].flatMap((id) => {
    const match = /^(.*?)(\d+)$/.exec(id);
    return match === null ? [] : [{ stem: match[1] ?? '', digits: match[2] ?? '' }];
  });
  const last = numbered.toSorted((a, b) => Number(a.digits) - Number(b.digits)).at(-1) ?? { stem: 'W-', digits: '000' };
  for (let number = Number(last.digits) + 1; ; number += 1) {
    const id = `${last.stem}${String(number).padStart(last.digits.length, '0')}`;
    if (!never.has(id)) return id;
  }
}

/** Functions that the finding asks for; a critical one needs quality and enough persons, the further ones of any function. */
function functionsOf(finding: Finding | LintFinding, policy: SpecModel): readonly (string | undefined)[] {
  if ('severity' in finding) return LINT_FUNCTIONS;
  const asked: readonly string[] = finding.approvers.approve.length === 0 ? ['QA'] : finding.approvers.approve;
  if (finding.risk !== 'C') return asked;
  const named = asked.includes('QA') ? asked : [...asked, 'QA'];
  const fewest = Math.max(MINIMUM_APPROVALS, policy.project?.attributes.gate?.minimumApprovals ?? 0);
  return [...named, ...Array.from({ length: Math.max(0, fewest - named.length) }, () => undefined)];
}

/** The shortest name that means this element alone. */
function referenceTo({ kind, id }: Finding['element'], models: readonly SpecModel[]): string {
  for (const model of models) {
    const element = model.elements.get(`${kind}:${id}`);
    if (element === undefined) continue;
    return model.named(id).length > 1 ? `${element.collection}:${id}` : id;
  }
  return id;
}

function scalar(text: string): string {
  return stringify(text, { lineWidth: 0 }).trimEnd();
}
