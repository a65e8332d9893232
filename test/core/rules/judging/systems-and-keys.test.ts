import { describe, expect, it } from 'vitest';
import { judgeChanges } from '../../../../src/core/rules/judge.ts';
import { compare, sha256 } from '../small-project.ts';

function saidOf(before: string, after: string): readonly string[] {
  return judgeChanges({ ...compare(before, after), lintBase: [], lintHead: [], digest: sha256 }).findings.map(
    ({ ruleId, class: verdict, risk, element, attribute }) =>
      `${verdict}${risk === undefined ? '' : `·${risk}`} ${ruleId} ${element.id}${attribute === '' ? '' : ` ${attribute}`}`,
  );
}

describe('what is new as a whole', () => {
  it('a system with its installations and the keys in it is no more than a larger landscape', () => {
    const before = 'systems: {MES: {}}\nobjects: {lot: {keys: {MES: [nr]}}}';
    const after = `systems: {MES: {}, LIMS: {environments: {PROD: {build: "1", config: {audit trail: enabled}}}}}
objects: {lot: {keys: {MES: [nr], LIMS: [sample]}}}`;
    expect(saidOf(before, after)).toEqual([
      'compatible·M assurance-strengthened lot keys.LIMS',
      'compatible·M system-added LIMS',
    ]);
    expect(saidOf(after, before)).toEqual([
      'breaking·H key-component-removed lot keys.LIMS',
      'breaking·H system-removed LIMS',
    ]);
  });

  it('an object may demand what it likes of fields that nobody fills yet', () => {
    expect(
      saidOf(
        'systems: {MES: {}}',
        'systems: {MES: {}}\nobjects: {lot: {fields: {nr: {type: string, required: true}}}}',
      ),
    ).toEqual(['compatible·L object-added lot']);
  });

  it('a system that is replaced without a declared rename takes its keys with it', () => {
    expect(
      saidOf(
        'systems: {LAB: {}}\nobjects: {lot: {keys: {LAB: [nr]}}}',
        'systems: {LIMS: {}}\nobjects: {lot: {keys: {LIMS: [nr]}}}',
      ),
    ).toEqual([
      'breaking·H key-component-removed lot keys.LAB',
      'breaking·H system-removed LAB',
      'compatible·M assurance-strengthened lot keys.LIMS',
      'compatible·M system-added LIMS',
    ]);
  });
});

describe('a key', () => {
  it('in which one part replaces another is both, and said in full', () => {
    const plant = (fields: string): string => `systems: {MES: {}}\nobjects: {lot: {keys: {MES: [${fields}]}}}`;
    expect(saidOf(plant('site, nr'), plant('nr, year'))).toEqual([
      'breaking·H key-component-added lot keys.MES.fields',
      'breaking·H key-component-removed lot keys.MES.fields',
    ]);
  });

  it('whose part is renamed with its field is neither, but named otherwise in that system', () => {
    const plant = (key: string, field: string): string =>
      `systems: {MES: {}}\nobjects: {lot: {keys: {MES: [${key}]}, fields: {${field}}}}`;
    expect(saidOf(plant('nr', 'nr: {}'), plant('number', 'number: {formerIds: [nr], path: nr}'))).toEqual([
      'risky·H unclassified-change lot keys.MES.fields',
      'editorial element-renamed lot.number',
    ]);
  });
});

describe('every attribute of systems, keys and crosswalks that these rules claim', () => {
  const whole = {
    version: '"1"',
    gxp: 'direct',
    hosting: 'saas',
    access: 'closed',
    clock: '{source: NTP, stored: UTC, shown: UTC, maxDrift: 2 s}',
  };
  const key = {
    length: '10',
    format: 'NNN',
    normalise: '[{trim: both}]',
    uniqueIn: 'enterprise',
    issuedBy: 'MES',
    freeText: 'false',
    reusable: 'false',
  };
  const crosswalk = {
    cardinality: 'one-to-one',
    match: 'exact',
    precedence: 'newest',
    unknown: 'reject',
    keptIn: 'MES',
  };
  const text = (attributes: Readonly<Record<string, string>>): string =>
    Object.entries(attributes)
      .map(([name, value]) => `${name}: ${value}`)
      .join(', ');
  const PLANT = `systems: {MES: {${text(whole)}}, ERP: {}}
objects: {lot: {keys: {MES: {fields: [nr], ${text(key)}}}}}
crosswalks: {XW: {object: lot, sides: [MES, ERP], ${text(crosswalk)}}}`;
  const without = (attributes: Readonly<Record<string, string>>, name: string): Readonly<Record<string, string>> =>
    Object.fromEntries(Object.entries(attributes).filter(([other]) => other !== name));

  const dropped = [whole, key, crosswalk].flatMap((attributes) =>
    Object.keys(attributes).map((name) => [name, PLANT.replace(text(attributes), text(without(attributes, name)))]),
  ) as [string, string][];

  it.each(dropped)('%s: not declared any more is never compatible, and has a rule', (_, after) => {
    const found = saidOf(PLANT, after);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^(?:risky|breaking)·/u);
    expect(found[0]).not.toContain('unclassified-change');
  });
});
