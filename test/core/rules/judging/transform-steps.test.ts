import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANGE_RULES } from '../../../../src/core/rules/change/index.ts';
import { changeContext } from '../../../../src/core/rules/judging/change-context.ts';
import { runChangeRules } from '../../../../src/core/rules/run-change-rules.ts';
import { compare, sha256 } from '../small-project.ts';

const STEPS = [
  '{trim: both}',
  '{trim: left}',
  '{case: upper}',
  '{padLeft: {with: "0", to: 10}}',
  '{part: {from: 1, length: 4}}',
  '{part: {from: 1, length: 8}}',
  '{prefix: "A-"}',
  '{round: {decimals: 2, mode: half-up}}',
  '{toZone: UTC}',
  '{toDate: UTC}',
  '{aggregate: last}',
  '{lookup: VM}',
  '{lookup: VN}',
];

const chain = fc.array(fc.constantFrom(...STEPS), { maxLength: 5 });

const project = (steps: readonly string[]): string => `systems: {A: {}, B: {}}
valueMaps: {VM: {map: {A: X}}, VN: {map: {A: Z}}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, transform: [${steps.join(', ')}]}}}}`;

function rulesThatSpeak(before: readonly string[], after: readonly string[]): readonly string[] {
  const context = changeContext(compare(project(before), project(after)));
  return runChangeRules(CHANGE_RULES, context, sha256).map(({ finding }) => finding.ruleId);
}

describe('chains of steps', () => {
  it('that differ are judged, whatever differs', () => {
    fc.assert(
      fc.property(chain, chain, (before, after) => {
        const found = rulesThatSpeak(before, after);
        expect(found.length > 0).toBe(before.join() !== after.join());
        expect(found).not.toContain('unclassified-change');
      }),
      { numRuns: 150 },
    );
  });

  it('of the same steps in another order are nothing but reordered', () => {
    expect(
      rulesThatSpeak(
        ['{trim: both}', '{padLeft: {with: "0", to: 10}}'],
        ['{padLeft: {with: "0", to: 10}}', '{trim: both}'],
      ),
    ).toEqual(['transform-chain-reordered']);
  });

  it('that differ in several ways are reported once for each', () => {
    expect(
      rulesThatSpeak(
        ['{trim: both}', '{toZone: UTC}', '{lookup: VM}'],
        ['{trim: both}', '{toDate: UTC}', '{lookup: VN}', '{part: {from: 1, length: 4}}', '{prefix: "A-"}'],
      ).toSorted(),
    ).toEqual([
      'mapping-time-handling-changed',
      'transform-became-lossy',
      'transform-changed',
      'transform-reference-data-changed',
    ]);
  });
});
