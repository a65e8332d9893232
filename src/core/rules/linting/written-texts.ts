import type { Element } from '../../model/element.ts';

/** One text of an element, and where it stands. */
export interface WrittenText {
  readonly text: string;
  readonly path: readonly (string | number)[];
  /** The name under which it stands, where that is of the author's choice or an attribute: `password`. */
  readonly name: string;
  readonly part: 'key' | 'value';
}

/** What a text is asked: the text, the name under which it stands, and whether it is a name itself. */
export type TextTest = (text: string, name: string, part: WrittenText['part']) => boolean;

/**
 * The texts of an element that pass a test: values, the names of its maps, and its author's own `x-…` attributes. Only what
 * passes is given its place: a large project has a million texts.
 */
export function textsWhere(element: Element, passes: TextTest): readonly WrittenText[] {
  const found: WrittenText[] = [];
  collect(element.attributes, [], '', passes, found);
  return found;
}

function collect(
  value: unknown,
  path: (string | number)[],
  name: string,
  passes: TextTest,
  found: WrittenText[],
): void {
  if (typeof value === 'string') {
    if (passes(value, name, 'value')) found.push({ text: value, path: [...path], name, part: 'value' });
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      path.push(index);
      collect(value[index], path, name, passes, found);
      path.pop();
    }
    return;
  }
  const members = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(members)) {
    // Reasons and own attributes stand in groups of the canonical form that nobody wrote.
    if (path.length === 0 && (key === 'notApplicable' || key === 'extensions')) {
      collect(members[key], path, name, passes, found);
      continue;
    }
    path.push(key);
    if (passes(key, key, 'key')) found.push({ text: key, path: [...path], name: key, part: 'key' });
    collect(members[key], path, key, passes, found);
    path.pop();
  }
}
