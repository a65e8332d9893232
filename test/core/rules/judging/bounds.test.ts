import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANGE_RULES } from '../../../../src/core/rules/change/index.ts';
import { changeContext } from '../../../../src/core/rules/judging/change-context.ts';
import { runChangeRules } from '../../../../src/core/rules/run-change-rules.ts';
import { compare, sha256 } from '../small-project.ts';

function found(before: string, after: string): readonly string[] {
  return runChangeRules(CHANGE_RULES, changeContext(compare(before, after)), sha256).map(
    ({ finding: { ruleId, class: verdict, risk, element, attribute } }) =>
      `${verdict}·${risk ?? ''} ${ruleId} ${element.id} ${attribute}`,
  );
}

const flow = (object: string, mapped: string): string => `
systems: {A: {}, B: {}}
objects: {lot: {fields: {nr: {type: string${object}}}}}
interfaces: {IF-1: {from: A, to: B, fields: {lot: {from: lot.nr${mapped}}}}}`;

describe('the greatest length', () => {
  it('of a sender is that of the object where the mapped field says none', () => {
    const own = ', source: {length: 30}';
    expect(found(flow(', length: 20', own), flow(', length: 20', ''))).toEqual([
      'breaking·H field-length-narrowed IF-1.lot source.length',
    ]);
    expect(found(flow(', length: 40', own), flow(', length: 40', ''))).toEqual([
      'compatible·L field-length-widened IF-1.lot source.length',
    ]);
  });

  it('said of the sender as it holds anyway is not judged as shorter or longer, and not left out', () => {
    expect(found(flow(', length: 20', ''), flow(', length: 20', ', source: {length: 20}'))).toEqual([
      'risky·H unclassified-change IF-1.lot source.length',
    ]);
  });

  it('that is gone weighs more where a receiver cuts, less where it refuses or has room of its own', () => {
    const gone = (mapped: string): readonly string[] => found(flow(', length: 20', mapped), flow('', mapped));
    expect(gone(', length: 20')).toEqual(['risky·H field-length-widened lot.nr length']);
    expect(gone(', length: 20, tooLong: reject')).toEqual(['risky·M field-length-widened lot.nr length']);
    expect(gone(', source: {length: 10}, length: 20')).toEqual(['risky·M field-length-widened lot.nr length']);
    expect(gone('')).toEqual(['risky·M field-length-widened lot.nr length']);
  });
});

describe('every change of a bound', () => {
  const bound = fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined });
  const unit = fc.constantFrom('', ', unit: g', ', unit: kg');
  const says = (name: string, value: number | undefined): string => (value === undefined ? '' : `, ${name}: ${value}`);

  it.each(['decimals', 'digits', 'min', 'max'])('%s is judged, and what may be less is never compatible', (name) => {
    fc.assert(
      fc.property(bound, bound, unit, unit, (from, to, was, is) => {
        const field = (value: number | undefined, of: string): string =>
          `objects: {lot: {fields: {mass: {type: decimal${says(name, value)}${of}}}}}`;
        const all = found(field(from, was), field(to, is)).filter((text) => text.endsWith(` ${name}`));
        expect(all).toHaveLength(from === to ? 0 : 1);
        const gains = from !== undefined && to !== undefined && to > from && was === is;
        expect(all.some((text) => text.startsWith('compatible'))).toBe(gains && ['decimals', 'digits'].includes(name));
      }),
      { numRuns: 60 },
    );
  });
});
