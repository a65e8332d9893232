import { describe, expect, it } from 'vitest';
import { KINDS } from '../../../src/core/diff/kind-shapes.ts';
import type { ElementKind } from '../../../src/core/language/collections.ts';
import type { Shape } from '../../../src/core/language/shape.ts';
import type { AttributeClaim } from '../../../src/core/rules/change-rule.ts';
import { CHANGE_RULES } from '../../../src/core/rules/change/index.ts';

/** Whether the language has a value at this path; `*` is a name of the author's choice. */
function exists(shape: Shape, path: readonly string[]): boolean {
  const [name, ...rest] = path;
  if (name === undefined) return true;
  if (shape.kind === 'part') {
    const attribute = shape.attributes[name];
    // That an attribute does not apply is said beside it.
    if (name === 'notApplicable' && rest.length === 1)
      return rest[0] === '*' || shape.attributes[rest[0] ?? ''] !== undefined;
    return name === '*'
      ? Object.values(shape.attributes).some((any) => exists(any.shape, rest))
      : attribute !== undefined && exists(attribute.shape, rest);
  }
  if (shape.kind === 'map') return name === '*' && exists(shape.of, rest);
  return shape.kind === 'choice' && shape.of.some((alternative) => exists(alternative, path));
}

describe('what rules claim', () => {
  const claims = CHANGE_RULES.flatMap((rule) =>
    rule.judges === 'attribute' || rule.judges === 'comparison'
      ? rule.claims.map((claim) => [rule.id, claim] as const)
      : [],
  );

  it.each(claims)('%s claims attributes that the language has: %j', (_, { kinds, paths }: AttributeClaim) => {
    for (const path of paths) {
      const having = [...KINDS.values()].filter(({ shape }) => exists(shape, path.split('.'))).map(({ kind }) => kind);
      // A claim on some kinds holds for each of them, unless they share it as kinds of value do; one on all holds for many.
      const wanted: readonly ElementKind[] = kinds ?? having;
      expect(
        wanted.filter((kind) => having.includes(kind)),
        path,
      ).not.toEqual([]);
    }
  });
});
