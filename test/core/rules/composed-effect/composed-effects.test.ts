import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compensated } from '../../../../src/core/rules/adjustments/compensated.ts';
import type { ComposedEffect } from '../../../../src/core/rules/composed-effect/composed-effect.ts';
import { composedEffects } from '../../../../src/core/rules/composed-effect/composed-effects.ts';
import type { RawFinding } from '../../../../src/core/rules/judging/raw-finding.ts';
import { changeContext } from '../../../../src/core/rules/judging/change-context.ts';
import { judged } from '../judged.ts';
import { compare } from '../small-project.ts';

function effects(before: string, after: string): readonly ComposedEffect[] {
  return composedEffects(changeContext(compare(before, after)));
}

function only(before: string, after: string): ComposedEffect {
  const [effect, ...others] = effects(before, after);
  if (effect === undefined || others.length > 0) throw new Error('exactly one mapped field was expected');
  return effect;
}

/** `verdict by`, and the rows that do not arrive as before. */
function shown(before: string, after: string): readonly string[] {
  const { statement, rows } = only(before, after);
  return [
    `${statement.verdict}${statement.by === undefined ? '' : ` by ${statement.by}`}`,
    ...rows.filter(({ same }) => same === false).map(({ input, base, head }) => `${input}: ${base} → ${head}`),
  ];
}

const SYSTEMS = 'systems: {A: {}, B: {}}\n';
const mapping = (facts: string, rest = ''): string =>
  `${SYSTEMS}${rest}\ninterfaces: {IF-1: {from: A, to: B, fields: {value: {${facts}}}}}`;

describe('finite domains are enumerated', () => {
  const lists = `codes: {CL: {values: {A: A, B: B}}, CLX: {values: {X: X, Z: Z}}}
objects: {lot: {fields: {kind: {type: code, codes: CL}}}}`;
  const plant = (maps: string, map: string): string =>
    mapping(`from: lot.kind, type: code, whenEmpty: reject, ${map}`, `${lists}\n${maps}`);

  it('a retargeted entry is shown with the code that it concerns, and an unknown code is tried too', () => {
    const vm = (target: string): string =>
      `valueMaps: {VM: {from: CL, to: CLX, map: {A: X, B: ${target}}, unknown: reject}}`;
    const { statement, rows, vectors } = only(plant(vm('Z'), 'map: VM'), plant(vm('X'), 'map: VM'));
    expect(statement).toEqual({
      verdict: 'different',
      by: 'counterexample',
      text: 'Proof: 1 input of 4 does not arrive as before.',
    });
    expect(vectors).toBe(4);
    expect(rows).toEqual([
      { input: 'B', base: 'Z', head: 'X', same: false },
      { input: 'A', base: 'X', head: 'X', same: true },
      {
        input: 'empty',
        base: 'stopped: an empty value is refused',
        head: 'stopped: an empty value is refused',
        same: true,
      },
      {
        input: 'UNLISTED (in no list)',
        base: 'stopped: VM refuses UNLISTED',
        head: 'stopped: VM refuses UNLISTED',
        same: true,
      },
    ]);
  });

  it('an entry instead of the default that it would get is proved to be the same', () => {
    const vm = (entries: string): string =>
      `valueMaps: {VM: {from: CL, to: CLX, map: {${entries}}, unknown: {default: Z}}}`;
    expect(shown(plant(vm('A: X'), 'map: VM'), plant(vm('A: X, B: Z'), 'map: VM'))).toEqual(['equal by enumeration']);
  });

  it('a changed fate of unknown codes is no equality, though no listed code meets it', () => {
    const vm = (fate: string): string => `valueMaps: {VM: {from: CL, to: CLX, map: {A: X, B: Z}, unknown: ${fate}}}`;
    expect(shown(plant(vm('reject'), 'map: VM'), plant(vm('pass'), 'map: VM'))).toEqual([
      'different by counterexample',
      'UNLISTED (in no list): stopped: VM refuses UNLISTED → UNLISTED (it is not in the list CLX)',
    ]);
  });

  it('an open list is never enumerated', () => {
    const open = lists.replace('B: B}', 'B: B}, open: true');
    const vm = (entries: string): string =>
      `valueMaps: {VM: {from: CL, to: CLX, map: {${entries}}, unknown: {default: Z}}}`;
    const at = (entries: string): string => mapping('from: lot.kind, type: code, map: VM', `${open}\n${vm(entries)}`);
    const { statement } = only(at('A: X'), at('A: X, B: Z'));
    expect(statement.verdict).toBe('no-difference-observed');
    expect(statement.text).toMatch(
      /^No difference observed on \d+ vectors\. That is no proof: other values may arrive otherwise\.$/u,
    );
  });

  it('booleans and states', () => {
    const flag = (no: string): string =>
      mapping(
        'from: released, source: {type: boolean, required: true}, type: code, map: VM',
        `valueMaps: {VM: {map: {"true": T, "false": ${no}}, unknown: reject}}`,
      );
    expect(shown(flag('F'), flag('G'))).toEqual(['different by counterexample', 'false: F → G']);
    const states = (target: string): string =>
      mapping(
        'from: NCR, type: code, map: VM',
        `lifecycles: {NCR: {initial: Open, states: {Open: open, Closed: closed}}}\nvalueMaps: {VM: {from: NCR, map: {Open: O, Closed: ${target}}, unknown: reject}}`,
      );
    expect(shown(states('C'), states('O'))).toEqual(['different by counterexample', 'Closed: C → O']);
  });

  it('what is not declared proves nothing', () => {
    const vm = (entries: string): string => `valueMaps: {VM: {from: CL, map: {${entries}}}}`;
    expect(only(plant(vm('A: X, B: Z'), 'map: VM'), plant(vm('A: X'), 'map: VM')).statement).toEqual({
      verdict: 'not-evaluable',
      text: 'Not evaluable, so nothing is shown: B: what VM does with B is not declared.',
    });
  });
});

