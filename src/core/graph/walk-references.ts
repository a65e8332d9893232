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
export function writtenReferences(element: Element, model: SpecModel): readonly Written[] {
  const found: Written[] = [];
  const shape = SHAPES.get(element.kind satisfies ElementKind);
  if (shape !== undefined) inPart(shape, element.attributes, [], { element, model }, (written) => found.push(written));
  return found;
}

/** Takes each name as it is met: of generators within generators a large project would feel the cost. */
type Take = (written: Written) => void;

function walk(shape: Shape, value: unknown, path: Path, context: Walk, take: Take): void {
  switch (shape.kind) {
    case 'reference':
      if (typeof value === 'string') take(reference(value, shape.to, path, { words: shape.words }));
      return;
    case 'list':
      if (Array.isArray(value))
        for (const [index, item] of value.entries()) walk(shape.of, item, [...path, index], context, take);
      return;
    case 'map':
      for (const [name, entry] of entriesOf(value)) {
        const below = [...path, name];
        if (shape.keys.kind === 'reference')
          take(reference(name, shape.keys.to, below, { part: 'key', attribute: attributeOf(path) }));
        walk(shape.of, entry, below, context, take);
      }
      return;
    case 'part':
      inPart(shape, value, path, context, take);
      return;
    case 'choice':
      inChoice(shape, value, path, context, take);
      return;
    case 'condition':
      for (const written of namesInCondition(value as Condition, path, context.element)) take(written);
      return;
    default:
      return;
  }
}

function inPart(shape: PartShape, value: unknown, path: Path, context: Walk, take: Take): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const part = value as Readonly<Record<string, unknown>>;
  for (const { name, attribute, qualifiedName, byShape, inText } of namingAttributes(shape, path.length === 0)) {
    const entry = part[name];
    if (entry === undefined) continue;
    const below = [...path, name];
    if (byShape) {
      walk(attribute.shape, entry, below, context, NAMES_WHAT_MAY_BE_GONE.has(qualifiedName) ? asIfGone(take) : take);
    }
    if (inText) for (const written of namesInText(qualifiedName, entry, below, context)) take(written);
  }
  if (!STRUCTURED_PARTS.has(shape.name)) return;
  for (const written of structuredNames(shape.name, new Map(Object.entries(part)), path, context)) take(written);
}

/** An attribute that may name something: because its shape can, or because its text is read for names. */
interface NamingAttribute {
  readonly name: string;
  readonly attribute: Attribute;
  /** `<part>.<attribute>`. */
  readonly qualifiedName: string;
  readonly byShape: boolean;
  readonly inText: boolean;
}

/** The attributes of a part in which names can stand; every other one is passed over without a look. */
function namingAttributes(shape: PartShape, top: boolean): readonly NamingAttribute[] {
  const table = top ? NAMING.top : NAMING.inner;
  const known = table.get(shape);
  if (known !== undefined) return known;
  const naming = attributeEntries(shape).flatMap(({ name, attribute }): readonly NamingAttribute[] => {
    const qualifiedName = `${shape.name}.${name}`;
    const [byShape, inText] = [mayName(attribute.shape), mayNameInText(qualifiedName, top)];
    return byShape || inText ? [{ name, attribute, qualifiedName, byShape, inText }] : [];
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

function asIfGone(take: Take): Take {
  return (written) => take(written.kind === 'reference' ? { ...written, strictness: 'should' } : written);
}

/** What may be a plain text need not name anything. */
function asIfText(take: Take): Take {
  return (written) => take(written.kind === 'reference' ? { ...written, strictness: 'may' } : written);
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

/** Which of several shapes a canonical value has can be told from its form. */
function inChoice(shape: ChoiceShape, value: unknown, path: Path, context: Walk, take: Take): void {
  const isText = typeof value === 'string';
  const orText = shape.of.some(({ kind }) => kind === 'text');
  for (const alternative of shape.of) {
    if (!hasForm(alternative, value)) continue;
    walk(alternative, value, path, context, isText && orText ? asIfText(take) : take);
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
