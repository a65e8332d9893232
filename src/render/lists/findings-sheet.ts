import type { FindingList, ListedFinding } from '../../core/report/finding-list.ts';
import { pathInRepository } from '../../core/report/finding-list.ts';
import { shownValue } from '../shown.ts';
import {
  type ColumnOf,
  idColumn,
  numberColumn,
  textColumn,
  type Workbook,
  type Worksheet,
  worksheetOf,
} from './worksheet.ts';
import { aboutSheet } from './about-sheet.ts';

function columns(list: FindingList): readonly ColumnOf<ListedFinding>[] {
  return [
    textColumn('grade', 15, ({ grade }) => grade),
    textColumn('class', 13, (finding) => finding.class),
    textColumn('risk', 9, ({ risk }) => risk),
    textColumn('severity', 13, ({ severity }) => severity),
    idColumn('rule', 30, ({ ruleId }) => ruleId),
    textColumn('kind', 13, ({ element }) => element?.kind),
    idColumn('element', 24, ({ element }) => element?.id),
    idColumn('attribute', 18, ({ attribute }) => attribute),
    textColumn('before', 26, (finding) => (hasValues(finding) ? shownValue(finding.before) : undefined)),
    textColumn('after', 26, (finding) => (hasValues(finding) ? shownValue(finding.after) : undefined)),
    textColumn('message', 60, ({ message }) => message),
    idColumn('file', 30, ({ at }) => (at === undefined ? undefined : pathInRepository(list, at.file))),
    numberColumn('line', 9, ({ at }) => at?.span.start.line),
    numberColumn('column', 12, ({ at }) => at?.span.start.column),
    textColumn('stops', 10, ({ stops }) => (stops ? 'yes' : 'no')),
    idColumn('waiver', 12, ({ waiver }) => waiver?.id),
    textColumn('waiver standing', 12, ({ waiver }) => waiver?.standing),
    textColumn('must approve', 14, ({ approvers }) => approvers?.approve.join(' ')),
    textColumn('informed', 14, ({ approvers }) => approvers?.inform.join(' ')),
    textColumn('evidence', 18, ({ evidence }) => evidence?.join(' ')),
    idColumn('fingerprint', 30, ({ fingerprint }) => fingerprint),
    idColumn('explained by', 24, ({ claimedBy }) => claimedBy),
  ];
}

/** One row for each finding of a command, worst first. */
export function findingsSheet(list: FindingList, whole = 'the same list as CSV or JSON'): Worksheet {
  return worksheetOf({ name: 'Findings', whole }, columns(list), list.findings);
}

/** What a command found, for a spreadsheet. */
export function findingsWorkbook(list: FindingList): Workbook {
  const findings = findingsSheet(list);
  const about = [
    ['made by', `countersign ${list.toolVersion}, ${list.command}`],
    ['conclusion', list.conclusion],
    ['understood', list.understood ? 'yes' : { loud: 'NO: nothing was concluded; the rows say why' }],
  ] as const;
  return { sheets: [aboutSheet(about, [findings]), findings] };
}

function hasValues({ before, after }: ListedFinding): boolean {
  return before !== undefined || after !== undefined;
}