describe('numbers are exact', () => {
  const plant = (
    conversion: string,
    facts = 'type: decimal, unit: um',
    source = 'type: decimal, unit: uin, decimals: 1',
  ): string =>
    mapping(
      `from: lot.ra, ${facts}, conversion: UC, whenEmpty: reject`,
      `objects: {lot: {fields: {ra: {${source}}}}}\nconversions: {UC: {from: uin, to: um, ${conversion}}}`,
    );

  it('another rounding mode shows at the value where it turns', () => {
    const rows = shown(
      plant('factor: 0.0254, decimals: 3, rounding: half-up'),
      plant('factor: 0.0254, decimals: 3, rounding: down'),
    );
    expect(rows[0]).toBe('different by counterexample');
    expect(rows).toContain('0.1 uin: 0.003 um → 0.002 um');
  });

  it('half to even and half up differ at the half alone', () => {
    const half = (mode: string): string => plant(`factor: 0.5, decimals: 0, rounding: ${mode}`, 'type: decimal');
    expect(shown(half('half-up'), half('half-even'))).toEqual([
      'different by counterexample',
      '1 uin: 1 → 0',
      '-1 uin: -1 → 0',
      '5 uin: 3 → 2',
      '1001 uin: 501 → 500',
    ]);
  });

  it('a third, multiplied by three, is one', () => {
    expect(effects(plant('factor: 1/3'), plant('factor: 2/6, offset: 0'))).toEqual([]);
  });

  it('worked examples are sent through, with the values of their bridging fields', () => {
    const bridged = (by: string): string =>
      mapping(
        'from: lot.quantity, type: decimal, unit: EA, conversion: UC',
        `objects: {lot: {fields: {quantity: {type: decimal, unit: kg}, piece: {type: decimal, unit: kg/EA}}}}
conversions: {UC: {from: kg, to: EA, factor: {${by}: lot.piece}, decimals: 0, rounding: half-up, examples: [{in: 1.2, out: 4, with: {lot.piece: 0.3}}]}}`,
      );
    expect(shown(bridged('divideBy'), bridged('multiplyBy'))).toContain('1.2 kg, lot.piece 0.3: 4 EA → 0 EA');
  });

  it('a bridging field in another unit is not followed', () => {
    const bridged = (unit: string, decimals: number): string =>
      mapping(
        'from: lot.quantity, type: decimal, unit: EA, conversion: UC',
        `objects: {lot: {fields: {quantity: {type: decimal, unit: kg}, piece: {type: decimal, unit: ${unit}}}}}
conversions: {UC: {from: kg, to: EA, factor: {divideBy: lot.piece}, decimals: ${decimals}, rounding: half-up}}`,
      );
    expect(only(bridged('kg/EA', 0), bridged('g/EA', 0)).statement.text).toBe(
      'Not evaluable, so nothing is shown: lot.piece, by which UC divides, has another unit.',
    );
  });

  it('digits that are declared without a mode prove nothing', () => {
    expect(only(plant('factor: 0.0254, decimals: 3'), plant('factor: 0.0254, decimals: 2')).statement.verdict).toBe(
      'not-evaluable',
    );
  });

  it('a total is rounded once, a value each time', () => {
    const sum = (point: string): string =>
      mapping(
        'from: weights, source: {type: decimal, unit: g, decimals: 3, many: true}, type: decimal, unit: kg, conversion: UC, transform: [{aggregate: sum}]',
        `conversions: {UC: {from: g, to: kg, factor: 0.001, decimals: 2, rounding: down, point: ${point}}}`,
      );
    expect(shown(sum('each'), sum('total'))).toContain('[7.25 g, 7.25 g, 7.25 g]: 0 kg → 0.02 kg');
  });
});

