import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expression } from '../../../../src/core/explore/plant/expression.ts';
import { normalExpression } from '../../../../src/core/explore/plant/normal-expression.ts';
import {
  all,
  any,
  expressionText,
  FALSE,
  freeAtomsOf,
  holds,
  not,
  TRUE,
  withoutAtoms,
} from '../../../../src/core/explore/plant/simplify.ts';

const isA: Expression = { kind: 'in', variable: 0, values: [0] };
const isB: Expression = { kind: 'in', variable: 0, values: [1] };
const free = (atom: number): Expression => ({ kind: 'free', atom });

const SIZES = [3, 2, 4];
const leaf: fc.Arbitrary<Expression> = fc.oneof(
  fc.constantFrom(TRUE, FALSE),
  fc
    .constantFrom(...SIZES.keys())
    .chain((variable) =>
      fc
        .subarray([...Array(SIZES[variable] ?? 0).keys()], { minLength: 1 })
        .map((values): Expression => ({ kind: 'in', variable, values })),
    ),
  fc.integer({ min: 0, max: 3 }).map(free),
  fc.record({
    kind: fc.constant('at' as const),
    channel: fc.constant(0),
    position: fc.nat(1),
    messages: fc.constant([1]),
  }),
  fc.record({ kind: fc.constant('waiting' as const), channel: fc.constant(0) }),
);
const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    leaf,
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(tie('expression'), { maxLength: 4 }),
    }),
    fc.record({ kind: fc.constant('not' as const), of: tie('expression') }),
  ),
}));
const state = fc.record({
  values: fc.tuple(...SIZES.map((size) => fc.nat(size - 1))),
  channels: fc.tuple(fc.array(fc.integer({ min: 1, max: 2 }), { maxLength: 2 })),
});

/** Every way to choose these atoms. */
function choices(atoms: readonly number[]): readonly ReadonlyMap<number, boolean>[] {
  return atoms.reduce<readonly ReadonlyMap<number, boolean>[]>(
    (found, atom) => found.flatMap((one) => [true, false].map((value) => new Map([...one, [atom, value]]))),
    [new Map()],
  );
}

describe('expressions', () => {
  it('are put together without what goes without saying', () => {
    expect(all()).toEqual(TRUE);
    expect(any()).toEqual(FALSE);
    expect(all(TRUE, isA)).toEqual(isA);
    expect(any(isA, all(isA, free(0)), TRUE)).toEqual(TRUE);
    expect(all(isA, isB)).toEqual(FALSE);
    expect(any(isA, isB)).toEqual({ kind: 'in', variable: 0, values: [0, 1] });
    expect(all(free(0), not(free(0)))).toEqual(FALSE);
    expect(not(not(isA))).toEqual(isA);
  });

  it('say the same when they are put together again', () => {
    fc.assert(
      fc.property(expression, state, (one, at) => {
        const again = rebuilt(one);
        for (const choice of choices(freeAtomsOf(one))) expect(holds(again, at, choice)).toBe(holds(one, at, choice));
      }),
    );
  });

  it('say the same in normal form, in which no variable is denied', () => {
    fc.assert(
      fc.property(expression, state, (one, at) => {
        const normal = normalExpression(one, SIZES);
        for (const choice of choices(freeAtomsOf(one))) expect(holds(normal, at, choice)).toBe(holds(one, at, choice));
        expect(expressionText(normal)).not.toMatch(/!v|!all|!any/u);
      }),
    );
  });

  it('without free atoms are true exactly where some choice of them makes it true', () => {
    fc.assert(
      fc.property(expression, state, (one, at) => {
        const plain = withoutAtoms(one);
        expect(freeAtomsOf(plain)).toEqual([]);
        expect(holds(plain, at)).toBe(choices(freeAtomsOf(one)).some((choice) => holds(one, at, choice)));
      }),
    );
  });

  it('choose an atom once, so that it cannot be true and false in one step', () => {
    expect(withoutAtoms(all(any(free(0), isA), any(not(free(0)), isB)))).toEqual({
      kind: 'in',
      variable: 0,
      values: [0, 1],
    });
    expect(withoutAtoms(all(any(free(0), FALSE), any(not(free(0)), FALSE)))).toEqual(FALSE);
  });
});

function rebuilt(one: Expression): Expression {
  if (one.kind === 'all') return all(...one.of.map(rebuilt));
  if (one.kind === 'any') return any(...one.of.map(rebuilt));
  return one.kind === 'not' ? not(rebuilt(one.of)) : one;
}
