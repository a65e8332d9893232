import type { FindingList, ListedFinding } from '../../core/report/finding-list.ts';
import { pathInRepository } from '../../core/report/finding-list.ts';
import { jsonText } from '../json/json-text.ts';
import { shown } from '../shown.ts';
import { listedSubject } from '../words.ts';

/** Code quality report of GitLab: it shows what head has and the target branch has not, by fingerprint. */
export function gitlab(list: FindingList): string {
  return jsonText(
    list.findings.map((finding) => ({
      description: shown(`${finding.grade}: ${listedSubject(finding)}. ${finding.message}${waived(finding)}`),
      check_name: finding.ruleId,
      fingerprint: finding.fingerprint,
      severity: severityOf(finding),
      location: {
        path: pathInRepository(list, finding.at?.file ?? 'countersign.yaml'),
        lines: { begin: finding.at?.span.start.line ?? 1, end: finding.at?.span.end.line ?? 1 },
      },
    })),
  );
}

function severityOf({ class: name, risk, level, waiver }: ListedFinding): string {
  if (waiver?.standing === 'accepted') return 'info';
  if (name === undefined) return { error: 'critical', warning: 'major', note: 'info' }[level];
  if (risk === 'C') return 'blocker';
  if (risk === 'H' || name === 'breaking') return 'critical';
  return risk === 'M' ? 'major' : risk === 'L' ? 'minor' : 'info';
}

function waived({ waiver }: ListedFinding): string {
  if (waiver === undefined) return '';
  return waiver.standing === 'accepted' ? ` Waived by ${waiver.id}.` : ` Waiver ${waiver.id} is a request.`;
}
