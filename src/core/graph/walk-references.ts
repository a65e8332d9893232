import { COLLECTIONS, PROJECT } from '../language/collections.ts';
import type { CollectionDefinition, ElementKind } from '../language/collections.ts';
import type { Condition } from '../language/condition.ts';
import type { ChoiceShape, PartShape, Shape } from '../language/shape.ts';
import type { Element } from '../model/element.ts';
import type { SpecModel } from '../model/spec-model.ts';
import { namesInCondition } from './names-in-condition.ts';
import { structuredNames } from './structured-names.ts';
import { namesInText } from './text-names.ts';
import { attributeOf, reference } from './written-reference.ts';
import type { Path, Walk, Written } from './written-reference.ts';

const SHAPES: ReadonlyMap<string, PartShape> = new Map<string, PartShape>([
  ...Object.values(COLLECTIONS as Readonly<Record<string, CollectionDefinition>>).flatMap(({ kind, shape, parts }) => [
    [kind, shape] as const,
    ...parts.map((part) => [part.kind, part.shape] as const),
  ]),
  ['project', PROJECT],
]);

/** Every name that an element mentions, from its attributes and their shapes; parts that are elements speak for themselves. */
export function* writtenReferences(element: Element, model: SpecModel): Generator<Written> {
  const shape = SHAPES.get(element.kind satisfies ElementKind);
  if (shape !== undefined) yield* inPart(shape, element.attributes, [], { element, model });
}

function* walk(shape: Shape, value: unknown, path: Path, context: Walk): Generator<Written> {
  switch (shape.kind) {
    case 'reference':
      if (typeof value === 'string') yield reference(value, shape.to, path, { words: shape.words });
      return;
    case 'list':
      if (Array.isArray(value))
        for (const [index, item] of value.entries()) yield* walk(shape.of, item, [...path, index], context);
      return;
    case 'map':
      for (const [name, entry] of entriesOf(value)) {
        const below = [...path, name];
        if (shape.keys.kind === 'reference')
          yield reference(name, shape.keys.to, below, { part: 'key', attribute: attributeOf(path) });
        yield* walk(shape.of, entry, below, context);
      }
      return;
    case 'part':
      yield* inPart(shape, value, path, context);
      return;
    case 'choice':
      yield* inChoice(shape, value, path, context);
      return;
    case 'condition':
      yield* namesInCondition(value as Condition, path, context.element);
      return;
    default:
      return;
  }
}

function* inPart(shape: PartShape, value: unknown, path: Path, context: Walk): Generator<Written> {
  const part = new Map(entriesOf(value));
  for (const [name, attribute] of Object.entries(shape.attributes)) {
    const entry = part.get(name);
    if (entry === undefined) continue;
    const below = [...path, name];
    const mayBeGone = NAMES_WHAT_MAY_BE_GONE.has(`${shape.name}.${name}`);
    for (const written of walk(attribute.shape, entry, below, context)) {
      yield mayBeGone && written.kind === 'reference' ? { ...written, strictness: 'should' } : written;
    }
    yield* namesInText(`${shape.name}.${name}`, entry, below, context);
  }
  yield* structuredNames(shape.name, part, path, context);
}

/** A change record names what it removes as well. */
const NAMES_WHAT_MAY_BE_GONE: ReadonlySet<string> = new Set(['changes.touches']);

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

/** Which of several shapes a canonical value has can be told from its form. */
function* inChoice(shape: ChoiceShape, value: unknown, path: Path, context: Walk): Generator<Written> {
  const isText = typeof value === 'string';
  const orText = shape.of.some(({ kind }) => kind === 'text');
  for (const alternative of shape.of) {
    if (!hasForm(alternative, value)) continue;
    for (const written of walk(alternative, value, path, context)) {
      yield written.kind === 'reference' && isText && orText ? { ...written, strictness: 'may' } : written;
    }
    return;
  }
}

function hasForm(shape: Shape, value: unknown): boolean {
  const isCondition = typeof value === 'object' && value !== null && !Array.isArray(value) && 'kind' in value;
  switch (shape.kind) {
    case 'condition':
      return isCondition;
    case 'list':
      return Array.isArray(value);
    case 'map':
      return typeof value === 'object' && !Array.isArray(value) && !isCondition;
    case 'part':
      return (
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        Object.keys(value).some((key) => key in shape.attributes)
      );
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return typeof value === 'number';
    case 'words':
      return typeof value === 'string' && (shape.words as readonly string[]).includes(value);
    default:
      return typeof value === 'string';
  }
}
