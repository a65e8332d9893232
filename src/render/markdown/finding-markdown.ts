import type { Finding } from '../../core/rules/finding.ts';
import { adjustmentWords } from '../adjustment-words.ts';
import type { FindingGroup, ToldFinding } from '../finding-groups.ts';
import { shownValue } from '../shown.ts';
import { place } from '../text/place.ts';
import { commonWhy, isTold, withoutWhy } from '../text/finding-text.ts';
import { counted, subject, verdict } from '../words.ts';
import { code, inert } from './inert.ts';

/** Findings that are named among those that another explains. */
const NAMED = 8;

/** Findings of one rule: a heading with what they have in common, then each with its details folded. */
export function groupMarkdown(group: FindingGroup, number: number): readonly string[] {
  const { ruleId, grade, told } = group;
  const why = commonWhy(group);
  const count = told.length === 1 ? '' : ` ${counted(told.length, 'finding')}`;
  const rest = told.length - number;
  return [
    `**${verdict(grade)}** ${code(ruleId)}${count}${why === undefined ? '' : `: ${inert(why)}`}`,
    '',
    ...told.slice(0, number).flatMap((one) => itemLines(one, why)),
    ...(rest === 0 ? [] : [`- **${number === 0 ? `${rest} not shown` : `and ${rest} more, not shown`}**`, '']),
  ];
}

function itemLines({ finding, explained }: ToldFinding, why: string | undefined): readonly string[] {
  const change =
    (finding.before === undefined && finding.after === undefined) || isTold(finding)
      ? ''
      : ` ${code(short(shownValue(finding.before)))} → ${code(short(shownValue(finding.after)))}`;
  return [
    `- **${inert(subject(finding))}** ${inert(withoutWhy(finding.reason, why))}${change}${waiverOf(finding)}`,
    ...detailsOf(finding, explained),
  ];
}

/** What a reader opens: why it weighs what it weighs, where it stands, what else it stands for. */
function detailsOf(finding: Finding, explained: readonly Finding[]): readonly string[] {
  const places = [
    ...(finding.base === undefined ? [] : [`base ${code(place(finding.base))}`]),
    ...(finding.head === undefined ? [] : [`head ${code(place(finding.head))}`]),
  ].join(', ');
  const lines = [
    ...finding.raisedBy.map((adjustment) => inert(adjustmentWords(adjustment))),
    ...(explained.length === 0 ? [] : [explainedIn(finding, explained)]),
    ...(finding.approvers.approve.length === 0 ? [] : [`must approve: ${finding.approvers.approve.join(', ')}`]),
    `${places}${places === '' ? '' : ', '}${code(finding.fingerprint.slice(0, 15))}`,
  ];
  return [`  <details><summary>details</summary>`, '', ...lines.map((line) => `  - ${line}`), '', '  </details>', ''];
}

function explainedIn(finding: Finding, explained: readonly Finding[]): string {
  const same = explained.every(({ ruleId, class: name }) => ruleId === finding.ruleId && name === finding.class);
  const names = explained
    .slice(0, NAMED)
    .map((other) => `${inert(subject(other))}${same ? '' : ` (${code(other.ruleId)}, ${verdict(other)})`}`);
  const rest = explained.length - NAMED;
  const title = same ? 'the same in' : `stands for ${counted(explained.length, 'more finding')}:`;
  return `${title} ${names.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`;
}

function waiverOf({ waiver, waiverRequest, waiverRequestVerdict }: Finding): string {
  if (waiver !== undefined) return `; waived by ${code(waiver)}`;
  if (waiverRequest === undefined) return '';
  return `; waiver ${code(waiverRequest)} ${waiverRequestVerdict?.accepted === true ? '**is new in this change**' : 'is a request'}`;
}

function short(text: string): string {
  const characters = [...text];
  return characters.length > 120 ? `${characters.slice(0, 117).join('')}…` : text;
}
