import { describe, expect, it } from 'vitest';
import { compareLocations } from '../../../../src/core/diagnostics/order.ts';
import { LINTS } from '../../../../src/core/rules/lint/index.ts';
import { inWords, lintProject } from './lint-project.ts';

describe.each(LINTS.map((rule) => ({ id: rule.id, rule })))('$id', ({ rule }) => {
  it.each(rule.examples.map((example) => ({ name: example.name, example })))('$name', ({ example }) => {
    const { findings } = lintProject(example.spec, example);
    const own = findings.filter(({ ruleId }) => ruleId === rule.id).toSorted((a, b) => compareLocations(a.at, b.at));
    expect(own.map(inWords)).toEqual(example.expect);
    for (const { fingerprint, hint } of own) {
      expect(fingerprint).toMatch(/^h1:[0-9a-f]{64}$/);
      expect(hint).toMatch(/[.?]$/);
    }
    expect(new Set(own.map(({ fingerprint }) => fingerprint)).size).toBe(own.length);
  });
});
