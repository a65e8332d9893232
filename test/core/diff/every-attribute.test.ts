import { describe, expect, it } from 'vitest';
import { compareAttributes } from '../../../src/core/diff/compare-attributes.ts';
import { KINDS } from '../../../src/core/diff/kind-shapes.ts';
import type { Json } from '../../../src/core/language/canonical.ts';
import type { Shape } from '../../../src/core/language/shape.ts';

/** Two canonical values of a shape that mean something different; neither is the default of any attribute. */
function twoValues(shape: Shape): readonly [Json, Json] {
  switch (shape.kind) {
    case 'boolean':
      return [true, false];
    case 'integer':
      return [7, 8];
    case 'number':
      return ['7', '8'];
    case 'measure':
      return shape.of === 'percent' ? ['97 %', '98 %'] : ['7 min', '8 min'];
    case 'words': {
      const [a = '', b = 'another'] = shape.words;
      return [a, b];
    }
    case 'list': {
      const [a, b] = twoValues(shape.of);
      return [[a], [b]];
    }
    case 'map': {
      const [a, b] = twoValues(shape.of);
      return [{ K: a }, { K: b }];
    }
    case 'part': {
      const [[name, attribute] = ['', undefined]] = Object.entries(shape.attributes);
      if (attribute === undefined) throw new Error('a part without attributes');
      const [a, b] = twoValues(attribute.shape);
      return [{ [name]: a }, { [name]: b }];
    }
    case 'choice':
      return twoValues(shape.of[0] ?? { kind: 'any' });
    case 'condition':
      return [
        { kind: 'fact', text: 'a' },
        { kind: 'fact', text: 'b' },
      ];
    case 'any':
      return [{ a: 1 }, { a: 2 }];
    case 'text':
    case 'id':
    case 'date':
    case 'scalar':
    case 'reference':
      return ['a', 'b'];
  }
}

describe('no attribute of the language escapes the comparison', () => {
  const attributes = [...KINDS.values()].flatMap(({ kind, shape, partAttributes }) =>
    Object.entries(shape.attributes).flatMap(([name, attribute]) =>
      partAttributes.has(name) ? [] : [[`${kind}.${name}`, shape, name, attribute.shape] as const],
    ),
  );

  it.each(attributes)('%s', (_, shape, name, of) => {
    const [a, b] = twoValues(of);
    const changed = compareAttributes(shape, { [name]: a }, { [name]: b });
    expect(changed.map(({ path }) => path[0])).toEqual([name]);
    expect(compareAttributes(shape, { [name]: a }, { [name]: a })).toEqual([]);
    // Said for the first time, or taken back: a difference too, unless it says what holds anyway.
    const declared = [compareAttributes(shape, {}, { [name]: a }), compareAttributes(shape, {}, { [name]: b })];
    expect(declared.some((differences) => differences.length === 1 && differences[0]?.path[0] === name)).toBe(true);
    expect(declared.map((differences) => differences.length)).toEqual(
      [compareAttributes(shape, { [name]: a }, {}), compareAttributes(shape, { [name]: b }, {})].map(
        (differences) => differences.length,
      ),
    );
  });

  it("keeps the author's own keys and the reasons for what does not apply", () => {
    const shape = KINDS.get('system')?.shape;
    if (shape === undefined) throw new Error('systems have a shape');
    expect(
      compareAttributes(
        shape,
        { extensions: { 'x-a': 1 } },
        { extensions: { 'x-b': 1 }, notApplicable: { supplier: 'own' } },
      ),
    ).toEqual([
      { path: ['notApplicable', 'supplier'], from: undefined, to: 'own' },
      { path: ['extensions', 'x-a'], from: 1, to: undefined },
      { path: ['extensions', 'x-b'], from: undefined, to: 1 },
    ]);
  });
});
