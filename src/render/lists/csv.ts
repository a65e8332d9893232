import type { FindingList, ListedFinding } from '../../core/report/finding-list.ts';
import { pathInRepository } from '../../core/report/finding-list.ts';
import { shown, shownValue } from '../shown.ts';

type Column = readonly [name: string, of: (finding: ListedFinding, list: FindingList) => string];

const COLUMNS: readonly Column[] = [
  ['grade', ({ grade }) => grade],
  ['class', (finding) => finding.class ?? ''],
  ['risk', ({ risk }) => risk ?? ''],
  ['severity', ({ severity }) => severity ?? ''],
  ['rule', ({ ruleId }) => ruleId],
  ['kind', ({ element }) => element?.kind ?? ''],
  ['element', ({ element }) => element?.id ?? ''],
  ['attribute', ({ attribute }) => attribute],
  ['before', (finding) => (hasValues(finding) ? shownValue(finding.before) : '')],
  ['after', (finding) => (hasValues(finding) ? shownValue(finding.after) : '')],
  ['message', ({ message }) => message],
  ['file', ({ at }, list) => (at === undefined ? '' : pathInRepository(list, at.file))],
  ['line', ({ at }) => (at === undefined ? '' : String(at.span.start.line))],
  ['column', ({ at }) => (at === undefined ? '' : String(at.span.start.column))],
  ['stops', ({ stops }) => (stops ? 'yes' : 'no')],
  ['waiver', ({ waiver }) => waiver?.id ?? ''],
  ['waiver standing', ({ waiver }) => waiver?.standing ?? ''],
  ['must approve', ({ approvers }) => approvers?.approve.join(' ') ?? ''],
  ['informed', ({ approvers }) => approvers?.inform.join(' ') ?? ''],
  ['evidence', ({ evidence }) => evidence?.join(' ') ?? ''],
  ['fingerprint', ({ fingerprint }) => fingerprint],
  ['explained by', ({ claimedBy }) => claimedBy ?? ''],
];

/** What a spreadsheet reads: RFC 4180 in UTF-8, CRLF at the end of a line, and no cell that could be taken for a formula. */
export function csv(list: FindingList): string {
  const rows = list.findings.map((finding) => COLUMNS.map(([, of]) => of(finding, list)));
  return [COLUMNS.map(([name]) => name), ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function hasValues({ before, after }: ListedFinding): boolean {
  return before !== undefined || after !== undefined;
}

/** Signs with which spreadsheets begin a formula, full-width ones too, and what they skip before one. */
const FORMULA = /^[\s\u200b\ufeff]*[=+\-@\t\r＝＋－＠]/u;

function cell(text: string): string {
  const inert = FORMULA.test(text) ? `'${shown(text)}` : shown(text);
  return inert === text && !/[",]|^\s|\s$/.test(inert) ? inert : `"${inert.replaceAll('"', '""')}"`;
}