describe('the same amount in another unit', () => {
  const plant = (unit: string, conversion: string, more = ''): string =>
    mapping(
      'from: lot.quantity, type: decimal, unit: kg, conversion: UC, whenEmpty: reject',
      `objects: {lot: {fields: {quantity: {type: decimal, unit: ${unit}${more}}}}}\nconversions: {UC: {from: ${unit}, to: kg, ${conversion}}}`,
    );
  const rounding = 'decimals: 2, rounding: half-even';

  it('is proved by algebra, with the rounding behind it, limits and decimals in both units', () => {
    expect(
      shown(
        plant('kg', `factor: 1, ${rounding}`, ', decimals: 3, min: 0, max: 5 kg'),
        plant('g', `factor: 1/1000, ${rounding}`, ', decimals: 0, min: 0, max: 5000 g'),
      ),
    ).toEqual(['equal by algebra']);
  });

  it.each([
    ['more decimals at the sender', ', decimals: 3', ', decimals: 1', rounding],
    ['another limit at the sender', ', decimals: 3, max: 5', ', decimals: 0, max: 5001', rounding],
    ['another rounding', '', '', 'decimals: 2, rounding: up'],
  ])('is not proved with %s', (_, before, after, head) => {
    const { statement } = only(
      plant('kg', `factor: 1, ${rounding}`, before),
      plant('g', `factor: 0.001, ${head}`, after),
    );
    expect(statement.verdict).toBe('different');
  });

  it('with the same default in both units is not the same', () => {
    const { statement, rows } = only(
      plant('kg', 'factor: 1', ', default: 5'),
      plant('g', 'factor: 0.001', ', default: 5'),
    );
    expect(statement.verdict).toBe('different');
    expect(rows[0]).toEqual({ input: 'empty', base: '5 kg', head: '0.005 kg', same: false });
  });

  it('cannot be told where nothing relates the units, nor where a known unit is declared as something else', () => {
    expect(only(plant('kg', 'factor: 1'), plant('drum', 'factor: 200')).statement.text).toBe(
      'Not evaluable, so nothing is shown: nothing says how much one kg is in drum.',
    );
    const forged = (text: string): string => `units: {g: {dimension: mass, equals: 1 kg}}\n${text}`;
    expect(only(forged(plant('kg', 'factor: 1')), forged(plant('g', 'factor: 1', ''))).statement.verdict).toBe(
      'not-evaluable',
    );
    const drums = (text: string): string => `units: {drum: {dimension: mass, equals: 200 kg}}\n${text}`;
    expect(shown(drums(plant('kg', 'factor: 1')), drums(plant('drum', 'factor: 200')))).toEqual(['equal by algebra']);
  });
});

