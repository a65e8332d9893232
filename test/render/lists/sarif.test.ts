import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';

import { sarif } from '../../../src/render/lists/sarif.ts';
import { HOSTILE, listed, listOf } from './a-list.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../fixtures/sarif/sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8'),
) as Record<string, unknown>;
// Draft 4 of JSON Schema: the same words as today but for the name of the identifier.
delete schema['$schema'];
delete schema['id'];
const isReference = (text: string): boolean => URL.canParse(text, 'https://host/') && !/[\s<>"{}|\\^`]/.test(text);
const validate = new Ajv({
  strict: false,
  unicodeRegExp: false,
  allErrors: true,
  formats: { uri: (text: string) => URL.canParse(text), 'uri-reference': isReference, 'date-time': /^\d{4}-/ },
}).compile(schema);

interface Log {
  readonly runs: readonly {
    readonly results: readonly Record<string, unknown>[];
    readonly tool: { readonly driver: { readonly rules: readonly Record<string, unknown>[] } };
    readonly invocations: readonly unknown[];
  }[];
}

function read(text: string): Log['runs'][number] {
  const log = JSON.parse(text) as Log;
  expect(validate(log) ? [] : validate.errors).toEqual([]);
  const [run] = log.runs;
  if (run === undefined) throw new Error('no run');
  return run;
}

describe('SARIF', () => {
  it('follows the schema, with what a code host reads', () => {
    const base = { ...listed().at!, revision: 'base' as const };
    const run = read(sarif(listOf([listed({ related: [{ message: 'In base.', at: base }] })])));
    expect(run.results).toEqual([
      {
        ruleId: 'guard-removed',
        ruleIndex: 0,
        level: 'error',
        message: { text: 'A condition is gone.' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'plant/specs/lifecycles.yaml', uriBaseId: '%SRCROOT%' },
              region: { startLine: 7, startColumn: 5, endLine: 7, endColumn: 12 },
            },
            logicalLocations: [{ name: 'INV.T03', fullyQualifiedName: 'transition:INV.T03', kind: 'transition' }],
          },
        ],
        relatedLocations: [
          {
            id: 1,
            message: { text: 'In base.' },
            physicalLocation: {
              artifactLocation: { uri: 'plant/specs/lifecycles.yaml', uriBaseId: '%SRCROOT%' },
              region: { startLine: 7, startColumn: 5, endLine: 7, endColumn: 12 },
            },
          },
        ],
        fingerprints: { 'countersign/v1': `h1:${'0'.repeat(64)}` },
        partialFingerprints: {
          primaryLocationLineHash: `h1:${'0'.repeat(64)}`,
          'countersign/v1': `h1:${'0'.repeat(64)}`,
        },
        baselineState: 'new',
        suppressions: [],
        properties: {
          grade: 'risky · H',
          stops: true,
          attribute: 'when',
          approvers: ['QA', 'IT'],
          evidence: ['OQ-NEG'],
        },
      },
    ]);
    expect(run.invocations).toEqual([{ executionSuccessful: true }]);
  });

  it('describes each rule once, with help, and tells introduced findings from the lint itself', () => {
    const ids = ['introduced:unit-missing', 'guard-removed', 'guard-removed', 'resolved:unit-missing', 'no-such-rule'];
    const { tool, results } = read(sarif(listOf(ids.map((ruleId) => listed({ ruleId })))));
    const rules = tool.driver.rules;
    expect(rules.map(({ id }) => id)).toEqual([
      'guard-removed',
      'introduced:unit-missing',
      'no-such-rule',
      'resolved:unit-missing',
    ]);
    expect(results.map(({ ruleIndex }) => ruleIndex)).toEqual([1, 0, 0, 3, 2]);
    expect(rules[1]).toMatchObject({
      shortDescription: { text: expect.stringMatching(/^Head has what base has not: Reports /) },
      help: { text: expect.stringMatching(/./), markdown: expect.stringContaining('**What to do:**') },
    });
    expect(rules[2]).toEqual({ id: 'no-such-rule' });
  });

  it('suppresses what a waiver accepts, and only that; says why', () => {
    const waiver = (standing: 'accepted' | 'request') =>
      listed({ waiver: { id: 'W-1', standing, isNew: true, why: 'Approved by C. Dunn (QA).' } });
    const { results } = read(sarif(listOf([waiver('accepted'), waiver('request')])));
    expect(results.map(({ suppressions }) => suppressions)).toEqual([
      [{ kind: 'external', status: 'accepted', justification: 'W-1: Approved by C. Dunn (QA).' }],
      [{ kind: 'external', status: 'underReview', justification: 'W-1: Approved by C. Dunn (QA).' }],
    ]);
  });

  it('stands by the schema whatever the specs hold, and makes no link of it', () => {
    const findings = HOSTILE.map((text) =>
      listed({
        message: text,
        element: { kind: 'field', id: text },
        attribute: text,
        at: { ...listed().at!, file: `specs/${text}/ü %20?#.yaml` },
      }),
    );
    const { results } = read(sarif(listOf(findings)));
    for (const { message } of results) expect((message as { text: string }).text).not.toContain('](');
  });

  it('says that nothing was judged where a revision cannot be understood', () => {
    const { at, ruleId, level, grade, attribute, message, related, fingerprint, stops } = listed({
      ruleId: 'yaml-syntax',
    });
    const bare = { at: at!, ruleId, level, grade, attribute, message, related, fingerprint, stops };
    const run = read(sarif(listOf([bare], { understood: false })));
    expect(run.invocations).toEqual([{ executionSuccessful: false }]);
    expect(run.results[0]).not.toHaveProperty('baselineState');
  });
});
