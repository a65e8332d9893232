import { describe, expect, it } from 'vitest';
import { KINDS } from '../../../src/core/diff/kind-shapes.ts';
import type { ElementKind } from '../../../src/core/language/collections.ts';
import type { Shape } from '../../../src/core/language/shape.ts';
import type { AttributeClaim } from '../../../src/core/rules/change-rule.ts';
import { CHANGE_RULES } from '../../../src/core/rules/change/index.ts';
import { changeContext } from '../../../src/core/rules/judging/change-context.ts';
import { runChangeRules } from '../../../src/core/rules/run-change-rules.ts';
import { compare, sha256 } from './small-project.ts';

/** Whether the language has a value at this path; `*` is a name of the author's choice. */
function exists(shape: Shape, path: readonly string[]): boolean {
  const [name, ...rest] = path;
  if (name === undefined) return true;
  if (shape.kind === 'part') {
    const attribute = shape.attributes[name];
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

describe('the opposite of an edit', () => {
  const cases = CHANGE_RULES.flatMap((rule) => {
    if (rule.id === 'element-renamed' || rule.id === 'role-renamed' || rule.judges === 'remainder') return [];
    const example = rule.examples.find(({ expect: found }) => found.length > 0);
    if (example === undefined || 'elsewhere' in rule.mirror) return [];
    return [[rule.id, 'self' in rule.mirror ? rule.id : rule.mirror.rule, example] as const];
  });

  it.each(cases)('%s: undone, it is reported by %s', (_, mirror, { before, after }) => {
    const found = runChangeRules(CHANGE_RULES, changeContext(compare(after, before)), sha256).map(
      ({ finding }) => finding.ruleId,
    );
    expect(found).toContain(mirror);
  });
});
