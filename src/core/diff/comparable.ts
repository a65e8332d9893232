import serialize from 'canonicalize';
import type { Json } from '../language/canonical.ts';
import { compareText } from '../diagnostics/order.ts';
import type { Attribute, PartShape, Shape } from '../language/shape.ts';
import { comparableMeasure, comparableNumber } from './exact-amount.ts';

type JsonObject = { readonly [key: string]: Json };

/**
 * A value in a form in which two values that mean the same are equal: exact numbers and measures by value, sets without
 * order, prose without its white space, attributes at their fixed default left out.
 */
export function comparable(shape: Shape, value: Json): Json {
  switch (shape.kind) {
    case 'text':
      return shape.prose && typeof value === 'string' ? value.trim().replace(/\s+/gu, ' ') : value;
    case 'number':
      return typeof value === 'string' ? comparableNumber(value) : value;
    case 'measure':
      return typeof value === 'string' ? comparableMeasure(value, shape.of) : value;
    case 'list':
      return Array.isArray(value) ? comparableList(shape.of, shape.order, value) : value;
    case 'map':
      return isObject(value) ? mapValues(value, (_, entry) => comparable(shape.of, entry)) : value;
    case 'part':
      return isObject(value) ? comparablePart(shape, value) : value;
    case 'choice':
      return comparable(alternativeOf(shape.of, value), value);
    case 'condition':
      return withoutOrder(value);
    case 'id':
    case 'words':
    case 'boolean':
    case 'integer':
    case 'date':
    case 'scalar':
    case 'reference':
    case 'any':
      return value;
  }
}

/** Whether two values of a shape mean the same; `undefined` is a value that was not declared. */
export function sameMeaning(shape: Shape, a: Json | undefined, b: Json | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a === b || jsonText(comparable(shape, a)) === jsonText(comparable(shape, b));
}

/** Canonical JSON (RFC 8785) of a value: the same text for the same value, whatever the order of its keys. */
export function jsonText(value: Json): string {
  return serialize(value) ?? 'null';
}

/** The alternative of a choice that a canonical value is of: the first that fits. */
export function alternativeOf(shapes: readonly Shape[], value: Json): Shape {
  return shapes.find((shape) => fits(shape, value)) ?? { kind: 'any' };
}

/** The value that holds when an attribute is not declared, where the language names a fixed one. */
export function fixedDefault(attribute: Attribute): Json | undefined {
  const { shape, default: written } = attribute;
  if (written === undefined) return undefined;
  switch (shape.kind) {
    case 'words':
      return shape.words.includes(written) ? written : undefined;
    case 'boolean':
      return written === 'true' ? true : written === 'false' ? false : undefined;
    case 'integer':
      return /^\d+$/u.test(written) ? Number(written) : undefined;
    case 'number':
      return fits(shape, written) ? written : undefined;
    case 'measure':
      return fits(shape, written) ? written : undefined;
    default:
      return undefined;
  }
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function comparableList(of: Shape, order: 'set' | 'sequence', items: readonly Json[]): Json {
  const comparables = items.map((item) => comparable(of, item));
  return order === 'sequence' ? comparables : sortedSet(comparables);
}

function comparablePart(shape: PartShape, value: JsonObject): Json {
  const kept: Record<string, Json> = {};
  for (const [name, entry] of Object.entries(value)) {
    const attribute = shape.attributes[name];
    if (attribute === undefined) {
      kept[name] = entry;
    } else if (!sameMeaning(attribute.shape, fixedDefault(attribute), entry)) {
      kept[name] = comparable(attribute.shape, entry);
    }
  }
  return kept;
}

/** Every list inside a condition is a set: of alternatives, states, messages or values. */
function withoutOrder(value: Json): Json {
  if (Array.isArray(value)) return sortedSet(value.map(withoutOrder));
  return isObject(value) ? mapValues(value, (_, entry) => withoutOrder(entry)) : value;
}

function sortedSet(items: readonly Json[]): Json {
  const byText = new Map(items.map((item) => [jsonText(item), item]));
  return [...byText.entries()].sort(([a], [b]) => compareText(a, b)).map(([, item]) => item);
}

function mapValues(value: JsonObject, change: (key: string, entry: Json) => Json): Json {
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, change(key, entry)]));
}

function fits(shape: Shape, value: Json): boolean {
  switch (shape.kind) {
    case 'text':
    case 'id':
    case 'date':
    case 'scalar':
    case 'reference':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'string' && /^[+-]?\d+(?:\.\d+)?(?:\/\d+)?$/u.test(value);
    case 'measure':
      return typeof value === 'string' && /^[+-]?\d+(?:\.\d+)?(?:\/\d+)?\s*[^\s\d].*$/u.test(value);
    case 'words':
      return typeof value === 'string' && shape.words.includes(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return typeof value === 'number';
    case 'list':
      return Array.isArray(value);
    case 'map':
      return isObject(value);
    case 'part':
      return isObject(value) && Object.keys(value).every((name) => isAttribute(shape, name));
    case 'condition':
      return isObject(value) && typeof value['kind'] === 'string';
    case 'choice':
      return shape.of.some((alternative) => fits(alternative, value));
    case 'any':
      return true;
  }
}

function isAttribute(shape: PartShape, name: string): boolean {
  return Object.hasOwn(shape.attributes, name) || name === 'notApplicable' || name === 'extensions';
}
