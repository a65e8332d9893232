import type { FindingList, ListedFinding, ListLevel } from '../../core/report/finding-list.ts';
import { pathInRepository } from '../../core/report/finding-list.ts';
import { shown } from '../shown.ts';
import { counted, listedSubject } from '../words.ts';

/** GitHub shows this many of each level for one step, and drops the rest without a word. */
const SHOWN = 10;
const COMMANDS: Readonly<Record<ListLevel, string>> = { error: 'error', warning: 'warning', note: 'notice' };

/**
 * Workflow commands of GitHub Actions, which a job prints: annotations at the lines of a change, worst first. What is waived is
 * no error any more; what does not fit is counted.
 */
export function github(list: FindingList): string {
  const open = list.findings.filter(
    ({ waiver, claimedBy }) => waiver?.standing !== 'accepted' && claimedBy === undefined,
  );
  const of = (level: ListLevel): readonly ListedFinding[] => open.filter((finding) => finding.level === level);
  // One place is kept for the conclusion.
  const told = [...of('error').slice(0, SHOWN), ...of('warning').slice(0, SHOWN), ...of('note').slice(0, SHOWN - 1)];
  const rest = list.findings.length - told.length;
  const more = rest === 0 ? '' : ` ${counted(rest, 'further finding')} not annotated: see the report of the job.`;
  return [
    ...told.map((finding) => annotation(finding, list)),
    `::notice title=countersign ${list.command}::${message(`${list.conclusion}${more}`)}`,
    '',
  ].join('\n');
}

function annotation(finding: ListedFinding, list: FindingList): string {
  const { at } = finding;
  const place =
    at === undefined
      ? []
      : [
          ['file', pathInRepository(list, at.file)],
          ['line', String(at.span.start.line)],
          ['endLine', String(at.span.end.line)],
          // GitHub reads columns only within one line.
          ...(at.span.start.line === at.span.end.line
            ? [
                ['col', String(at.span.start.column)],
                ['endColumn', String(at.span.end.column)],
              ]
            : []),
        ];
  const properties = [...place, ['title', `${finding.grade}: ${listedSubject(finding)} (${finding.ruleId})`]];
  const hint = finding.hint === undefined ? '' : ` ${finding.hint}`;
  return `::${COMMANDS[finding.level]} ${properties.map(([name, value]) => `${name}=${property(value ?? '')}`).join(',')}::${message(`${finding.message}${hint}`)}`;
}

/** As the runner decodes what follows the second `::`. */
function message(text: string): string {
  return shown(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** As the runner decodes a property. */
function property(text: string): string {
  return message(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
