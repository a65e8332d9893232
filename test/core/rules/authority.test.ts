import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/rules/finding.ts';
import { judgeChanges } from '../../../src/core/rules/judge.ts';
import { compare, sha256 } from './small-project.ts';

function judged(before: string, after: string): readonly Finding[] {
  return judgeChanges({ ...compare(before, after), lintBase: [], lintHead: [], digest: sha256 }).findings;
}

function said({ ruleId, class: verdict, risk, element, attribute }: Finding): string {
  return `${verdict}·${risk ?? '-'} ${ruleId} ${element.kind}:${element.id}${attribute === '' ? '' : ` ${attribute}`}`;
}

/** Everything reported; `(claimed)` stands behind what another finding explains. */
function saidOf(before: string, after: string): readonly string[] {
  return judged(before, after).map((finding) => said(finding) + (finding.claimedBy === undefined ? '' : ' (claimed)'));
}

const PLANT = (roles: string): string => `
objects: {lot: {}, ncr: {}}
lifecycles:
  LOT:
    object: lot
    initial: QI
    states: {QI: quarantine, Released: released, Blocked: held}
    transitions:
      RELEASE: {from: QI, to: Released, by: OPERATOR_QA, sign: {meaning: Released, by: OPERATOR_QA}}
      HOLD: {from: Released, to: Blocked, by: [OPERATOR_QA, STORES]}
roles: {${roles}}`;

describe('one line of inheritance', () => {
  const before = PLANT(
    'OPERATOR_QA: {may: {edit: [lot], delete: [ncr]}}, STORES: {}, SUPERVISOR: {}, DIRECTOR: {inherits: [SUPERVISOR]}',
  );
  const after = before.replace('SUPERVISOR: {}', 'SUPERVISOR: {inherits: [OPERATOR_QA]}');

  it('is one finding that claims what it does at every step and to the rights of the role', () => {
    expect(saidOf(before, after)).toEqual([
      'risky·C privileged-permission-granted role:SUPERVISOR inherits (claimed)',
      'risky·C role-inheritance-widened role:SUPERVISOR inherits',
      'risky·C transition-role-widened transition:LOT.HOLD by (claimed)',
      'risky·C transition-role-widened transition:LOT.RELEASE by (claimed)',
      'risky·C signature-signer-widened transition:LOT.RELEASE sign (claimed)',
      'risky·H permission-granted role:SUPERVISOR inherits (claimed)',
    ]);
  });

  it('lists what it comes to, and who has it by inheritance in turn', () => {
    const finding = judged(before, after).find(({ ruleId }) => ruleId === 'role-inheritance-widened');
    expect(finding?.reason).toMatch(
      /^Role SUPERVISOR now includes OPERATOR_QA\. It may now delete ncr, edit lot, sign LOT\.RELEASE, start LOT\.HOLD and LOT\.RELEASE\. So may DIRECTOR, by inheritance\./u,
    );
    expect(finding?.after).toEqual([
      'OPERATOR_QA',
      'delete ncr',
      'edit lot',
      'sign LOT.RELEASE',
      'start LOT.HOLD',
      'start LOT.RELEASE',
    ]);
  });

  it('claims no step that was changed as well', () => {
    const both = after.replace('by: [OPERATOR_QA, STORES]', 'by: OPERATOR_QA');
    expect(saidOf(before, both)).toContain('risky·C transition-role-replaced transition:LOT.HOLD by');
  });

  it('undone, the rights are revoked and the steps narrowed', () => {
    expect(saidOf(after, before)).toEqual([
      'breaking·H permission-revoked role:SUPERVISOR inherits',
      'breaking·H transition-role-narrowed transition:LOT.HOLD by (claimed)',
      'breaking·H transition-role-narrowed transition:LOT.RELEASE by (claimed)',
      'breaking·H transition-role-narrowed transition:LOT.RELEASE sign (claimed)',
    ]);
  });
});

describe('a right that many inherit', () => {
  const heirs = Array.from({ length: 30 }, (_, index) => `HEIR_${index}: {inherits: [BASE]}`).join(', ');
  const plant = (rights: string): string => `
objects: {lot: {}, ncr: {}}
roles: {BASE: {may: {${rights}}}, ${heirs}}`;

  it('is one finding at the role that was changed, which names its heirs', () => {
    const found = judged(plant('view: [lot]'), plant('view: [lot], edit: [lot, ncr]'));
    expect(found.map(said)).toEqual(['risky·H permission-granted role:BASE may.edit']);
    expect(found[0]?.reason).toMatch(/^Role BASE, and with it HEIR_0, .*HEIR_9, may now edit lot and ncr\./u);
  });
});

