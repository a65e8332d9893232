import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '../../src/core/diff/delta.ts';
import { readData, realDataPresent } from './data.ts';
import { importEforms } from './eforms-importer.ts';
import { byId, byNodeAndId, expectEforms } from './expected-eforms.ts';
import type { EformsRelease } from './expected-eforms.ts';
import { writeHistory } from './origin-history.ts';
import type { OriginHistory } from './origin-history.ts';
import { compareNeighbours, elementCounts, productFacts, productFindings, productProblems } from './product.ts';
import type { ProductComparison } from './product.ts';
import { unclassifiedCounts } from './unclassified.ts';

const present = realDataPresent();

describe.skipIf(!present)('two releases of the European notice fields', () => {
  const files = ['eforms/1.14.2.json', 'eforms/1.15.0.json'] as const;
  const [before, after] = present ? files.map((file) => readData(file) as EformsRelease) : [];
  const histories: OriginHistory[] = [];
  let comparison: ProductComparison;
  /** The same, had nobody said that a field moved. */
  let withoutClaims: ProductComparison;
  beforeAll(async () => {
    const base = importEforms(before);
    comparison = await compare([base, importEforms(after, base.places)]);
    withoutClaims = await compare([base, importEforms(after)]);
  }, 180_000);
  afterAll(() => {
    for (const { folder } of histories) rmSync(folder, { recursive: true, force: true });
  });

  async function compare(revisions: Parameters<typeof writeHistory>[0]): Promise<ProductComparison> {
    const history = writeHistory(revisions);
    histories.push(history);
    const [only] = await compareNeighbours(history);
    if (only === undefined) throw new Error('no pair');
    return only;
  }

  it('load without a diagnostic, and no lint of a sketch objects', () => {
    expect([...productProblems(comparison.base), ...productProblems(comparison.head)]).toEqual([]);
  });

  it('hold as much as the origin counts', () => {
    for (const [file, { model }] of [
      [files[0], comparison.base],
      [files[1], comparison.head],
    ] as const) {
      const { counts } = readData(file) as { readonly counts: Record<string, number> };
      expect(elementCounts(model)).toMatchObject({
        objects: counts['objects'],
        fields: counts['fields'],
        fieldsWithLength: counts['fieldsWithLength'],
        fieldsRequired: counts['fieldsRequired'],
        fieldsWithValues: counts['fieldsWithValues'],
        mappings: counts['mappings'],
        mapRows: counts['mapRows'],
      });
    }
  });

  it('differ in exactly what the raw data differ in', () => {
    const { facts, findings } = expectEforms(before as EformsRelease, after as EformsRelease, byId);
    expect(productFacts(comparison.diff)).toEqual(facts);
    expect(productFindings(comparison.judgement)).toEqual(findings);
  });

  it('differ in exactly that too when a field that moved is one that went and one that came', () => {
    const { facts, findings } = expectEforms(before as EformsRelease, after as EformsRelease, byNodeAndId);
    expect(productFacts(withoutClaims.diff)).toEqual(facts);
    expect(productFindings(withoutClaims.judgement)).toEqual(findings);
  });

  it('show every change that the publisher announced', () => {
    const changes = comparison.diff.deltas.filter((delta) => delta.action === 'changed');
    const at = (path: string): readonly Change[] => changes.filter((change) => change.path.join('.') === path);
    const lengths = at('length');
    expect(count(lengths.map(({ to }) => JSON.stringify(to)))).toEqual({ 100: 20, 400: 2, 6000: 8 });
    expect(lengths.filter(({ from }) => from !== undefined).map(({ from, to }) => [from, to])).toEqual([[1000, 6000]]);
    expect(at('extensions.x-type').map(({ from, to }) => [from, to])).toEqual([['number', 'integer']]);
    const patterns = at('pattern.regex');
    const digits = ({ from, to }: Change): boolean =>
      typeof from === 'string' && from.replaceAll('\\d', '[0-9]') === to;
    expect(
      count(patterns.map((change) => (change.from === undefined ? 'new' : digits(change) ? 'digits' : 'more'))),
    ).toEqual({
      digits: 178,
      more: 29,
      new: 1,
    });
    expect(at('extensions.x-mandatoryRules')).toHaveLength(211);
    expect(at('extensions.x-forbiddenRules')).toHaveLength(13);
    // 58 as written; 21 of them only in the order of rules, which means nothing.
    expect(at('extensions.x-assertRules')).toHaveLength(37);
    const nodes = comparison.diff.deltas.filter((delta) => delta.action === 'added' && delta.after.kind === 'object');
    expect(nodes).toHaveLength(10);
    const moved = comparison.diff.identities.filter(({ renamed }) => renamed);
    expect(
      moved.filter(({ before: was, after: is }) => was.parent !== is.parent && was.localId === is.localId),
    ).toHaveLength(15);
    expect(moved).toHaveLength(15);
    // A rename without a note is none.
    expect(productFacts(comparison.diff).filter((fact) => fact.includes('.OPT-999'))).toEqual([
      expect.stringMatching(/^added field:.*\.OPT-999-notice$/),
      expect.stringMatching(/^added mapping:.*\.OPT-999-notice$/),
      expect.stringMatching(/^removed field:.*\.OPT-999$/),
      expect.stringMatching(/^removed mapping:.*\.OPT-999$/),
    ]);
  });

  it('have 30 greatest lengths that changed, each judged by its direction', () => {
    const verdicts = comparison.judgement.findings
      .filter(({ ruleId }) => ruleId.startsWith('field-length-'))
      .map(({ ruleId, class: verdict, risk }) => `${verdict} ${risk} ${ruleId}`);
    // 29 that were unlimited until then, and one from 1000 to 6000.
    expect(count(verdicts)).toEqual({ 'breaking H field-length-narrowed': 29, 'compatible L field-length-widened': 1 });
  });

  it.each([
    ['xpath', 'breaking M field-pattern-tightened'],
    ['xsd', 'breaking M field-pattern-tightened'],
    ['ecma-262', 'editorial field-pattern-rewritten'],
    [undefined, 'breaking M field-pattern-changed'],
  ])(
    'tell the 178 patterns that write \\d as [0-9] once: in %s %s',
    async (dialect, verdict) => {
      const inDialect = ({ files: written, ...rest }: ReturnType<typeof importEforms>) => ({
        ...rest,
        files: new Map(
          [...written].map(([path, content]) => [
            path,
            content.replaceAll(/\n *"dialect": "xpath"/gu, (line) =>
              dialect === undefined ? '' : line.replace('xpath', dialect),
            ),
          ]),
        ),
      });
      const base = importEforms(before);
      const { judgement } = await compare([inDialect(base), inDialect(importEforms(after, base.places))]);
      const same = judgement.findings.filter(({ before: from, after: to }) => {
        const digits = typeof from === 'string' && from.includes('\\d') && from.replaceAll('\\d', '[0-9]');
        return digits === to;
      });
      expect(count(same.map(({ class: is, risk, ruleId }) => [is, risk, ruleId].filter(Boolean).join(' ')))).toEqual({
        [verdict]: 178,
      });
      const [lead, ...others] = same.toSorted((a, b) => b.claims.length - a.claims.length);
      expect(lead?.claims.length).toBe(177);
      expect(new Set(others.map(({ claimedBy }) => claimedBy))).toEqual(new Set([lead?.fingerprint]));
      expect(lead?.reason).toContain('The same edit in 177 further places.');
    },
    60_000,
  );

  it('leave these to unclassified-change', () => {
    expect(unclassifiedCounts([comparison])).toEqual({
      // Kept as x-, of which no rule can know anything.
      'changed field extensions.x-mandatoryRules': 211,
      'changed field extensions.x-assertRules': 37,
      'changed field extensions.x-forbiddenRules': 13,
      'changed field extensions.x-type': 1,
    });
  });
});

function count(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
