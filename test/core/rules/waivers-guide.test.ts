import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import type { SpecModel } from '../../../src/core/model/spec-model.ts';
import { judgeGate } from '../../../src/core/rules/gate.ts';
import type { GateDecision } from '../../../src/core/rules/gate.ts';
import { judgeChanges } from '../../../src/core/rules/judge.ts';
import { compare, sha256 } from './small-project.ts';

const GUIDE = readFileSync(new URL('../../../docs/waivers.md', import.meta.url), 'utf8');
const [CHANGE = '', WAIVER = ''] = [...GUIDE.matchAll(/^```yaml\n(.*?)^```$/gmsu)].map(([, text]) => text);
const SYSTEMS = 'systems: {QMS: {}, ERP: {}}\n';
const [BEFORE, AFTER] = [CHANGE.replace('max: 2', 'max: 3'), CHANGE].map((text) => SYSTEMS + text) as [string, string];

function gate(before: string, after: string): GateDecision {
  const compared = compare(before, after);
  const asOf = '2026-03-10';
  const { findings } = judgeChanges({ ...compared, lintBase: [], lintHead: [], digest: sha256, asOf });
  const revisions: { base: SpecModel; head: SpecModel } = compared;
  return judgeGate({ findings, lintOfHead: [], ...revisions }, undefined, asOf);
}

describe('the guide to waivers', () => {
  it('shows a change that the gate stops, and the waiver that lets it pass in the same change', () => {
    expect(gate(BEFORE, AFTER).reasons).toEqual(['interface-retry-reduced on interface IF-001: risky · H']);
    expect(gate(BEFORE, AFTER + WAIVER)).toMatchObject({
      passed: true,
      reasons: [],
      accepted: [
        'interface-retry-reduced on interface IF-001: waiver W-2026-014: New in this change. Approved by C. Dunn (QA, 2026-03-05, CC-0412), E. Fox (IT, 2026-03-06, CC-0412) until 2026-04-30: The message bus repeats by itself since March.',
      ],
    });
  });

  it.each([
    ['one approval fewer', (text: string) => text.replace(/^ +- \{function: IT.*\n/mu, '')],
    ['another change', (text: string) => text.replace('max: 2', 'max: 1')],
    ['an edited reason, once base holds it', (text: string) => text.replace('since March', 'since May'), WAIVER],
  ])('with %s it stops', (_, edit, held = '') => {
    expect(gate(BEFORE + held, edit(AFTER + WAIVER)).passed).toBe(false);
  });

  it('says how a waiver of base works: merged first it is in the way of nothing but its own finding', () => {
    expect(gate(BEFORE + WAIVER, AFTER + WAIVER)).toMatchObject({ passed: true, accepted: [], reasons: [] });
    expect(gate(BEFORE, BEFORE + WAIVER).reasons).toEqual(['waiver-added on waiver W-2026-014: risky · H']);
    expect(gate(BEFORE + WAIVER, BEFORE).passed).toBe(true);
  });
});
