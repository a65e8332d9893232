import { describe, expect, it } from 'vitest';
import { judgeGate } from '../../../src/core/rules/gate.ts';
import { matchWaiver } from '../../../src/core/rules/waivers.ts';
import type { WaivableFinding, WaiverVerdict } from '../../../src/core/rules/waivers.ts';
import { personOf } from '../../../src/core/rules/waiver-approvals.ts';
import { lintProject } from './lint/lint-project.ts';

/** What else a regulated plant should say of this interface is not what these tests are about. */
const PROFILE = 'profile: sketch';
const CUT = `
  systems: {ERP: {}, MES: {}}
  interfaces: {IF-1: {from: ERP, to: MES, critical: false, fields: {note: {from: note, source: {length: 50}, type: string, length: 35}}}}`;
const FOUND = lintProject(CUT, { project: PROFILE }).findings;
const FINGERPRINT = FOUND[0]?.fingerprint ?? '';

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
  const { findings } = lintProject(`${CUT.replaceAll('\n  ', '\n')}\nwaivers:\n${waivers.join('\n')}`, {
    asOf,
    project: PROFILE,
  });
  const cut = findings.find(({ ruleId }) => ruleId === 'mapping-truncation');
  return {
    waiver: cut?.waiver,
    others: findings.filter(({ ruleId }) => ruleId !== 'mapping-truncation').map(({ ruleId }) => ruleId),
  };
}

describe('a waiver', () => {
  it('is tried on one finding', () => {
    expect(FOUND.map(({ ruleId }) => ruleId)).toEqual(['mapping-truncation']);
  });

  it('holds until its last day', () => {
    const valid = {
      id: 'W-1',
      valid: true,
      why: 'Approved by C. Dunn (QA, 2026-02-20, CC-0412) until 2026-04-30: Widened with MES 7.5',
    };
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
    ['nobody asked for', { requestedBy: '"\\u200B"' }, 'Not valid: it does not say who asked for it.'],
    [
      'a function approved that the project does not have',
      { approved: '[{function: JANITOR, name: C. Dunn, date: 2026-02-20}]' },
      'Not valid: “JANITOR” is no function of this project.',
    ],
    [
      'quality has not approved',
      { approved: '[{function: IT, name: C. Dunn, date: 2026-02-20}]' },
      'Not valid: the finding asks for QA, and nobody has approved it for QA.',
    ],
    [
      'an unseen character approved',
      { approved: '[{function: QA, name: "A.\\u00AD Bell\\u200B", date: 2026-02-20}]' },
      'Not valid: A. Bell asked for it and approved it.',
    ],
    [
      'is signed in other letters by who asked',
      { approved: '[{function: QA, name: "Ａ.ＢＥＬＬ", date: 2026-02-20}]' },
      'Not valid: A. Bell asked for it and approved it.',
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
          why: 'Approved by C. Dunn (QA, 2025-11-01), E. Fox (QA, 2026-02-28) until 2026-05-29: Widened with MES 7.5',
        },
        others: ['waiver-invalid'],
      },
    );
  });

  it.each([
    ['draft', ['waiver-invalid'], 'Not valid: it is a draft.'],
    ['retired', [], 'Not valid: it is retired.'],
  ])('that is %s covers nothing', (status, others, why) => {
    const written = waiver().replace('{rule', `{status: ${status}, rule`);
    expect(verdicts([written])).toEqual({ waiver: { id: 'W-1', valid: false, why }, others });
  });

  const plain = CUT.replaceAll('\n  ', '\n');
  const waiving = (...waivers: readonly string[]): string => `${plain}\nwaivers:\n${waivers.join('\n')}`;
  const gated = (before: string, after: string, asOf = '2026-03-02') => {
    const base = lintProject(before, { asOf, project: PROFILE }).model;
    const head = lintProject(after, { asOf, policy: base, project: PROFILE });
    return judgeGate({ findings: [], lintOfHead: head.findings, base, head: head.model }, undefined, asOf);
  };

  it('clears the gate only while it is valid', () => {
    expect(gated(waiving(waiver()), waiving(waiver()))).toMatchObject({ passed: true, accepted: [] });
    expect(gated(waiving(waiver()), waiving(waiver()), '2026-05-01').passed).toBe(false);
  });

  it('clears it while only head holds it when it is a whole decision, and is told', () => {
    expect(gated(plain, waiving(waiver()))).toMatchObject({
      passed: true,
      accepted: [
        'mapping-truncation on mapping IF-1.note: waiver W-1 is new in this change. Approved by C. Dunn (QA, 2026-02-20, CC-0412) until 2026-04-30: Widened with MES 7.5',
      ],
    });
    expect(gated(plain, waiving(waiver({ approved: '[]' })))).toMatchObject({ passed: false, accepted: [] });
  });
});

