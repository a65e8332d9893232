import { describe, expect, it } from 'vitest';
import { KINDS } from '../../../src/core/diff/kind-shapes.ts';
import type { KindDefinition } from '../../../src/core/diff/kind-shapes.ts';
import type { Shape } from '../../../src/core/language/shape.ts';
import { CHANGE_RULES } from '../../../src/core/rules/change/index.ts';
import { claimsPath } from '../../../src/core/rules/judging/claims.ts';

/** Paths of all values of a shape; `*` is a name of the author's choice. */
function* leaves(shape: Shape, path: readonly string[]): Generator<readonly string[]> {
  if (shape.kind === 'part') {
    for (const [name, attribute] of Object.entries(shape.attributes)) yield* leaves(attribute.shape, [...path, name]);
  } else if (shape.kind === 'map') yield* leaves(shape.of, [...path, '*']);
  else if (shape.kind === 'choice') for (const alternative of shape.of) yield* leaves(alternative, path);
  else yield path;
}

function pathsOf({ shape, partAttributes }: KindDefinition): ReadonlySet<string> {
  const own = Object.entries(shape.attributes).filter(([name]) => !partAttributes.has(name));
  return new Set(own.flatMap(([name, { shape: of }]) => [...leaves(of, [name])].map((path) => path.join('.'))));
}

const JUDGING = CHANGE_RULES.filter((rule) => rule.judges === 'attribute' || rule.judges === 'comparison');

/** What the remainder rule takes: it claims nothing, so a property of the language without a rule shows here. */
describe('every property of the language', () => {
  const unclaimed = [...KINDS.values()].flatMap((definition) =>
    [...pathsOf(definition)]
      .filter((path) => !JUDGING.some(({ claims }) => claimsPath(claims, definition.kind, path.split('.'))))
      .map((path) => `${definition.kind} ${path}`),
  );

  it('is claimed by a rule that knows what it means', () => {
    expect(unclaimed).toEqual([]);
  });
});
