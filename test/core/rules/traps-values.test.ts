import { describe, expect, it } from 'vitest';
import type { EffectRow } from '../../../src/core/rules/composed-effect/composed-effect.ts';
import { judged, said } from './judged.ts';

function findings(before: string, after: string): readonly string[] {
  return judged(before, after).findings.map(said);
}

/** The one composed effect of a change: its verdict, and the rows that do not arrive as before. */
function effect(before: string, after: string): { readonly verdict: string; readonly rows: readonly string[] } {
  const [only, ...others] = judged(before, after).composedEffects;
  if (only === undefined || others.length > 0) throw new Error('exactly one mapped field was expected');
  return { verdict: only.statement.verdict, rows: only.rows.filter(({ same }) => same === false).map(row) };
}

function row({ input, base, head }: EffectRow): string {
  return `${input}: ${base} → ${head}`;
}

describe('a longer source (traps 1 and 2)', () => {
  const mapping = (source: number, target: number): string => `
systems: {MES: {}, ERP: {}}
interfaces: {IF-1: {from: MES, to: ERP, fields: {lot: {from: lot_no, source: {length: ${source}}, type: string, length: ${target}}}}}`;

  it('is breaking where its target newly cuts it', () => {
    expect(findings(mapping(20, 20), mapping(40, 20))).toEqual([
      'breaking·H introduced:mapping-truncation IF-1.lot',
      'compatible·L field-length-widened IF-1.lot source.length',
    ]);
    const { verdict, rows } = effect(mapping(20, 20), mapping(40, 20));
    expect(verdict).toBe('different');
    expect(rows).toContain(
      '21 characters: ABCDE…(21): cannot be sent: the sender holds 20 characters → ABCDEFGHIJKLMNOPQRSTU (the receiver takes 20 characters)',
    );
  });

  it('is compatible where its target is long enough', () => {
    expect(findings(mapping(20, 40), mapping(40, 40))).toEqual([
      'compatible·L field-length-widened IF-1.lot source.length',
    ]);
    expect(effect(mapping(20, 40), mapping(40, 40)).rows).toContain(
      '21 characters: ABCDE…(21): cannot be sent: the sender holds 20 characters → ABCDEFGHIJKLMNOPQRSTU',
    );
  });
});

describe('a unit and a factor (traps 3 and 4)', () => {
  const plant = (unit: string, conversion?: string): string => `
systems: {MES: {}, ERP: {}}
objects: {lot: {fields: {quantity: {type: decimal, unit: ${unit}}}}}
conversions: {UC: ${conversion ?? '{from: lb, to: kg, factor: 0.45359237}'}}
interfaces: {IF-1: {from: MES, to: ERP, fields: {quantity: {from: lot.quantity, type: decimal, unit: kg${conversion === undefined ? '' : ', conversion: UC'}}}}}`;

  it('kg to g with the factor that fits: both roots stay, and say that they make up for each other', () => {
    const [before, after] = [
      plant('kg', '{from: kg, to: kg, factor: 1}'),
      plant('g', '{from: g, to: kg, factor: 0.001}'),
    ];
    const { findings: found, composedEffects } = judged(before, after);
    expect(found.map(said)).toEqual([
      'breaking·H unit-conversion-factor-changed UC factor A9',
      'breaking·H unit-conversion-factor-changed UC from A9 claimed',
      'breaking·H field-unit-changed lot.quantity unit A9',
    ]);
    expect(found.at(-1)?.raisedBy.at(-1)?.reason).toBe(
      'compensated by UC (factor) and UC (from): every value of IF-1.quantity is proved to arrive as before',
    );
    expect(composedEffects.map(({ statement }) => statement)).toEqual([
      {
        verdict: 'equal',
        by: 'algebra',
        text: 'Proof: every value arrives as before. Multiplied out exactly, both are × 1 of the amount sent, and what follows is the same.',
      },
    ]);
  });

  const pieces = (unit: string, factor: string): string => `
systems: {MES: {}, ERP: {}}
objects: {lot: {fields: {quantity: {type: decimal, unit: ${unit}}}}}
conversions: {UC: {from: kg, to: crates, factor: ${factor}}}
interfaces: {IF-1: {from: MES, to: ERP, fields: {quantity: {from: lot.quantity, type: decimal, unit: crates, conversion: UC}}}}`;

  it('what a lint newly says of the same way is cleared by the proof, and stays in the list', () => {
    expect(findings(pieces('kg', '4'), pieces('g', '0.004'))).toEqual([
      'breaking·H unit-conversion-factor-changed UC factor A9',
      'breaking·H field-unit-changed lot.quantity unit A9',
      'compatible·L introduced:unit-mismatch IF-1.quantity A9',
    ]);
  });

  it('kg to g with a factor that does not fit is compensated by nothing', () => {
    expect(findings(pieces('kg', '4'), pieces('g', '0.04'))).toEqual([
      'breaking·H unit-conversion-factor-changed UC factor',
      'breaking·H field-unit-changed lot.quantity unit',
      'breaking·H introduced:unit-mismatch IF-1.quantity',
    ]);
    expect(effect(pieces('kg', '4'), pieces('g', '0.04')).rows[0]).toBe('1 kg (1000 g): 4 crates → 40 crates');
  });

  it.each(['kg', 'g'])('a factor alone, while the sender is said to send %s before and after, is breaking', (unit) => {
    const [before, after] = [plant(unit), plant(unit, '{from: g, to: kg, factor: 0.001}')];
    expect(findings(before, after)).toContain('breaking·H unit-conversion-added IF-1.quantity conversion');
    expect(effect(before, after)).toMatchObject({
      verdict: 'different',
      rows: expect.arrayContaining([`100 ${unit}: 100 kg → 0.1 kg`]) as unknown,
    });
  });
});

describe('a code that goes with its entry (trap 6)', () => {
  const plant = (codes: string, map: string): string => `
systems: {MES: {}, ERP: {}}
codes: {CL: {values: {${codes}}}, CLX: {values: {P: P, Q: Q}}}
objects: {lot: {fields: {kind: {type: code, codes: CL}}}}
valueMaps: {VM: {from: CL, to: CLX, map: {${map}}, unknown: reject}}
interfaces: {IF-1: {from: MES, to: ERP, fields: {kind: {from: lot.kind, type: code, map: VM}}}}`;

  it('is one finding that claims the other', () => {
    const [before, after] = [plant('X: X, K: K', 'X: P, K: Q'), plant('X: X', 'X: P')];
    expect(findings(before, after)).toEqual([
      'breaking·H code-removed CL.K',
      'breaking·H value-map-entry-removed VM map.K claimed',
    ]);
    expect(effect(before, after)).toEqual({
      verdict: 'different',
      rows: ['K: Q → cannot be sent: it is not in the list CL'],
    });
  });

  it('an entry that goes alone is not claimed', () => {
    expect(findings(plant('X: X, K: K', 'X: P, K: Q'), plant('X: X, K: K', 'X: P'))).toEqual([
      'breaking·H value-map-entry-removed VM map.K',
    ]);
  });
});