describe('a waiver of a change', () => {
  const functions = ['OPS', 'QA'];
  const PAIR = '{function: QA, name: C. Dunn, date: 2026-02-20}, {function: OPS, name: E. Fox, date: 2026-02-20}';
  const modelOf = (approved: string, project = '') =>
    lintProject(
      `${CUT.replaceAll('\n  ', '\n')}\nwaivers:\n${waiver({ approved })}\n${waiver({ rule: 'field-length-widened', approved }, 'W-2')}`,
      { project },
    ).model;
  const verdictOn = (ruleId: string, approved: string, asked: Partial<WaivableFinding> = {}, project = '') => {
    const model = modelOf(approved, project);
    return matchWaiver(
      { ruleId, elements: ['mapping:IF-1.note'], fingerprint: FINGERPRINT, functions, ...asked },
      { model, policy: model, asOf: '2026-03-02' },
    );
  };
  const why = (approved: string, asked: Partial<WaivableFinding> = {}, project = '') => {
    const verdict = verdictOn('field-length-widened', approved, asked, project);
    return verdict?.valid === true ? 'valid' : verdict?.why;
  };

  it('covers what the lint finds, and what a comparison reports as introduced by it', () => {
    const match = (ruleId: string) => verdictOn(ruleId, `[${PAIR}]`)?.id;
    expect([
      match('mapping-truncation'),
      match('introduced:mapping-truncation'),
      match('resolved:mapping-truncation'),
    ]).toEqual(['W-1', 'W-1', undefined]);
  });

  it('covers findings of change rules', () => {
    expect(verdictOn('field-length-widened', `[${PAIR}]`)?.id).toBe('W-2');
    expect(verdictOn('field-removed', `[${PAIR}]`)).toBeUndefined();
  });

  it('needs every function that the finding asks for, each from a person of its own', () => {
    expect(why(`[${PAIR}]`)).toBe('valid');
    expect(why('[{function: QA, name: C. Dunn, date: 2026-02-20}]')).toBe(
      'Not valid: the finding asks for OPS, QA, and nobody has approved it for OPS.',
    );
    const both =
      '[{function: QA, name: C. Dunn, date: 2026-02-20}, {function: OPS, name: "C.  DUNN", date: 2026-02-20}]';
    expect(why(both)).toBe('Not valid: OPS and QA must decide by different persons, and they do not.');
    expect(why(both.replace(']', ', {function: OPS, name: E. Fox, date: 2026-02-20}]'))).toBe('valid');
  });

  it('needs QA, one more function and two persons for a critical finding, whatever the project says', () => {
    const critical = { functions: ['QA'], risk: 'C' as const };
    const qa = '{function: QA, name: C. Dunn, date: 2026-02-20}';
    const single = 'Not valid: a finding of risk C needs 2 different approvers, and it has 1.';
    expect(why(`[${qa}]`, { functions: ['QA'], risk: 'H' })).toBe('valid');
    for (const minimum of [-1, 0, 1])
      expect(why(`[${qa}]`, critical, `gate: {minimumApprovals: ${minimum}}`)).toBe(single);
    expect(why(`[${qa}, {function: QA, name: E. Fox, date: 2026-02-20}]`, critical)).toBe(
      'Not valid: a finding of risk C needs the approval of one more function besides QA.',
    );
    expect(why(`[${qa}, {function: OPS, name: "c. dunn\\u2060", date: 2026-02-20}]`, critical)).toBe(single);
    expect(why(`[${PAIR}]`, critical)).toBe('valid');
    expect(why(`[${PAIR}]`, critical, 'gate: {minimumApprovals: 3}')).toBe(
      'Not valid: a finding of risk C needs 3 different approvers, and it has 2.',
    );
    expect(
      why('[{function: IT, name: C. Dunn, date: 2026-02-20}, {function: OPS, name: E. Fox, date: 2026-02-20}]', {
        ...critical,
        functions: [],
      }),
    ).toBe('Not valid: the finding asks for QA, and nobody has approved it for QA.');
  });

  it('takes the functions of the project as well', () => {
    const site = '[{function: SITE, name: C. Dunn, date: 2026-02-20}]';
    expect(why(site, { functions: [] })).toBe('Not valid: “SITE” is no function of this project.');
    expect(why(site, { functions: [] }, 'approvers: {SITE: {}}')).toBe('valid');
  });
});

describe('the name of a person', () => {
  it('is the same however it is written', () => {
    const names = [
      'C. Dunn',
      'c.dunn',
      ' C.\u00a0 DUNN ',
      'Ｃ. Dunn',
      'C. D\u200bunn',
      '\u2800C. Du\ufe0fnn',
      'C.\u3164 Dunn',
    ];
    expect(new Set(names.map(personOf))).toEqual(new Set(['c.dunn']));
    expect(personOf('Gro\u00df')).toBe(personOf('GROSS'));
    expect(personOf('Jos\u00e9')).toBe(personOf('Jose\u0301'));
    expect(personOf(' \u200b\u2060')).toBe('');
    expect(personOf('C. Dunn')).not.toBe(personOf('C. Dunne'));
  });
});
