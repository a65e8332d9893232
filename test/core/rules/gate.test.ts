import { describe, expect, it } from 'vitest';

import { Failure } from '../../../src/core/diagnostics/failure.ts';
import type { Finding } from '../../../src/core/rules/finding.ts';
import { judgeGate } from '../../../src/core/rules/gate.ts';
import { load, projectText, sourceFile } from './small-project.ts';

const base = (snippet = '') => load('base', [sourceFile('base', 'countersign.yaml', projectText(snippet))]);

function finding(part: Partial<Finding>): Finding {
  return {
    ruleId: 'guard-removed',
    class: 'risky',
    risk: 'M',
    raisedBy: [],
    element: { kind: 'transition', id: 'INV.T03' },
    attribute: 'when',
    reason: 'A guard is gone.',
    fingerprint: `h1:${'0'.repeat(64)}`,
    claims: [],
    evidence: [],
    approvers: { approve: [], inform: [] },
    ...part,
  };
}

const day = '2026-03-02';
const stops = (one: Finding, failOn?: readonly string[]) => !judgeGate([one], [], base(), failOn, day).passed;

describe('judgeGate', () => {
  it('stops breaking changes and high risk where nothing else is said', () => {
    expect(stops(finding({ class: 'breaking', risk: 'L' }))).toBe(true);
    expect(stops(finding({ risk: 'H' }))).toBe(true);
    expect(stops(finding({ risk: 'M' }))).toBe(false);
  });

  it('stops at a level and everything above it', () => {
    expect(['C', 'H', 'M', 'L'].map((risk) => stops(finding({ risk: risk as 'C' }), ['risk:M']))).toEqual([true, true, true, false]);
    expect(
      ['breaking', 'risky', 'compatible', 'editorial'].map((name) => stops(finding({ class: name as 'risky' }), ['risky'])),
    ).toEqual([true, true, false, false]);
  });

  it('reads the policy of base', () => {
    const lenient = base('gate: {failOn: ["risk:C"]}');
    expect(judgeGate([finding({ risk: 'H' })], [], lenient, undefined, day)).toEqual({ failOn: ['risk:C'], passed: true, reasons: [] });
  });

  it('lets pass what a waiver covers, and what is draft on both sides unless it is critical', () => {
    expect(stops(finding({ risk: 'H', waiver: 'W-1' }))).toBe(false);
    const draft = [{ id: 'A7' as const, reason: 'draft' }];
    expect(stops(finding({ class: 'breaking', risk: 'L', raisedBy: draft }))).toBe(false);
    expect(stops(finding({ class: 'breaking', risk: 'C', raisedBy: draft }))).toBe(true);
  });

  it('refuses a bar that is none', () => {
    expect(() => judgeGate([], [], base(), ['risk:X'], day)).toThrow(Failure);
  });
});
