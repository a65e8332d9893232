import type { Finding } from '../../core/rules/finding.ts';
import { ruleNamed } from '../../core/rules/catalogue.ts';
import { adjustmentWords } from '../adjustment-words.ts';
import type { Extent, FindingGroup, ToldFinding } from '../finding-groups.ts';
import type { Paint } from '../paint.ts';
import { shown, shownValue } from '../shown.ts';
import { counted, subject, verdict } from '../words.ts';
import { place } from './place.ts';
import { WIDTH, wrap, wrapped } from './wrap.ts';

/** How many of the findings that another explains are named. */
const NAMED = 8;
/** Digits of a fingerprint that are enough to name it to `explain` and `waive`. */
const SHORT = 15;

/** One finding by itself: a head line, then what there is to say. */
export function singleLines(told: ToldFinding, paint: Paint, extent: Extent): readonly string[] {
  const { finding } = told;
  return [
    `${gradeLabel(finding, paint)}  ${paint.bold(shown(subject(finding)))}  ${paint.faint(finding.ruleId)}`,
    ...details(told, finding.reason, 2, paint, extent),
    '',
  ];
}

/** Several findings of one rule: what they have in common once, then each; those that are not shown are counted. */
export function groupLines(group: FindingGroup, number: number, paint: Paint, extent: Extent): readonly string[] {
  const { ruleId, grade, told } = group;
  const why = commonWhy(group);
  const rest = told.length - number;
  return [
    `${gradeLabel(grade, paint)}  ${paint.bold(counted(told.length, 'finding'))}  ${paint.faint(ruleId)}`,
    ...(why === undefined || number === 0 ? [] : wrap(shown(why), WIDTH - 2).map((line) => `  ${line}`)),
    ...told
      .slice(0, number)
      .flatMap((one) => [
        `  ${paint.bold(shown(subject(one.finding)))}`,
        ...details(one, withoutWhy(one.finding.reason, why), 4, paint, extent),
      ]),
    ...(rest === 0 ? [] : [paint.warning(`  ${number === 0 ? `${rest} not shown` : `and ${rest} more, not shown`}`)]),
    '',
  ];
}

/** Class and risk in the colour of their weight. */
export function gradeLabel(finding: Pick<Finding, 'class' | 'risk'>, paint: Paint): string {
  const { class: name, risk } = finding;
  if (name === 'editorial') return paint.faint(verdict(finding));
  return risk === 'C' || risk === 'H' ? paint.critical(verdict(finding)) : paint.warning(verdict(finding));
}

function details(
  { finding, explained }: ToldFinding,
  reason: string,
  indent: number,
  paint: Paint,
  extent: Extent,
): readonly string[] {
  const space = ' '.repeat(indent);
  const where = [
    ...(finding.base === undefined ? [] : [`base ${place(finding.base)}`]),
    ...(finding.head === undefined ? [] : [`head ${place(finding.head)}`]),
  ].join('   ');
  return [
    ...wrap(shown(reason), WIDTH - indent).map((line) => `${space}${line}`),
    ...beforeAfter(finding, indent).map((line) => `${space}${line}`),
    ...finding.raisedBy.flatMap((adjustment) => faint(wrapped(shown(adjustmentWords(adjustment)), indent), paint)),
    `${space}${paint.faint(`${where}   ${finding.fingerprint.slice(0, SHORT)}`)}`,
    ...(finding.waiver === undefined ? [] : [`${space}${paint.faint(`waived by ${shown(finding.waiver)}`)}`]),
    ...requestLines(finding, indent, paint),
    ...explainedLines(finding, explained, indent, paint, extent),
  ];
}

function requestLines(finding: Finding, indent: number, paint: Paint): readonly string[] {
  const { waiverRequest: id, waiverRequestVerdict: verdictOfRequest } = finding;
  if (id === undefined) return [];
  const why = shown(verdictOfRequest?.why ?? 'New in head.');
  const accepted = verdictOfRequest?.accepted === true;
  const text = accepted
    ? `waiver ${shown(id)} accepted: ${why}`
    : `waiver ${shown(id)} is a request that clears nothing: ${why}`;
  return wrapped(text, indent).map((line) => (accepted ? paint.warning(line) : paint.faint(line)));
}

/** Findings that this one stands for: in short, or each on a line of its own. */
function explainedLines(
  finding: Finding,
  explained: readonly Finding[],
  indent: number,
  paint: Paint,
  extent: Extent,
): readonly string[] {
  if (explained.length === 0) return [];
  const space = ' '.repeat(indent);
  const same = explained.every(({ ruleId, class: name }) => ruleId === finding.ruleId && name === finding.class);
  const title = same ? 'the same in' : `stands for ${counted(explained.length, 'more finding')}:`;
  const name = (other: Finding): string => `${subject(other)}${same ? '' : ` (${other.ruleId}, ${verdict(other)})`}`;
  if (extent === 'all') {
    const lines = explained.map((other) => `${space}  ${shown(name(other))}   ${other.fingerprint.slice(0, SHORT)}`);
    return faint([`${space}${title}`, ...lines], paint);
  }
  const rest = explained.length - NAMED;
  const names = explained.slice(0, NAMED).map(name).join('; ');
  return faint(wrapped(shown(`${title} ${names}${rest > 0 ? `; and ${rest} more` : ''}`), indent), paint);
}

function beforeAfter(finding: Finding, indent: number): readonly string[] {
  if (finding.before === undefined && finding.after === undefined) return [];
  const [before, after] = [shownValue(finding.before), shownValue(finding.after)];
  if (before.length + after.length > WIDTH - indent - 3 || before.length + after.length === 0) return [];
  if (isTold(finding)) return [];
  return [`${before} → ${after}`];
}

/** Whether the reason says both values already, as most rules do for short ones. */
export function isTold({ reason, before, after }: Finding): boolean {
  return [before, after].every((value) => reason.includes(shownValue(value).replace(/^\[(.*)\]$/, '$1')));
}

function faint(lines: readonly string[], paint: Paint): readonly string[] {
  return lines.map((line) => paint.faint(line));
}

/** Why it matters, where the rule says the same of every finding of the group. */
export function commonWhy({ ruleId, told }: FindingGroup): string | undefined {
  const why = ruleNamed(ruleId)?.rule.why;
  if (why === undefined || told.length < 2) return undefined;
  return told.every(({ finding }) => finding.reason.includes(` ${why}`)) ? why : undefined;
}

/** What is said of this one besides. */
export function withoutWhy(reason: string, why: string | undefined): string {
  return why === undefined ? reason : reason.replace(` ${why}`, '');
}
