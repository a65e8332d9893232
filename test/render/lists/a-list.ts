import type { FindingList, ListedFinding } from '../../../src/core/report/finding-list.ts';

/** A listed finding, with what a test says of it. */
export function listed(part: Partial<ListedFinding> = {}): ListedFinding {
  return {
    ruleId: 'guard-removed',
    level: 'error',
    grade: 'risky · H',
    class: 'risky',
    risk: 'H',
    element: { kind: 'transition', id: 'INV.T03' },
    attribute: 'when',
    message: 'A condition is gone.',
    at: {
      revision: 'head',
      file: 'specs/lifecycles.yaml',
      pointer: '/lifecycles/INV',
      span: { start: { line: 7, column: 5 }, end: { line: 7, column: 12 } },
    },
    related: [],
    fingerprint: `h1:${'0'.repeat(64)}`,
    stops: true,
    state: 'new',
    approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
    evidence: ['OQ-NEG'],
    ...part,
  };
}

/** A list of these, as `gate` makes one in the folder `plant`. */
export function listOf(findings: readonly ListedFinding[], part: Partial<FindingList> = {}): FindingList {
  return {
    command: 'gate',
    toolVersion: '0.1.0',
    inRepository: 'plant',
    findings,
    understood: true,
    conclusion: 'MAJOR: 1 finding. Gate NOT passed (policy: risk:H).',
    ...part,
  };
}

/** Texts that try to leave their place in any of the formats. */
export const HOSTILE: readonly string[] = [
  '=HYPERLINK("http://x","y")',
  "+1+cmd|' /C calc'!A0",
  '-2+3',
  '@SUM(1)',
  '\t=1',
  '\r=1',
  ' =1',
  '＝1',
  'a,b"c\nd',
  '::error file=x::y',
  '%0A::set-output name=a::b',
  ']]><script>&"\'',
  'bell \u0007 escape \u001b[2J null \u0000',
  'half \ud800 and \udfff, \ufffe\uffff',
  '[link](http://evil)',
  'ünïcödé 試験 🙂',
];
