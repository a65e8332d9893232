import type { CatalogueRule } from '../../core/rules/catalogue.ts';
import type { ChangeExample, ChangeRule, Mirror } from '../../core/rules/change-rule.ts';
import { ruleNamed } from '../../core/rules/catalogue.ts';
import type { LintExample, LintRule } from '../../core/rules/lint-rule.ts';
import { claimsInWords, familyOf, gradeOf } from '../../core/rules/rule-facts.ts';
import { dedented } from './example-text.ts';

/** One rule as a section; its heading is its id, so that `#field-length-narrowed` leads to it. */
export function ruleMarkdown(entry: CatalogueRule, linkTo: (id: string) => string): string {
  const { id, purpose, why, fix } = entry.rule;
  return [
    `### ${id}`,
    '',
    `**${gradeOf(entry)}** ${plain(purpose)}`,
    '',
    `${plain(why)} *${plain(fix)}*`,
    '',
    ...(entry.kind === 'change' ? changeLines(entry.rule, linkTo) : []),
    ...(entry.kind === 'lint' ? lintLines(entry.rule) : []),
  ].join('\n');
}

/** The catalogue as a table, for a list of rules. */
export function rulesTable(entries: readonly CatalogueRule[], linkTo: (id: string) => string): readonly string[] {
  return [
    '| Rule | Verdict | Reports |',
    '|---|---|---|',
    ...entries.map(
      (entry) => `| [${entry.rule.id}](${linkTo(entry.rule.id)}) | ${gradeOf(entry)} | ${cell(sentence(entry))} |`,
    ),
  ];
}

/** The catalogue as one Markdown text: a table for each part, without links. */
export function rulesMarkdown(entries: readonly CatalogueRule[]): string {
  return [
    '| Rule | Kind | Family | Verdict | Reports |',
    '|---|---|---|---|---|',
    ...entries.map(
      (entry) =>
        `| ${entry.rule.id} | ${entry.kind} | ${familyOf(entry) ?? ''} | ${gradeOf(entry)} | ${cell(sentence(entry))} |`,
    ),
    '',
  ].join('\n');
}

function changeLines(rule: ChangeRule, linkTo: (id: string) => string): readonly string[] {
  const inform = rule.approvers.inform.length === 0 ? '' : `, informed: ${rule.approvers.inform.join(', ')}`;
  return [
    `- Approve: ${rule.approvers.approve.join(', ') || 'nobody in particular'}${inform}`,
    `- Evidence: ${rule.evidence.join(', ') || 'none'}`,
    `- Opposite: ${mirror(rule.mirror, linkTo)}`,
    `- Judges: ${claimsInWords(rule)
      .map((claim) => `\`${claim}\``)
      .join(', ')}`,
    '',
    ...rule.examples.flatMap(changeExample),
  ];
}

function mirror(of: Mirror, linkTo: (id: string) => string): string {
  if ('rule' in of) return ruleNamed(of.rule) === undefined ? of.rule : `[${of.rule}](${linkTo(of.rule)})`;
  return 'self' in of ? 'the same rule' : plain(of.elsewhere);
}

function changeExample({ name, before, after, expect }: ChangeExample): readonly string[] {
  return [
    `<details><summary>${html(name)}</summary>`,
    '',
    'Before:',
    '',
    ...fenced(before),
    'After:',
    '',
    ...fenced(after),
    ...reported(expect),
    '</details>',
    '',
  ];
}

function lintLines(rule: LintRule): readonly string[] {
  return [
    `- ${rule.stance === 'contradiction' ? 'Contradiction' : 'Expectation'}: ${plain(rule.stanceReason)}`,
    `- Reads: ${rule.reads.map((path) => `\`${path}\``).join(', ')}`,
    '',
    ...rule.examples.flatMap(lintExample),
  ];
}

function lintExample({ name, spec, project, asOf, expect }: LintExample): readonly string[] {
  return [
    `<details><summary>${html(name)}</summary>`,
    '',
    ...fenced(spec),
    ...(project === undefined ? [] : ['In the project file:', '', ...fenced(project)]),
    ...(asOf === undefined ? [] : [`As of ${asOf}.`, '']),
    ...reported(expect),
    '</details>',
    '',
  ];
}

function reported(expect: readonly string[]): readonly string[] {
  if (expect.length === 0) return ['Nothing is reported.', ''];
  return ['Reports:', '', '```text', ...expect, '```', ''];
}

function fenced(yaml: string): readonly string[] {
  const lines = dedented(yaml);
  if (lines.every((line) => line.trim() === '')) return ['Nothing.', ''];
  return ['```yaml', ...lines, '```', ''];
}

/** Purposes begin with `Reports`, which the column says already. */
function sentence({ rule }: CatalogueRule): string {
  return rule.purpose.replace(/^Reports /, '').replace(/^./, (letter) => letter.toUpperCase());
}

function cell(text: string): string {
  return plain(text).replaceAll('|', String.raw`\|`);
}

/** Sentences of rules are our own; what is meant as code in them stays code. */
function plain(text: string): string {
  return text.replaceAll(/[<>*_[\]](?![^`]*`[^`]*$)/g, (sign) => `\\${sign}`);
}

function html(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
