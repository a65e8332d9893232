import type { Element } from '../../model/element.ts';

/** One text of an element, and where it stands. */
export interface WrittenText {
  readonly text: string;
  readonly path: readonly (string | number)[];
  /** The name under which it stands, where that is of the author's choice or an attribute: `password`. */
  readonly name: string;
  readonly part: 'key' | 'value';
}

/** Every text that an element carries: values, the names of its maps, and its author's own `x-…` attributes. */
export function* writtenTexts(element: Element): Generator<WrittenText> {
  yield* textsIn(element.attributes, [], '');
}

function* textsIn(value: unknown, path: readonly (string | number)[], name: string): Generator<WrittenText> {
  if (typeof value === 'string') {
    yield { text: value, path, name, part: 'value' };
    return;
  }
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* textsIn(item, [...path, index], name);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, entry] of Object.entries(value)) {
    // Reasons and own attributes stand in groups of the canonical form that nobody wrote.
    const written = path.length === 0 && (key === 'notApplicable' || key === 'extensions');
    if (written) {
      yield* textsIn(entry, path, name);
      continue;
    }
    yield { text: key, path: [...path, key], name: key, part: 'key' };
    yield* textsIn(entry, [...path, key], key);
  }
}
