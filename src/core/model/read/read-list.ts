import canonicalize from 'canonicalize';
import { compareText } from '../../diagnostics/order.ts';
import type { ListShape } from '../../language/shape.ts';
import { itemPlace, nameOf } from './place.ts';
import type { Place } from './place.ts';
import type { Reading, ValueReader } from './reading.ts';
import { rememberWrittenOrder } from './written-order.ts';

/** Several values, or one in place of the list; a set is sorted and holds each value once. */
export function readList(
  shape: ListShape,
  place: Place,
  reading: Reading,
  readValue: ValueReader,
): readonly unknown[] | undefined {
  const { node } = place;
  if (node.kind !== 'list') {
    const only = readValue(shape.of, place, reading);
    return only === undefined ? undefined : Object.freeze([only]);
  }
  const items = node.items.map((item, index) => {
    const at = itemPlace(place, index, item);
    return { value: readValue(shape.of, at, reading), index, at };
  });
  const read = items.filter((item) => item.value !== undefined);
  if (shape.order === 'sequence') {
    const values = Object.freeze(read.map(({ value }) => value));
    rememberWrittenOrder(
      values,
      read.map(({ index }) => index),
    );
    return values;
  }
  const byText = new Map<string, (typeof read)[number]>();
  for (const item of read) {
    const text = typeof item.value === 'string' ? item.value : (canonicalize(item.value) ?? '');
    const first = byText.get(text);
    if (first === undefined) byText.set(text, item);
    else {
      reading.report({
        rule: 'duplicate-in-set',
        severity: 'warning',
        message: `${typeof item.value === 'string' ? `"${item.value}"` : 'The same value'} is listed twice in ${nameOf(place)}.`,
        hint: 'Remove one; the order of this list means nothing.',
        at: item.at,
        related: [{ message: 'It is listed here first.', at: first.at }],
      });
    }
  }
  const sorted = [...byText].sort(([a], [b]) => compareText(a, b)).map(([, item]) => item);
  const values = Object.freeze(sorted.map(({ value }) => value));
  rememberWrittenOrder(
    values,
    sorted.map(({ index }) => index),
  );
  return values;
}
