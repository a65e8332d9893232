import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LINTS, REVISION_RULES } from '../../../../src/core/rules/lint/index.ts';
import { LOADER_RULES } from '../../../../src/core/rules/loader-rules.ts';

describe('the catalogue of lints', () => {
  it('has one file for each lint, and one lint for each file', () => {
    const files = readdirSync('src/core/rules/lint').filter((file) => file !== 'index.ts');
    expect(LINTS.map(({ id }) => `${id}.ts`).toSorted()).toEqual(files.toSorted());
  });

  it('is sorted by name, and has no two rules of one name', () => {
    const ids = REVISION_RULES.map(({ id }) => id);
    expect(LINTS.map(({ id }) => id)).toEqual(LINTS.map(({ id }) => id).toSorted());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(REVISION_RULES.map((rule) => [rule.id, rule] as const))('%s says what, why and what to do', (_, rule) => {
    expect(rule.id).toMatch(/^[a-z]+(-[a-z0-9]+)+$/);
    expect(rule.purpose).toMatch(/^Reports .+\.$/);
    for (const sentence of [rule.why, rule.fix]) expect(sentence).toMatch(/^[A-Z].+\.$/);
  });

  it.each(LINTS.map((rule) => [rule.id, rule] as const))(
    '%s says what it reads and goes by, and shows both verdicts',
    (_, rule) => {
      expect(rule.stanceReason).toMatch(/^[A-Z].+\.$/);
      expect(rule.reads.length).toBeGreaterThan(0);
      expect(rule.examples.some(({ expect: found }) => found.length > 0)).toBe(true);
      expect(rule.examples.some(({ expect: found }) => found.length === 0)).toBe(true);
      expect(new Set(rule.examples.map(({ name }) => name)).size).toBe(rule.examples.length);
    },
  );

  it('knows every rule under which reading and linking speak', () => {
    const known = new Set(LOADER_RULES.map(({ id }) => id));
    const folders = [
      'src/core/source',
      'src/core/model',
      'src/core/graph',
      'src/io',
      'src/app',
      'src/render/documents',
    ];
    const spoken = folders.flatMap(rulesIn);
    expect([...new Set(spoken)].filter((id) => !known.has(id))).toEqual([]);
    // The other way round: no rule is described that nothing raises.
    expect([...known].filter((id) => !spoken.includes(id))).toEqual([]);
    expect(spoken).toContain('file-not-checked-out');
  });
});

/** Ids that stand in the source as the rule of a diagnostic. */
function rulesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      [
        ...readFileSync(join(folder, file), 'utf8').matchAll(/(?:\b(?:ruleId|rule): |\brefuse\(\s*)'([a-z0-9-]+)'/g),
      ].map(([, id]) => id ?? ''),
    );
}