describe('an equality is never claimed against a row of its own table', () => {
  const unit = fc.constantFrom('kg', 'g', 'lb', 'drum');
  const factor = fc.constantFrom('1', '0.001', '1/1000', '0.45359237', '1000', '2');
  const digits = fc.constantFrom(
    '',
    ', decimals: 2, rounding: half-up',
    ', decimals: 2, rounding: half-even',
    ', digits: 3, rounding: down',
    ', decimals: 1',
  );
  const limits = fc.constantFrom('', ', decimals: 3', ', decimals: 0', ', max: 5', ', default: 5', ', required: true');
  const side = fc.tuple(unit, factor, digits, limits);
  const project = ([name, by, rounding, more]: readonly [string, string, string, string]): string =>
    mapping(
      'from: lot.quantity, type: decimal, unit: kg, conversion: UC, whenEmpty: reject',
      `units: {drum: {dimension: mass, equals: 200 kg}}
objects: {lot: {fields: {quantity: {type: decimal, unit: ${name}${more}}}}}
conversions: {UC: {from: ${name}, to: kg, factor: ${by}${rounding}}}`,
    );

  it('whatever the units, factors, digits and limits', () => {
    fc.assert(
      fc.property(side, side, (before, after) => {
        for (const { statement, rows, vectors } of effects(project(before), project(after))) {
          const others = rows.filter(({ same }) => same === false).length;
          expect(statement.verdict === 'different').toBe(others > 0);
          if (statement.verdict === 'equal' && statement.by !== 'same-steps')
            expect(rows.every(({ same }) => same === true)).toBe(true);
          if (statement.verdict === 'no-difference-observed')
            expect(rows.every(({ same }) => same === true)).toBe(true);
          expect(vectors).toBe(rows.length);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('texts', () => {
  const steps = (transform: string): string =>
    mapping(
      `from: lot_no, source: {type: string, length: 10}, type: string, length: 10, whenEmpty: reject, transform: [${transform}]`,
    );

  it.each([
    ['{trim: both}', '{trim: left}', '" A1 " (4 characters): A1 → "A1 "'],
    ['{case: upper}', '{case: lower}', '"aBcDe" (5 characters): ABCDE → abcde'],
    ['{padLeft: {with: "0", to: 6}}', '{padRight: {with: "0", to: 6}}', '"00071" (5 characters): "000071" → "000710"'],
    ['{part: {from: 1, length: 3}}', '{part: {from: 2, length: 3}}', '"aBcDe" (5 characters): aBc → BcD'],
    ['{split: {"on": "+", take: 1}}', '{split: {"on": "+", take: 2}}', '"A+B" (3 characters): A → B'],
    ['{replace: {find: "-", with: ""}}', '{replace: {find: "-", with: "/"}}', '"A-B" (3 characters): AB → A/B'],
    ['{prefix: L}', '{suffix: L}', '"A1" (2 characters): LA1 → A1L'],
  ])('%s → %s', (before, after, row) => {
    expect(shown(steps(before), steps(after))).toContain(row);
  });

  it('a second trim changes nothing that was tried, which is no proof', () => {
    expect(only(steps('{trim: both}'), steps('{trim: both}, {trim: left}')).statement.verdict).toBe(
      'no-difference-observed',
    );
  });

  it('leading zeros are lost where a text becomes a number', () => {
    const source = (type: string): string => mapping(`from: lot_no, source: {type: ${type}}, type: string`);
    expect(shown(source('string'), source('integer'))).toContain('"00071" (5 characters): "00071" → "71"');
  });

  it('what the receiver cuts, refuses or does not say', () => {
    const long = (facts: string): string =>
      mapping(`from: lot_no, source: {type: string, length: 4}, type: string, ${facts}`);
    const row = '4 characters';
    expect(shown(long('length: 4'), long('length: 3, tooLong: truncate'))).toContain(
      '"ABCD" (4 characters): ABCD → ABC',
    );
    expect(shown(long('length: 4'), long('length: 3, tooLong: reject'))).toContain(
      `"ABCD" (${row}): ABCD → stopped: the receiver refuses more than 3 characters`,
    );
    expect(shown(long('length: 4'), long('length: 3'))).toContain(
      `"ABCD" (${row}): ABCD → ABCD (the receiver takes 3 characters)`,
    );
  });

  it('several sources: joined, or the first that is not empty', () => {
    const several = (step: string): string =>
      mapping(
        `from: [site, lot_no], source: {type: string, length: 5}, type: string, whenEmpty: clear, transform: [${step}]`,
      );
    expect(shown(several('{join: "-"}'), several('{join: "/"}'))).toContain(
      '"A1" (2 characters) | "A1" (2 characters): A1-A1 → A1/A1',
    );
    expect(shown(several('{first: [site, lot_no]}'), several('{first: [lot_no, site]}'))).toContain(
      '"A" (1 character) | "A1" (2 characters): A → A1',
    );
  });
});

describe('times', () => {
  const shift = (zone: string): string =>
    mapping(`from: at, source: {type: timestamp}, type: date, transform: [{toDate: "${zone}"}]`);

  it('a day is another one with another offset', () => {
    expect(shown(shift('UTC'), shift('+02:00'))).toContain('2024-02-29T23:59:59Z: 2024-02-29 → 2024-03-01');
    expect(shown(shift('UTC'), shift('-05:30'))).toContain('2026-01-01T00:00:00Z: 2026-01-01 → 2025-12-31');
  });

  it('the clock changes of a named zone are not in the specification', () => {
    expect(only(shift('UTC'), shift('Europe/Berlin')).statement.text).toBe(
      'Not evaluable, so nothing is shown: 2026-06-15T12:00:00Z: the rules of the zone Europe/Berlin are not part of the specification: its clock changes have to be tested.',
    );
  });
});

describe('what cannot be followed shows nothing', () => {
  it.each([
    ['{custom: as the receiver likes it}', 'a step is described in words: as the receiver likes it'],
    ['{toText: "dd.MM.yyyy"}', 'the format dd.MM.yyyy is described in words'],
    ['{now: date}', 'the value is the moment of sending'],
    ['{trim: both, case: upper}', 'a step says several things at once, and not in which order'],
  ])('%s', (step, why) => {
    const long = (length: number): string =>
      mapping(`from: lot_no, source: {type: string, length: ${length}}, type: string, transform: [${step}]`);
    expect(only(long(10), long(20)).statement).toEqual({
      verdict: 'not-evaluable',
      text: `Not evaluable, so nothing is shown: ${why}.`,
    });
  });

  it('another source is another value', () => {
    expect(only(mapping('from: a, type: string'), mapping('from: b, type: string')).statement.text).toBe(
      'Not evaluable, so nothing is shown: the value comes from b instead of a.',
    );
  });

  it('a constant instead of a source is compared with every value of the source', () => {
    expect(
      shown(mapping('from: a, source: {type: boolean}, type: string'), mapping('constant: "true", type: string')),
    ).toEqual([
      'different by counterexample',
      'false: false → true',
      'empty: empty: what the receiver does is not declared → true',
    ]);
  });
});

describe('which fields are looked at', () => {
  it('none where nothing on the way changed, and none that came or went', () => {
    expect(
      effects(mapping('from: a, type: string'), mapping('from: a, type: string, title: A, critical: true')),
    ).toEqual([]);
    expect(effects(mapping('from: a'), mapping('from: a, type: string').replace('value:', 'other:'))).toEqual([]);
  });

  it('a declared rename of the source leaves no trace', () => {
    const plant = (name: string, former: string, length: number): string =>
      mapping(
        `from: lot.${name}, type: string, length: 9`,
        `objects: {lot: {fields: {${name}: {type: string, length: ${length}${former}}}}}`,
      );
    expect(effects(plant('nr', '', 5), plant('number', ', formerIds: [nr]', 5))).toEqual([]);
    expect(shown(plant('nr', '', 5), plant('number', ', formerIds: [nr]', 4))).toContain(
      '"ABCDE" (5 characters): ABCDE → cannot be sent: the sender holds 4 characters',
    );
  });

  it('every mapped field over a shared list, and nothing else', () => {
    const plant = (codes: string): string => `${SYSTEMS}codes: {CL: {values: {${codes}}}, CM: {values: {A: A}}}
objects: {lot: {fields: {kind: {type: code, codes: CL}, other: {type: code, codes: CM}}}}
interfaces: {IF-1: {from: A, to: B, fields: {a: {from: lot.kind}, b: {from: lot.other}}, reply: {c: {from: lot.kind}}}}`;
    expect(effects(plant('A: A'), plant('A: A, B: B')).map(({ element }) => element)).toEqual([
      { kind: 'mapping', id: 'IF-1.a' },
      { kind: 'reply', id: 'IF-1.c' },
    ]);
  });
});

describe('A9', () => {
  const plant = (unit: string, factor: string, facts = '', object = ''): string =>
    mapping(
      `from: lot.quantity, type: decimal, unit: crates, conversion: UC${facts}`,
      `objects: {lot: {${object}fields: {quantity: {type: decimal, unit: ${unit}}}}}\nconversions: {UC: {from: kg, to: crates, factor: ${factor}}}`,
    );
  const graded = (before: string, after: string) =>
    judged(before, after).findings.map(({ ruleId, class: verdict, risk, raisedBy }) =>
      [ruleId, verdict, risk, raisedBy.some(({ id }) => id === 'A9') ? 'A9' : ''].join(' ').trim(),
    );

  it('clears what follows, and lowers no root', () => {
    expect(graded(plant('kg', '4'), plant('g', '0.004'))).toEqual([
      'unit-conversion-factor-changed breaking H A9',
      'field-unit-changed breaking H A9',
      'introduced:unit-mismatch compatible L A9',
    ]);
  });

  it('says nothing where something else on the way changed that no value shows', () => {
    const after = graded(plant('kg', '4'), plant('g', '0.004', ', basis: dry'));
    expect(after).toContain('introduced:unit-mismatch breaking H');
    expect(after.filter((line) => line.endsWith('A9'))).toEqual([]);
  });

  it('lowers nothing critical', () => {
    const [before, after] = [plant('kg', '4'), plant('g', '0.004')];
    const context = changeContext(compare(before, after));
    const found = judged(before, after).findings.find(({ ruleId }) => ruleId === 'introduced:unit-mismatch');
    const element = context.head.get('mapping', 'IF-1.value');
    if (found === undefined || element === undefined) throw new Error('the fixture has no such finding');
    const raw = (risk: 'C' | 'H'): RawFinding => ({
      finding: { ...found, class: 'breaking', risk, raisedBy: [] },
      rule: undefined,
      before: element,
      after: element,
      claims: [],
      within: undefined,
    });
    const effectOn = compensated.prepare(context);
    expect(effectOn(raw('H'))).toMatchObject({ class: 'compatible', risk: 'L' });
    expect(effectOn(raw('C'))).toBeUndefined();
  });

  it('says nothing on the strength of values that were tried', () => {
    const text = (steps: string, length: number): string =>
      mapping(
        `from: lot_no, source: {type: string, length: ${length}}, type: string, length: 4, transform: [${steps}]`,
      );
    const { findings, composedEffects } = judged(
      text('{part: {from: 1, length: 4}}', 5),
      text('{part: {from: 1, length: 4}}, {trim: right}', 5),
    );
    expect(composedEffects.map(({ statement }) => statement.verdict)).not.toContain('equal');
    expect(findings.flatMap(({ raisedBy }) => raisedBy.map(({ id }) => id))).not.toContain('A9');
  });

  it('names the fields for which it does not hold', () => {
    const two = (unit: string, factor: string): string =>
      plant(unit, factor).replace(
        'fields: {value:',
        'fields: {other: {from: lot.quantity, type: decimal, unit: crates}, value:',
      );
    const root = judged(two('kg', '4'), two('g', '0.004')).findings.find(
      ({ ruleId }) => ruleId === 'field-unit-changed',
    );
    expect(root?.raisedBy.at(-1)).toEqual({
      id: 'A9',
      reason:
        'compensated by UC (factor): every value of IF-1.value is proved to arrive as before; not so for IF-1.other',
    });
  });
});
