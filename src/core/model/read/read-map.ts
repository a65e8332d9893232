import { compareText } from '../../diagnostics/order.ts';
import type { MapShape } from '../../language/shape.ts';
import { entryPlace, sentenceNameOf } from './place.ts';
import type { Place } from './place.ts';
import { checkName } from './read-name.ts';
import { reportNoValue } from './read-scalar.ts';
import type { Reading, ValueReader } from './reading.ts';

/** Values under names of the author's choice, sorted by name. */
export function readMap(
  shape: MapShape,
  place: Place,
  reading: Reading,
  readValue: ValueReader,
): Readonly<Record<string, unknown>> | undefined {
  const { node } = place;
  if (node.kind !== 'mapping') {
    if (node.kind === 'scalar' && node.style === 'empty') reportNoValue(place, reading);
    else
      reading.report({
        rule: 'schema-invalid',
        message: `${sentenceNameOf(place)} must be a mapping of names to values.`,
        at: place,
        part: 'key',
      });
    return undefined;
  }
  const read = [...node.entries].map(([name, { key, value }]) => {
    const below = entryPlace(place, name, key, value);
    const usable = checkName(below, shape.keys.kind, reading);
    return [name, readValue(shape.of, below, reading), usable] as const;
  });
  const map = Object.create(null) as Record<string, unknown>;
  for (const [name, value, usable] of read.sort(([a], [b]) => compareText(a, b))) {
    if (usable && value !== undefined) map[name] = value;
  }
  return Object.freeze(map);
}
