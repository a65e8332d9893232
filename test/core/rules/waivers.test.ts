import { describe, expect, it } from 'vitest';
import { judgeGate } from '../../../src/core/rules/gate.ts';
import { matchWaiver } from '../../../src/core/rules/waivers.ts';
import type { WaiverVerdict } from '../../../src/core/rules/waivers.ts';
import { lintProject } from './lint/lint-project.ts';

const CUT = `
  systems: {ERP: {}, MES: {}}
  interfaces: {IF-1: {from: ERP, to: MES, critical: false, fields: {note: {from: note, source: {length: 50}, type: string, length: 35}}}}`;
const [FOUND] = lintProject(CUT).findings;
const FINGERPRINT = FOUND?.fingerprint ?? '';

interface Words {
  readonly rule?: string;
  readonly element?: string;
  readonly finding?: string;
  readonly expires?: string;
  readonly requestedBy?: string;
  readonly approved?: string;
}

/** A waiver of the cut, which C. Dunn approved on 2026-02-20 until 2026-04-30. */
function waiver(words: Words = {}, id = 'W-1'): string {
  const {
    rule = 'mapping-truncation',
    element = 'IF-1.note',
    finding = FINGERPRINT,
    expires = '2026-04-30',
    requestedBy = 'A. Bell',
  } = words;
  const { approved = '[{function: QA, name: C. Dunn, date: 2026-02-20, ref: CC-0412}]' } = words;
  return `  ${id}: {rule: "${rule}", element: ${element}, finding: "${finding}", reason: Widened with MES 7.5, requestedBy: ${requestedBy}, expires: ${expires}, approved: ${approved}}`;
}

function verdicts(
  waivers: readonly string[],
  asOf = '2026-03-02',
): { readonly waiver: WaiverVerdict | undefined; readonly others: readonly string[] } {
  const { findings } = lintProject(`${CUT.replaceAll('\n  ', '\n')}\nwaivers:\n${waivers.join('\n')}`, { asOf });
  const cut = findings.find(({ ruleId }) => ruleId === 'mapping-truncation');
  return {
    waiver: cut?.waiver,
    others: findings.filter(({ ruleId }) => ruleId !== 'mapping-truncation').map(({ ruleId }) => ruleId),
  };
}

describe('a waiver', () => {
  it('holds until its last day', () => {
    const valid = { id: 'W-1', valid: true, why: 'Accepted until 2026-04-30 by C. Dunn (QA): Widened with MES 7.5' };
    expect(verdicts([waiver()], '2026-02-20')).toEqual({ waiver: valid, others: [] });
    expect(verdicts([waiver()], '2026-04-30')).toEqual({ waiver: valid, others: [] });
    expect(verdicts([waiver()], '2026-05-01')).toEqual({
      waiver: { id: 'W-1', valid: false, why: 'It expired on 2026-04-30.' },
      others: ['waiver-expired'],
    });
  });

  it.each<readonly [string, Words, string]>([
    ['nobody approved', { approved: '[]' }, 'Not valid: nobody has approved it.'],
    [
      'the requester approved',
      { approved: '[{function: QA, name: a. bell, date: 2026-02-20}]' },
      'Not valid: A. Bell asked for it and approved it.',
    ],
    [
      'was approved after the day of judgement',
      { approved: '[{function: QA, name: C. Dunn, date: 2026-03-03}]' },
      'Not valid: no approval by somebody else is dated 2026-03-02 or earlier.',
    ],
    [
      'runs for longer than 90 days',
      { expires: '2026-05-22' },
      'Not valid: it runs until 2026-05-22, longer than 90 d after its approval on 2026-02-20 (2026-05-21).',
    ],
  ])('that %s covers nothing', (_, words, why) => {
    expect(verdicts([waiver(words)])).toEqual({ waiver: { id: 'W-1', valid: false, why }, others: ['waiver-invalid'] });
  });

  it.each<readonly [string, Words, string]>([
    ['of a part of the fingerprint', { finding: FINGERPRINT.slice(0, 20) }, 'waiver-invalid'],
    ['of another fingerprint', { finding: `h1:${'0'.repeat(64)}` }, 'waiver-unused'],
    ['of another rule', { rule: 'unit-missing' }, 'waiver-unused'],
    ['of another element', { element: 'IF-1' }, 'waiver-unused'],
    ['of every rule', { rule: '*' }, 'waiver-invalid'],
  ])('%s does not match', (_, words, other) => {
    expect(verdicts([waiver(words)])).toEqual({ waiver: undefined, others: [other] });
  });

  it('counts from the latest approval, and of several the first valid one counts', () => {
    const renewed = '[{function: QA, name: C. Dunn, date: 2025-11-01}, {function: QA, name: E. Fox, date: 2026-02-28}]';
    expect(verdicts([waiver({ approved: '[]' }), waiver({ approved: renewed, expires: '2026-05-29' }, 'W-2')])).toEqual(
      {
        waiver: {
          id: 'W-2',
          valid: true,
          why: 'Accepted until 2026-05-29 by C. Dunn (QA), E. Fox (QA): Widened with MES 7.5',
        },
        others: ['waiver-invalid'],
      },
    );
  });

  it('clears the gate only while it is valid', () => {
    const spec = `${CUT.replaceAll('\n  ', '\n')}\nwaivers:\n${waiver()}`;
    const gate = (asOf: string): boolean => {
      const { model, findings } = lintProject(spec, { asOf });
      return judgeGate([], findings, model, undefined, asOf).passed;
    };
    expect([gate('2026-03-02'), gate('2026-05-01')]).toEqual([true, false]);
  });

  it('is a request while only head holds it', () => {
    const { model: base } = lintProject(CUT.replaceAll('\n  ', '\n'), { asOf: '2026-03-02' });
    const { findings } = lintProject(`${CUT.replaceAll('\n  ', '\n')}\nwaivers:\n${waiver()}`, { asOf: '2026-03-02' });
    expect(judgeGate([], findings, base, undefined, '2026-03-02').passed).toBe(false);
  });
});

describe('a waiver of a change', () => {
  const model = lintProject(
    `${CUT.replaceAll('\n  ', '\n')}\nwaivers:\n${waiver()}\n${waiver({ rule: 'field-length-widened' }, 'W-2')}`,
  ).model;
  const match = (ruleId: string, risk?: 'C' | 'H'): string | undefined =>
    matchWaiver({ ruleId, element: 'mapping:IF-1.note', fingerprint: FINGERPRINT, risk }, model, '2026-03-02')?.id;

  it('covers what the lint finds, and what a comparison reports as introduced by it', () => {
    expect([
      match('mapping-truncation'),
      match('introduced:mapping-truncation'),
      match('resolved:mapping-truncation'),
    ]).toEqual(['W-1', 'W-1', undefined]);
  });

  it('covers findings of change rules', () => {
    expect(match('field-length-widened')).toBe('W-2');
    expect(match('field-removed')).toBeUndefined();
  });

  it('needs more than one approver for a critical finding', () => {
    const verdict = (risk: 'C' | 'H') =>
      matchWaiver(
        { ruleId: 'field-length-widened', element: 'mapping:IF-1.note', fingerprint: FINGERPRINT, risk },
        model,
        '2026-03-02',
      );
    expect(verdict('H')?.valid).toBe(true);
    expect(verdict('C')).toEqual({
      id: 'W-2',
      valid: false,
      why: 'Not valid: a finding of risk C needs 2 different approvers, and it has 1.',
    });
  });
});
