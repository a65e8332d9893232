import type { Json } from '../../language/canonical.ts';
import type { StatePattern } from '../../language/condition.ts';
import { lifecycleState } from '../../language/collections/lifecycles.ts';
import { sortedNames } from './normal-form.ts';
import { isMapping, nameOf, namesOf } from './plain-data.ts';
import type { Path, Report } from './plain-data.ts';
import type { WrittenPlace } from './written-places.ts';

export interface ParsedStates {
  readonly states: StatePattern;
  readonly places: readonly (readonly [string, WrittenPlace])[];
}

const CLASSES: readonly string[] = lifecycleState.attributes.class.shape.words;
const FORMS = 'a state, a list of states, `absent`, `{class: …}`, `{in: SET}` or `{not: …}`';

/** Reads which states of a lifecycle are meant; `places` says where each name was written. */
export function parseStates(value: Json, path: Path, report: Report): ParsedStates | undefined {
  if (!isMapping(value)) {
    const names = namesOf(value, path, 'a state', report);
    return (
      names && {
        states: { kind: 'states', states: sortedNames(names.map(({ name }) => name)) },
        places: names.map(({ name, path: at }) => [name, { path: at, part: 'value' }] as const),
      }
    );
  }
  const [word, ...more] = Object.keys(value);
  const entry = word === undefined ? undefined : value[word];
  if (word === undefined || more.length > 0 || entry === undefined || entry === null) {
    report({ message: 'This does not say which states are meant.', hint: `Write ${FORMS}.`, path });
    return undefined;
  }
  const below = [...path, word];
  switch (word) {
    case 'class':
      return classes(entry, below, report);
    case 'in': {
      const set = nameOf(entry, below, 'a set', report);
      return set === undefined
        ? undefined
        : { states: { kind: 'set', set }, places: [[set, { path: below, part: 'value' }]] };
    }
    case 'not':
      return opposite(entry, below, report);
    default:
      report({
        message: `\`${word}\` does not say which states are meant.`,
        hint: `Write ${FORMS}.`,
        path: below,
        part: 'key',
      });
      return undefined;
  }
}

function classes(entry: Json, path: Path, report: Report): ParsedStates | undefined {
  const names = namesOf(entry, path, 'a class of states', report);
  if (names === undefined) return undefined;
  const wrong = names.filter(({ name }) => !CLASSES.includes(name));
  for (const { name, path: at } of wrong) {
    report({ message: `\`${name}\` is no class of states.`, hint: `The classes are ${CLASSES.join(', ')}.`, path: at });
  }
  return wrong.length > 0
    ? undefined
    : { states: { kind: 'classes', classes: sortedNames(names.map(({ name }) => name)) }, places: [] };
}

function opposite(entry: Json, path: Path, report: Report): ParsedStates | undefined {
  if (isMapping(entry) && 'not' in entry) {
    report({
      message: '`not` stands inside `not`.',
      hint: 'Say which states are meant.',
      path: [...path, 'not'],
      part: 'key',
    });
    return undefined;
  }
  const inner = parseStates(entry, path, report);
  return inner && { states: { kind: 'not', of: inner.states }, places: inner.places };
}
