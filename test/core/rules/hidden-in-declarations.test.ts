import { describe, expect, it } from 'vitest';
import { judged, said } from './judged.ts';

/** Without what is said of every change of these plants: that no test looks at it (A6). */
function findings(before: string, after: string): readonly string[] {
  return judged(before, after).findings.map((finding) => said(finding).replace(/ A6$/u, ''));
}

describe('a declaration that looks harmless', () => {
  it('a row with a lower precedence takes over what a critical row fed', () => {
    const plant = (more: string): string => `
systems: {A: {}, B: {}}
interfaces: {I: {from: A, to: B, fields: {qty: {from: amount, to: LQ, precedence: 1, critical: true}${more}}}}`;
    expect(findings(plant(''), plant(', q2: {constant: "500", to: LQ, precedence: 0}'))).toContain(
      'breaking·C mapping-added I.q2 rule',
    );
  });

  it('naming a unit without its size takes no error away', () => {
    const plant = (units: string): string => `
systems: {A: {}}
conversions: {C1: {from: kg, to: g, factor: 100}, C2: {from: K, to: Cel, factor: 1}}
${units}`;
    const found = findings(plant(''), plant('units: {g: {dimension: mass}, Cel: {dimension: temperature}}'));
    expect(found).toEqual(['compatible·L unit-added Cel', 'compatible·L unit-added g']);
  });

  it('a unit of a critical quantity is another amount', () => {
    const plant = (equals: string): string => `
systems: {A: {}, B: {}}
units: {box: {dimension: mass, equals: ${equals}}, pallet: {dimension: mass, equals: 40 box}}
objects: {o: {fields: {dose: {type: decimal, unit: pallet, critical: true}}}}
interfaces: {I: {from: A, to: B, fields: {dose: {from: o.dose, type: decimal, unit: pallet}}}}`;
    expect(findings(plant('10 kg'), plant('20 kg'))).toContain('breaking·C unit-definition-changed box equals rule A3');
    expect(findings(plant('10 kg'), plant('10000 g'))).toEqual(['editorial formatting-changed box equals']);
  });

  it('a unit that equals an amount of one that is declared without its size keeps its own', () => {
    const plant = (unit: string): string => `
systems: {A: {}, B: {}}
units: {g: {dimension: mass}, kilo: {dimension: mass, equals: 1000 g}}
objects: {o: {fields: {dose: {type: decimal, unit: ${unit}, max: 2 ${unit}}}}}`;
    expect(findings(plant('kilo'), plant('kg'))).toEqual([
      'breaking·H field-unit-changed o.dose unit',
      'editorial formatting-changed o.dose max',
    ]);
  });

  it('swapped titles of codes swap what they mean', () => {
    const plant = (first: string, second: string): string =>
      `codes: {DISPO: {values: {"01": ${first}, "02": ${second}}}}`;
    expect(findings(plant('Release', 'Scrap'), plant('Scrap', 'Release'))).toEqual([
      'risky·H code-meaning-changed DISPO.01 title',
      'risky·H code-meaning-changed DISPO.02 title',
    ]);
  });

  it('a verdict that nobody may enter any more blocks nothing', () => {
    const plant = (use: string): string => `
objects: {ncr: {fields: {verdict: {type: code, codes: V}}}}
codes: {V: {values: {PASS: {trait: usable}, FAIL: {trait: blocking${use}}}}}`;
    expect(findings(plant(''), plant(', use: deprecated'))).toContain('risky·C code-deprecated V.FAIL use rule A3');
  });

  it('a limit in another unit is compared by its amount', () => {
    const plant = (max: string): string => `objects: {lot: {fields: {net: {type: decimal, unit: kg, max: ${max}}}}}`;
    expect(findings(plant('10 kg'), plant('10000 g'))).toEqual(['editorial formatting-changed lot.net max']);
    expect(findings(plant('10 kg'), plant('10001 g'))).toEqual(['risky·H field-pattern-loosened lot.net max rule']);
  });
});

describe('what no rule places', () => {
  it('says so where a rule looked, and that there is none where none did', () => {
    const reasons = (before: string, after: string): readonly string[] =>
      judged(before, after)
        .findings.filter(({ ruleId }) => ruleId === 'unclassified-change')
        .map(({ reason }) => reason);
    const limit = (max: string): string => `objects: {lot: {fields: {net: {type: decimal, max: ${max}}}}}`;
    expect(reasons(limit('3 crate'), limit('4 basket'))).toEqual([
      'Field lot.net, max: “3 crate” → “4 basket”. A rule looked at this difference and could not place it, neither as weaker nor as stronger, so it counts as high risk until people have.',
    ]);
    expect(reasons('systems: {A: {x-rack: a}}', 'systems: {A: {x-rack: b}}')).toEqual([
      'System A, extensions.x-rack: a → b. No rule of this version judges this difference, so it counts as high risk until people have.',
    ]);
  });
});
