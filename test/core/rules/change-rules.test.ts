import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHANGE_RULES } from '../../../src/core/rules/change/index.ts';
import { changeContext } from '../../../src/core/rules/judging/change-context.ts';
import { runChangeRules } from '../../../src/core/rules/run-change-rules.ts';
import type { Finding } from '../../../src/core/rules/finding.ts';
import { compare, sha256 } from './small-project.ts';

function findings(before: string, after: string): readonly Finding[] {
  const context = changeContext(compare(before, after));
  return runChangeRules(CHANGE_RULES, context, sha256).map(({ finding }) => finding);
}

function said({ class: verdict, risk, element, attribute }: Finding): string {
  return [verdict, risk, `${element.kind}:${element.id}`, attribute]
    .filter((word) => word !== undefined && word !== '')
    .join(' ');
}

describe('the catalogue of change rules', () => {
  it('has one file for each rule, and one rule for each file', () => {
    const files = readdirSync('src/core/rules/change').filter((file) => file !== 'index.ts');
    expect(CHANGE_RULES.map(({ id }) => `${id}.ts`)).toEqual(files.toSorted());
  });

  it.each(CHANGE_RULES.map((rule) => [rule.id, rule] as const))('%s says what, why and what to do', (_, rule) => {
    expect(rule.id).toMatch(/^[a-z]+(-[a-z]+)+$/u);
    for (const sentence of [rule.purpose, rule.why, rule.fix]) expect(sentence).toMatch(/^[A-Z“].+\.$/u);
    expect(rule.purpose).toMatch(/^Reports /u);
    expect(rule.risk === undefined).toBe(rule.class === 'editorial');
    expect(rule.examples.some(({ expect: found }) => found.length > 0)).toBe(true);
    expect(rule.examples.some(({ expect: found }) => found.length === 0)).toBe(true);
    expect(new Set(rule.examples.map(({ name }) => name)).size).toBe(rule.examples.length);
    if (rule.risk === 'C') expect(rule.approvers.approve).toContain('QA');
    if ('rule' in rule.mirror) expect(CHANGE_RULES.map(({ id }) => id)).toContain(rule.mirror.rule);
  });

  it('has no two rules with one name', () => {
    expect(new Set(CHANGE_RULES.map(({ id }) => id)).size).toBe(CHANGE_RULES.length);
  });
});

describe('examples', () => {
  const cases = CHANGE_RULES.flatMap((rule) =>
    rule.examples.map((example) => [`${rule.id}: ${example.name}`, rule.id, example] as const),
  );
  it.each(cases)('%s', (_, id, example) => {
    const found = findings(example.before, example.after).filter(({ ruleId }) => ruleId === id);
    expect(found.map(said)).toEqual(example.expect);
    for (const finding of found) expect(finding.fingerprint).toMatch(/^h1:[0-9a-f]{64}$/u);
  });
});