describe('nothing is swallowed', () => {
  it('a right that is exchanged for another one is gained and lost', () => {
    const plant = (right: string): string => `
objects: {lot: {fields: {lot_no: {}}}}
roles: {QA: {may: {edit: [${right}]}}}`;
    expect(saidOf(plant('lot.lot_no'), plant('lot'))).toEqual([
      'risky·H permission-granted role:QA may.edit',
      'breaking·L permission-revoked role:QA may.edit',
    ]);
  });

  it('a role that is new and has rights at once is more than a new role', () => {
    const plant = (roles: string): string => `
objects: {lot: {}}
roles: {QA: {}${roles}}`;
    expect(saidOf(plant(''), plant(', ADMIN: {kind: administrator, may: {override: [lot], view: [lot]}}'))).toEqual([
      'risky·C privileged-permission-granted role:ADMIN kind',
      'risky·C privileged-permission-granted role:ADMIN may',
      'risky·M permission-granted role:ADMIN may',
      'compatible·L role-added role:ADMIN',
    ]);
  });

  it('messages that are sent in another order do not hide one that is not sent any more', () => {
    const plant = (emits: string): string => `
systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B}, IF-2: {from: A, to: B}, IF-3: {from: A, to: B}}
lifecycles: {L: {initial: X, states: {X: open, Z: open}, transitions: {T: {from: X, to: Z, auto: true, emits: [${emits}]}}}}`;
    expect(saidOf(plant('IF-1, IF-2, IF-3'), plant('IF-3, IF-1'))).toEqual([
      'breaking·H effect-removed transition:L.T emits',
      'risky·H effect-changed transition:L.T emits',
    ]);
  });

  it('signatures in another order stay unclassified beside what a rule says of one of them', () => {
    const plant = (sign: string): string => `
lifecycles: {L: {initial: X, states: {X: open, Z: open}, transitions: {T: {from: X, to: Z, by: QA, sign: [${sign}]}}}}
roles: {QA: {}}`;
    const [a, b] = ['{meaning: Checked, components: 1}', '{meaning: Approved, components: 1}'];
    expect(saidOf(plant(`${a}, ${b}`), plant(`${b.replace('1', '2')}, ${a}`))).toEqual([
      'risky·H unclassified-change transition:L.T sign',
      'compatible·M assurance-strengthened transition:L.T sign',
    ]);
  });

  it('a state that is renamed and can be reached past its control is both', () => {
    const plant = (state: string, more: string): string => `
lifecycles: {L: {initial: X, states: {X: open, ${state}}, transitions: {T: {from: X, to: ${state.split(':')[0] ?? ''}, by: QA, sign: {meaning: Done}}${more}}}}
roles: {QA: {}}`;
    const found = saidOf(
      plant('Z: closed', ''),
      plant('Closed: {class: closed, formerIds: [Z]}', ', U: {from: X, to: Closed, by: QA}'),
    );
    expect(found).toContain('breaking·C control-bypass-introduced state:L.Closed');
    expect(found.filter((line) => line.endsWith(' state:L.Closed'))).toHaveLength(2);
  });

  it('a segregation rule that is set out of force is as good as removed', () => {
    const plant = (more: string): string => `
lifecycles: {L: {initial: X, states: {X: open, Z: open}, transitions: {T: {from: X, to: Z, by: QA}, U: {from: Z, to: X, by: QA}}}}
roles: {QA: {}}
segregation: {S: {acts: [L.T, L.U]${more}}}`;
    expect(saidOf(plant(''), plant(', status: retired'))[0]).toBe(
      'risky·C sod-constraint-removed segregation:S status',
    );
  });
});

describe('ownership by phase', () => {
  const lot = (owner: string): string => `
systems: {MES: {}, ERP: {}}
lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held, Stock: released}}}
objects: {lot: {systemOfRecord: ${owner}}}`;
  const reason = (before: string, after: string): string => judged(lot(before), lot(after))[0]?.reason ?? '';

  it('says state by state who owned and who owns', () => {
    expect(
      reason('{MES: {LOT: [Run, Hold]}, ERP: {LOT: Stock}}', '{MES: {LOT: Run}, ERP: {LOT: [Hold, Stock]}}'),
    ).toMatch(/By state: LOT\.Hold MES → ERP\./u);
  });

  it('a state in which nobody owns, or both do, weighs more', () => {
    const weight = (after: string): readonly string[] =>
      judged(lot('{MES: {LOT: [Run, Hold]}, ERP: {LOT: Stock}}'), lot(after)).flatMap((finding) => [
        said(finding),
        ...finding.raisedBy.map((adjustment) => adjustment.reason),
      ]);
    expect(weight('{MES: {LOT: Run}, ERP: {LOT: Stock}}')).toEqual([
      'breaking·C ownership-handover-moved object:lot systemOfRecord.MES',
      'nobody owns in LOT.Hold',
    ]);
    expect(weight('{MES: {LOT: [Run, Hold, Stock]}, ERP: {LOT: Stock}}')).toEqual([
      'breaking·C ownership-handover-moved object:lot systemOfRecord.MES',
      'ERP and MES both own in LOT.Stock',
    ]);
  });
});
