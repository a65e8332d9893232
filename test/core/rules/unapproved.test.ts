import { describe, expect, it } from 'vitest';

import { judgeGate } from '../../../src/core/rules/gate.ts';
import { judged as judge } from './judged.ts';
import { compare } from './small-project.ts';

const SPEC = `
systems: {MES: {version: "VERSION"}, ERP: {version: "1"}}
`;
const DAY = '2026-03-10';

/** What `--fail-on unapproved` stops of a new version of MES, with these change records in head. */
function stopped(changes: string, asOf = DAY): readonly string[] {
  const { base, head, findings } = judged(changes);
  const version = findings.filter(({ element }) => element.id === 'MES');
  expect(version.map(({ ruleId }) => ruleId)).toEqual(['system-version-changed']);
  const decision = judgeGate({ findings: version, lintOfHead: [], base, head }, ['unapproved'], asOf);
  return decision.reasons;
}

function judged(changes: string) {
  const after = `${SPEC.replace('VERSION', '2')}${changes}`;
  const before = SPEC.replace('VERSION', '1');
  const { base, head } = compare(before, after);
  const { findings } = judge(before, after);
  return { base, head, findings };
}

const approvals = (...names: readonly string[]): string =>
  `approved: [${names.map((name, index) => `{function: ${name}, name: Person ${index}, date: 2026-03-0${index + 1}}`).join(', ')}]`;

describe('a gate on what is unapproved', () => {
  const functions =
    judged('').findings.find(({ ruleId }) => ruleId === 'system-version-changed')?.approvers.approve ?? [];

  it('stops what no change record names', () => {
    expect(functions.length).toBeGreaterThan(0);
    expect(stopped('')).toEqual([expect.stringContaining('system-version-changed on system MES')]);
    expect(stopped(`changes: {CR-1: {reason: r, touches: [ERP], ${approvals(...functions)}}}`)).toHaveLength(1);
  });

  it('lets pass what those whom the finding asks for have approved', () => {
    expect(stopped(`changes: {CR-1: {reason: r, touches: [MES], ${approvals(...functions)}}}`)).toEqual([]);
  });

  it.each([
    ['nobody has approved', 'touches: [MES]'],
    ['another function has approved', `touches: [MES], ${approvals('SITE')}`],
    ['only the requester has approved', `touches: [MES], requester: person 0, ${approvals(functions[0] ?? '')}`],
    ['a draft says', `status: draft, touches: [MES], ${approvals(...functions)}`],
  ])('stops what %s', (_, record) => {
    expect(stopped(`changes: {CR-1: {reason: r, ${record}}}`)).toHaveLength(1);
  });

  it('knows no approval that is dated later', () => {
    expect(
      stopped(`changes: {CR-1: {reason: r, touches: [MES], ${approvals(...functions)}}}`, '2026-02-28'),
    ).toHaveLength(1);
  });

  describe('with a record that base holds already', () => {
    function gate(baseRecord: string, headRecord: string): ReturnType<typeof judgeGate> {
      const before = `${SPEC.replace('VERSION', '1')}changes: {CR-1: {${baseRecord}}}`;
      const after = `${SPEC.replace('VERSION', '2')}changes: {CR-1: {${headRecord}}}`;
      const { base, head } = compare(before, after);
      const findings = judge(before, after).findings.filter(({ element }) => element.id === 'MES');
      return judgeGate({ findings, lintOfHead: [], base, head }, ['unapproved'], DAY);
    }
    const old = `reason: r, touches: [MES], ${approvals(...functions)}`;

    it('takes no approval of an earlier change for this one', () => {
      expect(gate(old, old).passed).toBe(false);
    });

    it('takes what was approved since, and what starts from the version of base, and says which record it was', () => {
      const said = {
        passed: true,
        accepted: ['system-version-changed on system MES: approved by the change record CR-1.'],
      };
      expect(gate('reason: r, touches: [MES]', old)).toMatchObject(said);
      expect(gate(`${old}, from: "1"`, `${old}, from: "1"`)).toMatchObject(said);
    });
  });
});
