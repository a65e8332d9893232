import type { Json } from '../../language/canonical.ts';
import { COMPARISONS, CONDITION_WORDS } from '../../language/condition.ts';
import { reference } from '../../language/shape.ts';
import type { SourceMapping } from '../../source/spec-document.ts';
import { byName, scalarJson } from './plain-json.ts';
import { entryPlace, itemPlace } from './place.ts';
import type { Place } from './place.ts';
import { checkName, readReference } from './read-name.ts';
import { readText, readWritten, reportNoValue } from './read-scalar.ts';
import type { Reading } from './reading.ts';

/** What a scalar means where it stands in a condition. */
type Meaning = 'condition' | 'name' | 'text' | 'value';

const OTHER_MEANINGS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...(['all', 'any', 'not', 'if', 'then'] as const).map((word) => [word, 'condition'] as const),
  ...(['fact', 'maxAge'] as const).map((word) => [word, 'text'] as const),
  ...COMPARISONS.map((word) => [word, 'value'] as const),
]);

const WORDS: ReadonlySet<string> = new Set(CONDITION_WORDS);
const NAME = reference('element');

/**
 * A condition as plain data, for `parseCondition`. What is wrong with its scalars and keys is reported; a missing value
 * stands there as null.
 */
export function readConditionJson(place: Place, reading: Reading): Json {
  return read(place, 'condition', reading);
}

function read(place: Place, meaning: Meaning, reading: Reading): Json {
  const { node } = place;
  if (node.kind === 'scalar') {
    if (node.style === 'empty') reportNoValue(place, reading);
    else if (meaning === 'value') readWritten(place, reading);
    else if (meaning === 'name') readReference(place, NAME, reading);
    else readText(place, reading);
    return scalarJson(node);
  }
  if (node.kind === 'list')
    return Object.freeze(node.items.map((item, index) => read(itemPlace(place, index, item), meaning, reading)));
  const mapping = Object.create(null) as Record<string, Json>;
  for (const [name, { key, value }] of byName(node)) {
    const below = entryPlace(place, name, key, value);
    mapping[name] = read(below, meaning === 'condition' ? meaningBehind(name, node) : 'name', reading);
    checkName(below, 'id', reading);
  }
  return Object.freeze(mapping);
}

function meaningBehind(name: string, beside: SourceMapping): Meaning {
  if (WORDS.has(name)) return OTHER_MEANINGS.get(name) ?? 'name';
  // Any other key is a lifecycle with names of states or sets, unless it is how a field is compared, misspelt.
  const compared = !beside.entries.has('field') || COMPARISONS.some((word) => beside.entries.has(word));
  return compared ? 'name' : 'value';
}
