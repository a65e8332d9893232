import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disagreements } from '../../../../src/core/rules/linting/conversion-graph.ts';
import { lintProject } from '../lint/lint-project.ts';

/** Conversions between units of nobody’s table, as lines `[from, to]`, each with its factor as a fraction. */
function conflicting(
  lines: readonly (readonly [number, number])[],
  factor: (line: number) => string,
): readonly string[] {
  const conversions = lines.map(
    ([from, to], line) => `  UC-${line}: {from: q${from}q, to: q${to}q, factor: ${factor(line)}}`,
  );
  const { model } = lintProject(['conversions:', ...conversions].join('\n'));
  return disagreements(model).map(({ conversion }) => conversion.id);
}

const UNITS = 6;
const lines = fc.array(
  fc.tuple(fc.nat(UNITS - 1), fc.nat(UNITS - 1)).filter(([from, to]) => from !== to),
  { minLength: 1, maxLength: 9 },
);
const sizes = fc.array(fc.integer({ min: 1, max: 997 }), { minLength: UNITS, maxLength: UNITS });

describe('conversions around circles', () => {
  it('never disagree when every unit has one size', () => {
    fc.assert(
      fc.property(lines, sizes, (between, size) => {
        const found = conflicting(between, (line) => {
          const [from = 0, to = 0] = between[line] ?? [];
          return `${size[from] ?? 1}/${size[to] ?? 1}`;
        });
        expect(found).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('disagree when one of two conversions with the same ends is off by a millionth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 997 }), fc.integer({ min: 1, max: 997 }), fc.boolean(), (a, b, back) => {
        const ends: readonly (readonly [number, number])[] = [[0, 1], [1, 2], back ? [2, 0] : [0, 2]];
        const whole = back ? `1/${a * b}` : `${a * b}`;
        const off = back ? `1000001/${a * b * 1_000_000}` : `${a * b * 1_000_000 + 1}/1000000`;
        expect(conflicting(ends, (line) => [`${a}`, `${b}`, whole][line] ?? '')).toEqual([]);
        expect(conflicting(ends, (line) => [`${a}`, `${b}`, off][line] ?? '')).toEqual(['UC-2']);
      }),
      { numRuns: 60 },
    );
  });
});
