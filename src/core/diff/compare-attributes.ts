import { compareText } from '../diagnostics/order.ts';
import type { Json } from '../language/canonical.ts';
import { attributeEntries } from '../language/attribute-entries.ts';
import type { Attribute, PartShape, Shape } from '../language/shape.ts';
import { alternativeOf, fixedDefault, isObject, jsonText, sameMeaning } from './comparable.ts';

/** One value that differs. */
export interface Difference {
  readonly path: readonly string[];
  readonly from: Json | undefined;
  readonly to: Json | undefined;
}

const NOTHING: { readonly [key: string]: Json } = {};

/**
 * The values in which two canonical contents of one shape differ. Parts and maps are entered, so that each attribute is a
 * difference of its own even where the whole part is new; an entry of a map that came or went is one difference; lists and
 * conditions differ as a whole. An attribute that says what holds anyway (its fixed default) does not differ from none.
 */
export function compareAttributes(
  shape: PartShape,
  before: Json,
  after: Json,
  except: ReadonlySet<string> = new Set(),
  ids: OwnIds = {},
): readonly Difference[] {
  return [...comparePart(shape, before, after, [], except, ids)];
}

/** The local id of the element in each revision: what holds for attributes whose default is “its id”. */
export interface OwnIds {
  readonly before?: string;
  readonly after?: string;
}

function* comparePart(
  shape: PartShape,
  before: Json | undefined,
  after: Json | undefined,
  path: readonly string[],
  except: ReadonlySet<string> = new Set(),
  ids: OwnIds = {},
): Generator<Difference> {
  const from = isObject(before) ? before : NOTHING;
  const to = isObject(after) ? after : NOTHING;
  for (const { name, attribute } of attributeEntries(shape)) {
    if (from[name] === to[name] || except.has(name)) continue;
    yield* compareAttribute(attribute, from[name], to[name], [...path, name], ids);
  }
  for (const name of ['notApplicable', 'extensions']) {
    if (from[name] !== to[name]) yield* compareEntries({ kind: 'any' }, from[name], to[name], [...path, name]);
  }
}

function* compareAttribute(
  attribute: Attribute,
  from: Json | undefined,
  to: Json | undefined,
  path: readonly string[],
  ids: OwnIds,
): Generator<Difference> {
  if ((from === undefined) !== (to === undefined)) {
    const fixed = fixedDefault(attribute);
    const [was, is] = attribute.default === 'its id' ? [ids.before, ids.after] : [fixed, fixed];
    if (was !== undefined && is !== undefined && sameMeaning(attribute.shape, from ?? was, to ?? is)) return;
  }
  yield* compareValue(attribute.shape, from, to, path);
}

function* compareValue(
  shape: Shape,
  from: Json | undefined,
  to: Json | undefined,
  path: readonly string[],
): Generator<Difference> {
  if (from === to) return;
  if (shape.kind === 'part') {
    yield* comparePart(shape, from, to, path);
  } else if (shape.kind === 'map') {
    yield* compareEntries(shape.of, from, to, path);
  } else if (shape.kind === 'choice' && from !== undefined && to !== undefined) {
    const alternative = alternativeOf(shape.of, from);
    if (alternative === alternativeOf(shape.of, to)) yield* compareValue(alternative, from, to, path);
    else yield { path, from, to };
  } else if (!sameMeaning(shape, from, to)) {
    yield { path, from, to };
  }
}

function* compareEntries(
  of: Shape,
  before: Json | undefined,
  after: Json | undefined,
  path: readonly string[],
): Generator<Difference> {
  const from = isObject(before) ? before : NOTHING;
  const to = isObject(after) ? after : NOTHING;
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort(compareText);
  for (const key of keys) {
    const [was, is] = [from[key], to[key]];
    if (was !== undefined && is !== undefined) yield* compareValue(of, was, is, [...path, key]);
    else yield { path: [...path, key], from: was, to: is };
  }
}

/** Whether two canonical values are the same to the last character. */
export function identical(a: Json, b: Json): boolean {
  return a === b || jsonText(a) === jsonText(b);
}
