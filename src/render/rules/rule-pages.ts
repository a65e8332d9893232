import type { CatalogueRule } from '../../core/rules/catalogue.ts';
import { CATALOGUE, ruleNamed } from '../../core/rules/catalogue.ts';
import type { RuleFamily } from '../../core/rules/change-rule.ts';
import { EVIDENCE_CODES } from '../../core/rules/evidence-codes.ts';
import { ADJUSTMENTS } from '../../core/rules/adjustments/index.ts';
import { familyOf } from '../../core/rules/rule-facts.ts';
import { counted } from '../words.ts';
import { FAMILIES, FAMILY_TITLES } from './family-words.ts';
import { ruleMarkdown, rulesTable } from './rule-markdown.ts';

/** Pages of the catalogue by file name: an index with every rule in a table, and one page for each family. */
export function rulePages(): ReadonlyMap<string, string> {
  return new Map([
    ['README.md', indexPage()],
    ...FAMILIES.map((family): [string, string] => [`${family}.md`, familyPage(family)]),
    ['reading.md', readingPage()],
  ]);
}

const MADE = '<!-- Made by `npm run build` from the rules in src/core/rules. Edit the rule, not this page. -->';

function indexPage(): string {
  const of = (kind: CatalogueRule['kind']) => CATALOGUE.filter((entry) => entry.kind === kind).length;
  return [
    MADE,
    '',
    '# Rules',
    '',
    `${counted(of('change'), 'change rule')} judge what differs between two revisions, ${counted(of('lint'), 'lint')} look at one revision, and ${counted(of('loader'), 'rule')} speak while files are read.`,
    'A change rule has a class (what happens to the declared contract) and a risk (how much it matters); a lint has a severity. Each page has the',
    'rules of one part with their examples, which are their tests. `countersign explain RULE` prints the same on a terminal.',
    '',
    ...FAMILIES.flatMap((family) => {
      const members = CATALOGUE.filter((entry) => familyOf(entry) === family);
      return [`## ${FAMILY_TITLES[family]}`, '', ...rulesTable(members, (id) => `${family}.md#${id}`), ''];
    }),
    '## Reading the files',
    '',
    ...rulesTable(
      CATALOGUE.filter(({ kind }) => kind === 'loader'),
      (id) => `reading.md#${id}`,
    ),
    '',
    '## Adjustments',
    '',
    'A finding weighs at least what its rule says; only what is marked may lower it, and never a critical finding.',
    '',
    '| Adjustment | Lowers | Does |',
    '|---|---|---|',
    ...ADJUSTMENTS.map(({ id, lowers, purpose }) => `| ${id} | ${lowers ? 'may' : 'never'} | ${purpose} |`),
    '',
    '## Evidence codes',
    '',
    '| Code | Asks for |',
    '|---|---|',
    ...Object.entries(EVIDENCE_CODES).map(([code, what]) => `| ${code} | ${what} |`),
    '',
  ].join('\n');
}

function familyPage(family: RuleFamily): string {
  const members = CATALOGUE.filter((entry) => familyOf(entry) === family);
  const changes = members.filter(({ kind }) => kind === 'change');
  const lints = members.filter(({ kind }) => kind === 'lint');
  const linkTo = (id: string): string => linkFrom(family, id);
  return [
    MADE,
    '',
    `# ${FAMILY_TITLES[family]}`,
    '',
    '[All rules](README.md)',
    '',
    ...(changes.length === 0 ? [] : ['## Changes', '', ...changes.map((entry) => ruleMarkdown(entry, linkTo))]),
    ...(lints.length === 0 ? [] : ['## Lints', '', ...lints.map((entry) => ruleMarkdown(entry, linkTo))]),
  ].join('\n');
}

function readingPage(): string {
  const entries = CATALOGUE.filter(({ kind }) => kind === 'loader');
  return [
    MADE,
    '',
    '# Reading the files',
    '',
    '[All rules](README.md)',
    '',
    ...entries.map((entry) => ruleMarkdown(entry, (id) => linkFrom(undefined, id))),
  ].join('\n');
}

/** From one page to a rule, on the same page or on another. */
function linkFrom(family: RuleFamily | undefined, id: string): string {
  const entry = ruleNamed(id);
  const there = entry === undefined ? undefined : familyOf(entry);
  return there === family ? `#${id}` : `${there ?? 'reading'}.md#${id}`;
}
