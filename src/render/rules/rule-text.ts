import type { CatalogueRule } from '../../core/rules/catalogue.ts';
import type { ChangeRule, Mirror } from '../../core/rules/change-rule.ts';
import { EVIDENCE_CODES } from '../../core/rules/evidence-codes.ts';
import type { LintRule } from '../../core/rules/lint-rule.ts';
import { adjustmentsFor, claimsInWords, familyOf, gradeOf } from '../../core/rules/rule-facts.ts';
import type { Paint } from '../paint.ts';
import { WIDTH, wrap } from '../text/wrap.ts';
import { counted } from '../words.ts';
import { dedented } from './example-text.ts';
import { FAMILIES, FAMILY_TITLES } from './family-words.ts';

/** The catalogue as a list, by family; what each rule reports in one line. */
export function rulesText(entries: readonly CatalogueRule[], paint: Paint): string {
  const width = Math.max(0, ...entries.map(({ rule }) => rule.id.length));
  const sections = [...FAMILIES, undefined].flatMap((family) => {
    const members = entries.filter((entry) => familyOf(entry) === family);
    if (members.length === 0) return [];
    const title = family === undefined ? 'Reading the files' : FAMILY_TITLES[family];
    return [paint.bold(title), ...members.flatMap((entry) => rowLines(entry, width, paint)), ''];
  });
  return [...sections, `${counted(entries.length, 'rule')}. One in depth: countersign explain RULE`, ''].join('\n');
}

function rowLines(entry: CatalogueRule, width: number, paint: Paint): readonly string[] {
  const head = `  ${entry.rule.id.padEnd(width)}  ${gradeOf(entry)}`;
  const lines = wrap(entry.rule.purpose, WIDTH - 6).map((line) => `      ${paint.faint(line)}`);
  return [head, ...lines];
}

/** One rule in depth: what it reports and why, what it asks for, what may weigh on it, and its examples with what it says of them. */
export function ruleText(entry: CatalogueRule, paint: Paint): string {
  const { id, purpose, why, fix } = entry.rule;
  const family = familyOf(entry);
  const kind = { change: 'change rule', lint: 'lint', loader: 'rule of reading' }[entry.kind];
  return [
    `${paint.bold(id)}  ${gradeOf(entry)}  ${paint.faint(`${kind}${family === undefined ? '' : `: ${FAMILY_TITLES[family]}`}`)}`,
    '',
    ...indented(purpose),
    '',
    ...field('Why', why, paint),
    ...field('Do', fix, paint),
    ...(entry.kind === 'change' ? changeLines(entry.rule, paint) : []),
    ...(entry.kind === 'lint' ? lintLines(entry.rule, paint) : []),
    '',
  ].join('\n');
}

function changeLines(rule: ChangeRule, paint: Paint): readonly string[] {
  const adjustments = adjustmentsFor(rule);
  return [
    ...field('Approve', rule.approvers.approve.join(', ') || 'nobody in particular', paint),
    ...(rule.approvers.inform.length === 0 ? [] : field('Informed', rule.approvers.inform.join(', '), paint)),
    ...field('Opposite', mirrorInWords(rule.mirror), paint),
    ...field('Judges', claimsInWords(rule).join('; '), paint),
    '',
    paint.bold('Evidence that it asks for'),
    ...(rule.evidence.length === 0
      ? ['  none']
      : rule.evidence.map((code) => `  ${code.padEnd(8)}${EVIDENCE_CODES[code]}`)),
    '',
    paint.bold('What may change class or risk in a project'),
    ...(adjustments.length === 0
      ? ['  nothing: an editorial change stays one']
      : adjustments.flatMap((one) => labelled(one.id, one.purpose, 11))),
    '',
    paint.bold('Examples'),
    ...rule.examples.flatMap(({ name, before, after, expect }) => [
      `  ${name}`,
      paint.faint('    before'),
      ...dedented(before).map((line) => `      ${line}`.trimEnd()),
      paint.faint('    after'),
      ...dedented(after).map((line) => `      ${line}`.trimEnd()),
      ...findingLines(expect, paint),
      '',
    ]),
  ].slice(0, -1);
}

function lintLines(rule: LintRule, paint: Paint): readonly string[] {
  return [
    ...field('Stance', `${rule.stance}: ${rule.stanceReason}`, paint),
    ...field('Reads', rule.reads.join('; '), paint),
    '',
    paint.bold('Examples'),
    ...rule.examples.flatMap(({ name, spec, project, asOf, expect }) => [
      `  ${name}`,
      ...dedented(spec).map((line) => `      ${line}`.trimEnd()),
      ...(project === undefined
        ? []
        : [paint.faint('    in the project file'), ...dedented(project).map((line) => `      ${line}`.trimEnd())]),
      ...(asOf === undefined ? [] : [paint.faint(`    as of ${asOf}`)]),
      ...findingLines(expect, paint),
      '',
    ]),
  ].slice(0, -1);
}

function findingLines(expect: readonly string[], paint: Paint): readonly string[] {
  if (expect.length === 0) return [`    ${paint.good('nothing is reported')}`];
  return expect.flatMap((line) => labelled(paint.warning('reports'), line, 13, 4));
}

/** What reports the opposite edit, in words. */
export function mirrorInWords(mirror: Mirror): string {
  if ('rule' in mirror) return mirror.rule;
  return 'self' in mirror ? 'the same rule' : mirror.elsewhere;
}

function field(label: string, text: string, paint: Paint): readonly string[] {
  const [first = '', ...rest] = wrap(text, WIDTH - 12);
  return [`  ${paint.bold(label.padEnd(10))}${first}`, ...rest.map((line) => `            ${line}`)];
}

function labelled(label: string, text: string, column: number, indent = 2): readonly string[] {
  const [first = '', ...rest] = wrap(text, WIDTH - column - indent);
  // A painted label has more characters than columns, so the room after it is fixed.
  const room = Math.max(2, column - indent - visible(label));
  return [
    `${' '.repeat(indent)}${label}${' '.repeat(room)}${first}`,
    ...rest.map((line) => `${' '.repeat(column)}${line}`),
  ];
}

function visible(text: string): number {
  // oxlint-disable-next-line no-control-regex
  return text.replaceAll(/\u001b\[\d+m/g, '').length;
}

function indented(text: string): readonly string[] {
  return wrap(text, WIDTH - 2).map((line) => `  ${line}`);
}
