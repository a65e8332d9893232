import { attributeEntries } from '../language/attribute-entries.ts';
import { COLLECTIONS, PROJECT } from '../language/collections.ts';
import type { CollectionDefinition, ElementKind } from '../language/collections.ts';
import type { Condition } from '../language/condition.ts';
import type { Attribute, ChoiceShape, PartShape, Shape } from '../language/shape.ts';
import type { Element } from '../model/element.ts';
import type { SpecModel } from '../model/spec-model.ts';
import { namesInCondition } from './names-in-condition.ts';
import { STRUCTURED_PARTS, structuredNames } from './structured-names.ts';
import { mayNameInText, namesInText } from './text-names.ts';
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
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const part = value as Readonly<Record<string, unknown>>;
  for (const { name, attribute, qualifiedName, named } of namingAttributes(shape, path.length === 0)) {
    const entry = part[name];
    if (entry === undefined) continue;
    const below = [...path, name];
    if (named === 'by shape') {
      const mayBeGone = NAMES_WHAT_MAY_BE_GONE.has(qualifiedName);
      for (const written of walk(attribute.shape, entry, below, context)) {
        yield mayBeGone && written.kind === 'reference' ? { ...written, strictness: 'should' } : written;
      }
    }
    yield* namesInText(qualifiedName, entry, below, context);
  }
  if (STRUCTURED_PARTS.has(shape.name))
    yield* structuredNames(shape.name, new Map(Object.entries(part)), path, context);
}

/** An attribute that may name something: because its shape can, or because its text is read for names. */
interface NamingAttribute {
  readonly name: string;
  readonly attribute: Attribute;
  /** `<part>.<attribute>`. */
  readonly qualifiedName: string;
  readonly named: 'by shape' | 'in text';
}

/** The attributes of a part in which names can stand; every other one is passed over without a look. */
function namingAttributes(shape: PartShape, top: boolean): readonly NamingAttribute[] {
  const table = top ? NAMING.top : NAMING.inner;
  const known = table.get(shape);
  if (known !== undefined) return known;
  const naming = attributeEntries(shape).flatMap(({ name, attribute }): readonly NamingAttribute[] => {
    const qualifiedName = `${shape.name}.${name}`;
    if (mayName(attribute.shape)) return [{ name, attribute, qualifiedName, named: 'by shape' }];
    return mayNameInText(qualifiedName, top) ? [{ name, attribute, qualifiedName, named: 'in text' }] : [];
  });
  table.set(shape, naming);
  return naming;
}

const NAMING = {
  top: new WeakMap<PartShape, readonly NamingAttribute[]>(),
  inner: new WeakMap<PartShape, readonly NamingAttribute[]>(),
};

function mayName(shape: Shape): boolean {
  switch (shape.kind) {
    case 'reference':
    case 'condition':
    case 'part':
      return true;
    case 'list':
      return mayName(shape.of);
    case 'map':
      return shape.keys.kind === 'reference' || mayName(shape.of);
    case 'choice':
      return shape.of.some(mayName);
    default:
      return false;
  }
}

/** A change record names what it removes as well, and a waiver may be about what is not there yet, or is there no more. */
const NAMES_WHAT_MAY_BE_GONE: ReadonlySet<string> = new Set(['changes.touches', 'waivers.element']);

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
