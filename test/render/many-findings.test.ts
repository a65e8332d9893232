import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';

import type { CheckResult } from '../../src/core/report/check-report.ts';
import type { ComparisonReport } from '../../src/core/report/comparison-report.ts';
import type { Adjustment, Finding, LintFinding } from '../../src/core/rules/finding.ts';
import { checkMarkdown } from '../../src/render/markdown/check-markdown.ts';
import { comparisonMarkdown } from '../../src/render/markdown/comparison-markdown.ts';
import { comparisonData } from '../../src/render/json/comparison-json.ts';
import { jsonText } from '../../src/render/json/json-text.ts';
import { PLAIN } from '../../src/render/paint.ts';
import { checkText } from '../../src/render/text/check-text.ts';
import { comparisonText } from '../../src/render/text/comparison-text.ts';

const at = {
  revision: 'head' as const,
  file: 'specs/objects.yaml',
  pointer: '/objects/lot',
  span: { start: { line: 3, column: 5 }, end: { line: 3, column: 9 } },
};

const fingerprint = (number: number): string => `h1:${String(number).padStart(64, '0')}`;

function finding(number: number, part: Partial<Finding> = {}): Finding {
  return {
    ruleId: 'field-length-narrowed',
    class: 'breaking',
    risk: 'H',
    raisedBy: [],
    element: { kind: 'field', id: `lot.f${number}` },
    attribute: 'length',
    before: 20,
    after: 12,
    reason: `Field lot.f${number}, length: 20 → 12. Live and historical values are cut or rejected; a cut lot number is a false identity.`,
    head: at,
    fingerprint: fingerprint(number),
    claims: [],
    evidence: ['OQ-BND'],
    approvers: { approve: ['QA'], inform: [] },
    ...part,
  };
}

function report(findings: readonly Finding[]): ComparisonReport {
  const identity = { kind: 'commit' as const, commit: '0123456789abcdef', modified: false };
  return {
    base: { label: 'base', ...identity },
    head: { label: 'head', ...identity },
    class: 'MAJOR',
    findings,
    composedEffects: [],
    toolVersion: '0.1.0',
    notices: [],
  };
}

/** 10,000 findings of 25 rules: one of each rule is breaking · H, the rest risky · M. */
const MANY = Array.from({ length: 10_000 }, (_, number) =>
  finding(number, {
    ruleId: `rule-${number % 25}`,
    ...(number < 25 ? {} : { class: 'risky', risk: 'M' as const }),
    reason: `Field lot.f${number} differs: “${'@everyone <b> `x` '.repeat(8)}”.`,
  }),
);

describe('10,000 findings', () => {
  it('stay readable as text: the worst first, counts for the rest, and how to see them', () => {
    const text = comparisonText(report(MANY), PLAIN);
    const lines = text.split('\n');
    expect(lines.length).toBeLessThan(700);
    expect(lines[1]).toBe('Class  MAJOR   10000 findings: 0 C, 25 H, 9975 M, 0 L, 0 editorial');
    for (let number = 0; number < 25; number += 1)
      expect(text).toContain(`breaking · H  field lot.f${number}, length  rule-${number}\n`);
    expect(text).toContain(
      'NOT SHOWN: 9920 of 10000 findings (9920 M).\nTo see every one: --all, or --format json=FILE.',
    );
  });

  it('are all there with --all', () => {
    const text = comparisonText(report(MANY), PLAIN, 'all');
    const told = new Set([...text.matchAll(/^ {2}field (lot\.f\d+), length$/gm)].map(([, id]) => id));
    expect(MANY.filter(({ element, risk }) => risk === 'M' && !told.has(element.id))).toEqual([]);
    expect(text).not.toContain('NOT SHOWN');
  });

  it('fit into a comment, whatever they say, and the comment says what it leaves out', () => {
    const comment = comparisonMarkdown(report(MANY));
    expect(comment.length).toBeLessThan(65_536);
    expect(comment).toMatch(/Not shown here: \d+ of 10000 findings|Left out, since a comment may not be longer/);
    expect(comment.match(/<details>/g)?.length).toBe(comment.match(/<\/details>/g)?.length);
  });

  it('take time that grows with their number', () => {
    const took = (work: () => string): number => {
      const start = process.cpuUsage().user;
      expect(work().length).toBeGreaterThan(0);
      return (process.cpuUsage().user - start) / 1000;
    };
    for (const work of [
      () => comparisonText(report(MANY), PLAIN, 'all'),
      () => comparisonMarkdown(report(MANY)),
      () => jsonText(comparisonData(report(MANY))),
    ])
      expect(took(work)).toBeLessThan(5000);
  });

  it('of a check stay readable too', () => {
    const lint = Array.from({ length: 10_000 }, (_, number): LintFinding => ({
      ruleId: number === 9_999 ? 'unit-missing' : 'test-wording',
      severity: number === 9_999 ? 'error' : 'warning',
      message: `Message ${number}.`,
      element: undefined,
      elementKey: undefined,
      at,
      fingerprint: fingerprint(number),
    }));
    const result: CheckResult = {
      revision: { label: 'head', kind: 'folder', modified: false },
      diagnostics: [],
      lint,
      invalid: false,
      open: lint.slice(-1),
      elements: 3,
      texts: new Map(),
      asOf: '2026-03-02',
      toolVersion: '0.1.0',
      next: undefined,
      notices: [],
    };
    const text = checkText(result, PLAIN);
    expect(text.split('\n').length).toBeLessThan(40);
    expect(text.split('\n')[0]).toBe('specs/objects.yaml:3:5  error  unit-missing');
    expect(text).toContain('and 9994 more of test-wording, not shown');
    expect(text).toContain('NOT SHOWN: 9994 of 10000 findings.');
    expect(checkText(result, PLAIN, 'all')).toContain('Message 9998.');
    const comment = checkMarkdown(result);
    expect(comment.length).toBeLessThan(65_536);
    expect(comment).toContain('## Countersign: 1 open error');
    expect(comment).toContain('and 9979 more, in the text or JSON report');
  });
});

