import { compareText } from '../../diagnostics/order.ts';
import type { Json } from '../../language/canonical.ts';
import { canonicalNumber } from '../../language/exact-number.ts';
import { retyping } from '../../source/plain-scalar.ts';
import type { SourceEntry, SourceMapping, SourceScalar } from '../../source/spec-document.ts';
import { entryPlace, itemPlace } from './place.ts';
import type { Place } from './place.ts';
import { checkName } from './read-name.ts';
import { readWritten, reportNoValue } from './read-scalar.ts';
import type { Reading } from './reading.ts';

/**
 * Structured content as plain data. Whole numbers and decimals become numbers where a number holds them exactly as written,
 * and stay text elsewhere. What is wrong in it is reported and stands there as null, or as the text that is written.
 */
export function readJson(place: Place, reading: Reading): Json {
  const { node } = place;
  if (node.kind === 'scalar') {
    if (node.style === 'empty') reportNoValue(place, reading);
    else readWritten(place, reading);
    return scalarJson(node);
  }
  if (node.kind === 'list')
    return Object.freeze(node.items.map((item, index) => readJson(itemPlace(place, index, item), reading)));
  const mapping = Object.create(null) as Record<string, Json>;
  for (const [name, { key, value }] of byName(node)) {
    const below = entryPlace(place, name, key, value);
    mapping[name] = readJson(below, reading);
    checkName(below, 'content', reading);
  }
  return Object.freeze(mapping);
}

/** The entries of a mapping in an order that does not depend on how they were written. */
export function byName(mapping: SourceMapping): readonly (readonly [string, SourceEntry])[] {
  return [...mapping.entries].sort(([a], [b]) => compareText(a, b));
}

/** The content of an author's own key, as written; the language has no say in it. */
export function readExtension(place: Place): Json {
  const { node } = place;
  if (node.kind === 'scalar') return scalarJson(node);
  if (node.kind === 'list')
    return Object.freeze(node.items.map((item, index) => readExtension(itemPlace(place, index, item))));
  const mapping = Object.create(null) as Record<string, Json>;
  for (const [name, { key, value }] of byName(node)) mapping[name] = readExtension(entryPlace(place, name, key, value));
  return Object.freeze(mapping);
}

/** A scalar as plain data. */
export function scalarJson(scalar: SourceScalar): Json {
  switch (retyping(scalar)) {
    case 'null':
      return null;
    case 'boolean':
      return scalar.text === 'true';
    case 'integer':
    case 'decimal': {
      const exact = canonicalNumber(scalar.text) ?? scalar.text;
      const value = Number(exact);
      return String(value) === exact ? value : exact;
    }
    default:
      return scalar.text;
  }
}
