import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/rules/finding.ts';
import { judgeChanges } from '../../../src/core/rules/judge.ts';
import { compare, sha256 } from './small-project.ts';

function findings(before: string, after: string): readonly Finding[] {
  return judgeChanges({ ...compare(before, after), lintBase: [], lintHead: [], digest: sha256 }).findings;
}

function said({ ruleId, class: verdict, risk, element, attribute, claimedBy }: Finding): string {
  const place = `${element.kind}:${element.id}${attribute === '' ? '' : ` ${attribute}`}`;
  return `${verdict}${risk === undefined ? '' : `·${risk}`} ${ruleId} ${place}${claimedBy === undefined ? '' : ' (explained)'}`;
}

describe('an element that goes out of force', () => {
  it('weighs as much as if it were gone, with its parts', () => {
    const [found, ...others] = findings(
      'outputs: {RO: {content: {nr: {from: lot_no}, qty: {from: quantity}}}}',
      'outputs: {RO: {status: retired, content: {nr: {from: lot_no}, qty: {from: quantity}}}}',
    );
    expect(others).toEqual([]);
    expect(found && said(found)).toBe('breaking·C element-retired output:RO status');
    expect(found?.parts).toEqual([
      { kind: 'output-item', id: 'RO.nr' },
      { kind: 'output-item', id: 'RO.qty' },
    ]);
  });

  it('weighs more when it is the last test of something critical', () => {
    const plant = (
      status: string,
    ): string => `requirements: {URS-1: {text: Held stock stays blocked., criticality: high}}
tests: {T-1: {level: OQ, status: ${status}, verifies: [URS-1], steps: [{do: Release, expect: Refused}]}}`;
    expect(findings(plant('effective'), plant('retired')).map(said)).toEqual([
      'breaking·H element-retired test:T-1 status',
    ]);
  });
});

describe('one edit is told once', () => {
  it('a field that leaves a record', () => {
    const record = (fields: string): string => `objects: {lot: {record: {regulated: true}, fields: {${fields}}}}`;
    expect(
      findings(record('nr: {type: string}, qty: {type: integer}'), record('nr: {type: string}')).map(said),
    ).toEqual([
      'breaking·H field-removed field:lot.qty (explained)',
      'breaking·H record-content-reduced object:lot fields',
    ]);
  });

  it('a case that must fail', () => {
    expect(
      findings('tests: {T-1: {level: OQ, type: ILL, steps: [{do: Release, expect: Refused}]}}', 'systems: {}').map(
        said,
      ),
    ).toEqual(['risky·H negative-case-removed test:T-1', 'risky·H test-removed test:T-1 (explained)']);
  });

  it('an output that is put together elsewhere', () => {
    const plant = (system: string): string => `systems: {MES: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES, fields: {qty: {type: integer}}}}
interfaces: {IF-1: {from: MES, to: QMS, about: lot, fields: {qty: {from: lot.qty}}}}
outputs: {RO: {assembledIn: ${system}, content: {quantity: {from: lot.qty}}}}`;
    expect(findings(plant('QMS'), plant('MES')).map(said)).toEqual([
      'breaking·H output-lineage-changed output:RO assembledIn',
      'breaking·H output-lineage-changed output-item:RO.quantity from (explained)',
    ]);
  });
});

describe('what an upstream edit does to an output', () => {
  it('names both ways, and claims nothing of what made them differ', () => {
    const plant = (to: string): string => `systems: {MES: {}, QMS: {}, ERP: {}}
objects: {lot: {systemOfRecord: MES, fields: {qty: {type: integer}}}}
interfaces: {IF-1: {from: MES, to: ${to}, about: lot, fields: {qty: {from: lot.qty}}}}
outputs: {RO: {assembledIn: QMS, content: {quantity: {from: lot.qty}}}}`;
    const found = findings(plant('QMS'), plant('ERP'));
    const lineage = found.find(({ ruleId }) => ruleId === 'output-lineage-changed');
    expect(lineage).toMatchObject({
      before: ['lot.qty of MES', 'IF-1.qty (MES → QMS)'],
      after: ['lot.qty of MES'],
      claims: [],
    });
    expect(found.filter(({ element }) => element.id === 'IF-1').every(({ claimedBy }) => claimedBy === undefined)).toBe(
      true,
    );
    expect(found.some(({ element }) => element.id === 'IF-1')).toBe(true);
  });
});

describe('rules that watch the rules', () => {
  it('are not graded down by a setting of base', () => {
    const base = `rules: {severity-override-lowered: {risk: L, reason: We know}}\n`;
    const [found] = findings(`${base}profile: gxp`, `${base}profile: sketch`);
    expect(found && said(found)).toBe('risky·H severity-override-lowered project:project profile');
    expect(found?.raisedBy.map(({ reason }) => reason)).toEqual([
      'the project says: We know; refused: H to L, which a project setting may not lower',
    ]);
  });
});

describe('change records', () => {
  it('an element that no record names keeps the finding about itself', () => {
    expect(
      findings(
        'systems: {MES: {version: "1"}}',
        `systems: {MES: {version: "2"}}
documents: {SOP-1: {}}
changes: {CR-1: {reason: Update, touches: [MES]}}`,
      )
        .map(said)
        .filter((line) => !line.includes('system:MES')),
    ).toEqual([
      'risky·H change-not-recorded change:CR-1 touches',
      expect.stringContaining('document:SOP-1'),
      'editorial record-keeping-changed change:CR-1',
    ]);
  });

  it('a request that waits for its decision names what it will change', () => {
    const request = 'changes: {CR-7: {reason: Update, touches: [MES], from: "9"}}';
    expect(
      findings(`systems: {MES: {version: "1"}}\n${request}`, `systems: {MES: {version: "2"}}\n${request}`)
        .map(({ ruleId }) => ruleId)
        .filter((id) => id.startsWith('change-')),
    ).toEqual([]);
  });

  it('a record that starts from the version of base is about this comparison, approved or not', () => {
    const decided = (touches: string): string =>
      `changes: {CR-7: {reason: Update, from: "1", touches: [${touches}], approved: {function: QA, name: A. Bell, date: 2026-02-01}}}`;
    const compared = (touches: string): readonly string[] =>
      findings(
        `systems: {MES: {version: "1"}, ERP: {}}\n${decided(touches)}`,
        `systems: {MES: {version: "2"}, ERP: {}}\n${decided(touches)}`,
      )
        .map(({ ruleId }) => ruleId)
        .filter((id) => id.startsWith('change-'));
    expect(compared('MES')).toEqual([]);
    expect(compared('ERP')).toEqual(['change-not-recorded', 'change-record-names-unchanged']);
  });
});
