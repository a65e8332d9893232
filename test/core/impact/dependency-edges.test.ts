import { describe, expect, it } from 'vitest';

import { carriesChange } from '../../../src/core/impact/dependency-edges.ts';
import { COLLECTIONS, type ElementKind } from '../../../src/core/language/collections.ts';
import type { Attributes, Shape } from '../../../src/core/language/shape.ts';

/** References through which a change of one end cannot matter to the other, or that people follow by another way. */
const EXCUSED: Readonly<Record<string, string>> = {
  owner: 'who answers; asked for by the approval rules, not reached by change',
  'step.after': 'a change of one process step does not change the next; the order itself is judged by its own rule',
  'phase.after': 'as for process steps',
  'change.touches': 'record keeping',
  'waiver.element': 'record keeping',
  'waiver.compensating': 'record keeping',
};

function names(shape: Shape): boolean {
  switch (shape.kind) {
    case 'reference':
    case 'condition':
      return true;
    case 'list':
      return names(shape.of);
    case 'map':
      return shape.keys.kind === 'reference' || names(shape.of);
    case 'choice':
      return shape.of.some(names);
    case 'part':
      return Object.values(shape.attributes).some((attribute) => names(attribute.shape));
    default:
      return false;
  }
}

function naming(kind: ElementKind, attributes: Attributes, parts: readonly string[]): readonly string[] {
  return Object.entries(attributes)
    .filter(([name, { shape }]) => !parts.includes(name) && names(shape))
    .map(([name]) => `${kind}.${name}`);
}

const referring = Object.values(COLLECTIONS).flatMap(({ kind, shape, parts }) => [
  ...naming(
    kind,
    shape.attributes,
    parts.map(({ attribute }) => attribute),
  ),
  ...parts.flatMap((part) => naming(part.kind, part.shape.attributes, [])),
]);

describe('dependency edges', () => {
  it('say of every attribute that names something whether it carries change', () => {
    const silent = referring.filter((name) => {
      const [kind, attribute] = name.split('.') as [ElementKind, string];
      return !carriesChange(kind, attribute) && EXCUSED[name] === undefined && EXCUSED[attribute] === undefined;
    });
    expect(silent).toEqual([]);
  });

  it('excuse nothing that has a row', () => {
    const stale = Object.keys(EXCUSED).filter((name) => {
      const [kind, attribute] = name.split('.') as [ElementKind, string | undefined];
      return attribute !== undefined && carriesChange(kind, attribute);
    });
    expect(stale).toEqual([]);
  });
});