describe('findings of one rule', () => {
  it('say once what they have in common, and put what they explain below them', () => {
    const others = [3, 4].map((number) => finding(number, { claimedBy: fingerprint(2) }));
    const text = comparisonText(
      report([finding(1), finding(2, { claims: [fingerprint(3), fingerprint(4)] }), ...others]),
      PLAIN,
    );
    expect(text.split('\n').slice(3)).toEqual([
      'breaking · H  2 findings  field-length-narrowed',
      '  Live and historical values are cut or rejected; a cut lot number is a false identity.',
      '  field lot.f1, length',
      '    Field lot.f1, length: 20 → 12.',
      '    head specs/objects.yaml:3:5   h1:000000000000',
      '  field lot.f2, length',
      '    Field lot.f2, length: 20 → 12.',
      '    head specs/objects.yaml:3:5   h1:000000000000',
      '    the same in field lot.f3, length; field lot.f4, length',
      '',
      '',
    ]);
  });

  it('are nested in Markdown so that a host renders them', () => {
    const html = new MarkdownIt({ html: true }).render(comparisonMarkdown(report([finding(1), finding(2)])));
    expect(html.match(/<li>\n<strong>|<li>\n<p><strong>|<li><strong>/g)).toHaveLength(2);
    expect(html).not.toContain('&lt;details&gt;');
  });
});

describe('what weighs on a finding', () => {
  const said = (...raisedBy: Adjustment[]): readonly string[] =>
    comparisonText(report([finding(1, { raisedBy, before: 'x'.repeat(200) })]), PLAIN)
      .split('\n')
      .filter((line) => /^ {2}[a-z].*: why/.test(line));

  it('is named for what it did: only some of it raises', () => {
    const why = 'why';
    expect(
      said(
        { id: 'A1', reason: why },
        { id: 'A5', reason: why },
        { id: 'A6', reason: `evidence gap: ${why}` },
        { id: 'A7', reason: why },
        { id: 'A8', reason: why },
        { id: 'A8', reason: `${why}, which does not count: X is critical` },
        { id: 'A9', reason: why },
        { id: 'project', reason: why },
        { id: 'project', reason: `${why}; refused: H to L, which a project setting may not lower` },
        { id: 'rule', reason: why },
        { id: 'grouping', reason: why },
      ),
    ).toEqual([
      '  raised (A1, gated step): why',
      '  migration plan asked for (A5): why',
      '  evidence gap (A6): why',
      '  lowered (A7): why',
      '  lowered (A8): why',
      '  not lowered (A8): why, which does not count: X is critical',
      '  to be seen with it (A9): why',
      '  project setting: why',
      '  project setting, not followed as a whole: why; refused: H to L, which a project setting may not',
      '  graded by the rule for this case: why',
      '  weighs as much as what it stands for: why',
    ]);
  });
});
