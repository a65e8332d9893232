import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { LINTS } from '../../../../src/core/rules/lint/index.ts';
import { inWords, lintProject } from './lint-project.ts';

describe.each(LINTS.map((rule) => ({ id: rule.id, rule })))('$id', ({ rule }) => {
  it.each(rule.examples.map((example) => ({ name: example.name, example })))('$name', ({ example }) => {
    const { findings } = lintProject(example.spec, { project: example.project, asOf: example.asOf });
    const own = findings.filter(({ ruleId }) => ruleId === rule.id).toSorted((a, b) => a.at.span.start.line - b.at.span.start.line || a.at.span.start.column - b.at.span.start.column);
    expect(own.map(inWords)).toEqual(example.expect);
  });
});

void readdirSync;
void fileURLToPath;
