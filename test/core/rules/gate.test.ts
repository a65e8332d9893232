import { describe, expect, it } from 'vitest';

import { Failure } from '../../../src/core/diagnostics/failure.ts';
import type { Finding } from '../../../src/core/rules/finding.ts';
import { isOneRevision, judgeGate, nothingCompared } from '../../../src/core/rules/gate.ts';
import type { GatedChange } from '../../../src/core/rules/gate.ts';
import type { RevisionIdentity } from '../../../src/core/source/source-file.ts';
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
const change = (findings: readonly Finding[], policy = base()): GatedChange => ({
  findings,
  lintOfHead: [],
  base: policy,
  head: base(),
});
const stops = (one: Finding, failOn?: readonly string[]) => !judgeGate(change([one]), failOn, day).passed;

describe('judgeGate', () => {
  it('stops breaking changes and high risk where nothing else is said', () => {
    expect(stops(finding({ class: 'breaking', risk: 'L' }))).toBe(true);
    expect(stops(finding({ risk: 'H' }))).toBe(true);
    expect(stops(finding({ risk: 'M' }))).toBe(false);
  });

  it('stops at a level and everything above it', () => {
    expect(['C', 'H', 'M', 'L'].map((risk) => stops(finding({ risk: risk as 'C' }), ['risk:M']))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(
      ['breaking', 'risky', 'compatible', 'editorial'].map((name) =>
        stops(finding({ class: name as 'risky' }), ['risky']),
      ),
    ).toEqual([true, true, false, false]);
  });

  it('reads the policy of base', () => {
    const lenient = base('gate: {failOn: ["risk:C"]}');
    expect(judgeGate(change([finding({ risk: 'H' })], lenient), undefined, day)).toEqual({
      compared: true,
      failOn: ['risk:C'],
      passed: true,
      accepted: [],
      reasons: [],
      stopped: new Set(),
    });
  });

  it('lets pass what a waiver covers, and what is draft on both sides unless it is critical', () => {
    expect(stops(finding({ risk: 'H', waiver: 'W-1' }))).toBe(false);
    const draft = [{ id: 'A7' as const, reason: 'draft' }];
    expect(stops(finding({ class: 'breaking', risk: 'L', raisedBy: draft }))).toBe(false);
    expect(stops(finding({ class: 'breaking', risk: 'C', raisedBy: draft }))).toBe(true);
  });

  it('refuses a bar that is none', () => {
    expect(() => judgeGate(change([]), ['risk:X'], day)).toThrow(Failure);
  });

  it('lets pass what a new waiver covers as a whole decision, and says so; a request stays in the way, and says why', () => {
    const request = (accepted: boolean, why: string) =>
      finding({ risk: 'H', waiverRequest: 'W-2', waiverRequestVerdict: { accepted, why } });
    expect(judgeGate(change([request(true, 'New in this change. Approved by Q. Unit (QA).')]), undefined, day)).toEqual(
      {
        compared: true,
        failOn: ['breaking', 'risk:H'],
        passed: true,
        accepted: ['guard-removed on transition INV.T03: waiver W-2: New in this change. Approved by Q. Unit (QA).'],
        reasons: [],
        stopped: new Set(),
      },
    );
    expect(judgeGate(change([request(false, 'Not valid: nobody has approved it.')]), undefined, day)).toMatchObject({
      passed: false,
      accepted: [],
      reasons: ['guard-removed on transition INV.T03: risky · H (waiver W-2: Not valid: nobody has approved it.)'],
      stopped: new Set([`h1:${'0'.repeat(64)}`]),
    });
  });

  it('never passes where nothing was compared', () => {
    expect(nothingCompared(judgeGate(change([]), undefined, day))).toEqual({
      compared: false,
      failOn: ['breaking', 'risk:H'],
      passed: false,
      accepted: [],
      reasons: ['Nothing was compared: base and head are the same commit.'],
      stopped: new Set(),
    });
    const at = (
      commit: string | undefined,
      kind: RevisionIdentity['kind'] = 'commit',
      modified = false,
    ): RevisionIdentity => ({
      label: 'base',
      kind,
      modified,
      ...(commit === undefined ? {} : { commit }),
    });
    expect(isOneRevision(at('a'), at('a'))).toBe(true);
    expect(isOneRevision(at('a'), at('a', 'worktree'))).toBe(true);
    expect(isOneRevision(at('a'), at('a', 'worktree', true))).toBe(false);
    expect(isOneRevision(at('a'), at('b'))).toBe(false);
    expect(isOneRevision(at(undefined, 'folder'), at(undefined, 'folder'))).toBe(false);
  });
});
