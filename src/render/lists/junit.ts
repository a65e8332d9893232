import type { FindingList, ListedFinding } from '../../core/report/finding-list.ts';
import { pathInRepository } from '../../core/report/finding-list.ts';
import { CATALOGUE } from '../../core/rules/catalogue.ts';
import { shown } from '../shown.ts';
import { counted, listedSubject } from '../words.ts';

/**
 * JUnit XML, one case for each rule that was applied: failed where something of it stops the run, with everything that it found in
 * the output. A case without a failure says that nothing of this rule stops the change, and not that anything was tested.
 */
export function junit(list: FindingList): string {
  const byRule = new Map<string, ListedFinding[]>();
  for (const finding of list.findings) {
    const group = byRule.get(finding.ruleId);
    if (group === undefined) byRule.set(finding.ruleId, [finding]);
    else group.push(finding);
  }
  const ids = [...new Set([...appliedRules(list), ...byRule.keys()])];
  const errors = list.understood ? [] : [nothingJudged(list)];
  const cases = [...ids.map((id) => testCase(id, byRule.get(id) ?? [], list)), ...errors];
  const failures = ids.filter((id) => byRule.get(id)?.some(({ stops }) => stops) === true).length;
  const counts = `tests="${cases.length}" failures="${failures}" errors="${errors.length}" skipped="0"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="countersign" ${counts}>`,
    `  <testsuite name="countersign ${list.command}" ${counts}>`,
    '    <properties>',
    `      <property name="version" value="${xmlText(list.toolVersion)}"/>`,
    `      <property name="conclusion" value="${xmlText(list.conclusion)}"/>`,
    '    </properties>',
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

/** Where a revision cannot be understood, nothing but reading was done. */
function appliedRules({ command, understood }: FindingList): readonly string[] {
  const kinds = !understood ? ['loader'] : command === 'check' ? ['loader', 'lint'] : ['change'];
  return CATALOGUE.flatMap(({ kind, rule }) => (kinds.includes(kind) ? [rule.id] : []));
}

/** Where nothing was judged, no rule may look as if it had found nothing. */
function nothingJudged({ command, conclusion }: FindingList): string {
  return [
    `    <testcase classname="countersign.${command}" name="conclusion">`,
    `      <error type="nothing-judged" message="${xmlText(conclusion)}"/>`,
    '    </testcase>',
  ].join('\n');
}

function testCase(id: string, findings: readonly ListedFinding[], list: FindingList): string {
  const opening = `    <testcase classname="countersign.${list.command}" name="${xmlText(id)}"`;
  if (findings.length === 0) return `${opening}/>`;
  const stopping = findings.filter(({ stops }) => stops);
  const others = findings.filter(({ stops }) => !stops);
  return [
    `${opening}>`,
    ...(stopping.length === 0
      ? []
      : [
          `      <failure type="${xmlText(id)}" message="${counted(stopping.length, 'finding')}">${stopping.map((one) => xmlText(line(one, list))).join('\n')}</failure>`,
        ]),
    ...(others.length === 0
      ? []
      : [`      <system-out>${others.map((one) => xmlText(line(one, list))).join('\n')}</system-out>`]),
    '    </testcase>',
  ].join('\n');
}

function line(finding: ListedFinding, list: FindingList): string {
  const { at, grade, message, waiver } = finding;
  const place =
    at === undefined ? '' : `${pathInRepository(list, at.file)}:${at.span.start.line}:${at.span.start.column}: `;
  const by =
    waiver === undefined ? '' : ` (waiver ${waiver.id}: ${waiver.standing === 'accepted' ? 'accepted' : 'a request'})`;
  return `${place}${grade}: ${listedSubject(finding)}. ${message}${by}`;
}

const NAMED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text that XML 1.0 may hold: control characters are spelled out, halves of characters and noncharacters taken out. */
export function xmlText(text: string): string {
  return shown(text)
    .replaceAll(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g, '')
    .replaceAll(/[&<>"']/g, (sign) => NAMED[sign] ?? sign);
}
