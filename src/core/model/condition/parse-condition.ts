import { nearestWord } from '../../diagnostics/nearest-word.ts';
import { COMPARISONS, CONDITION_WORDS, QUANTIFIERS } from '../../language/condition.ts';
import type { Condition, Quantifier } from '../../language/condition.ts';
import type { Json } from '../../language/canonical.ts';
import { readMeasure } from '../../language/measure-text.ts';
import { conjunction, disjunction, negation, readFrom, sortedNames } from './normal-form.ts';
import type { ReadSource } from './normal-form.ts';
import { parseComparison } from './parse-comparison.ts';
import { parseStates } from './parse-states.ts';
import { isMapping, nameOf, namesOf, scalarText } from './plain-data.ts';
import type { Mapping, Path, Report } from './plain-data.ts';
import { rememberPlaces } from './written-places.ts';

export type { ConditionProblem, Report } from './plain-data.ts';

/** What is being read: whether a copy, a query or a message already says where values come from. */
interface Scope {
  readonly report: Report;
  readonly source: 'copy' | 'query' | 'message' | undefined;
}

const WORDS: ReadonlySet<string> = new Set(CONDITION_WORDS);
const SOURCES = ['copy', 'query', 'message'] as const;
/** Words that mean nothing without another one. */
const NEEDS: readonly (readonly [string, string])[] = [
  ['per', 'fact'],
  ['then', 'if'],
  ['if', 'then'],
  ['maxAge', 'copy'],
];

/**
 * Reads a condition from plain YAML data into canonical form. Whatever is wrong is reported with its path below the
 * condition, and the result is then undefined. Names are not checked here: any key that is no word of the language is taken
 * for a lifecycle.
 */
export function parseCondition(value: Json, report: Report): Condition | undefined {
  return parse(value, [], { report, source: undefined });
}

function parse(value: Json, path: Path, scope: Scope): Condition | undefined {
  const { report } = scope;
  if (!isMapping(value)) {
    const hint = Array.isArray(value)
      ? 'To join several conditions write `all:` or `any:` and the list below it.'
      : 'Write `{LIFECYCLE: STATE}` or one of the forms of section 5.';
    report({ message: 'A condition is a mapping, and this is not one.', hint, path });
    return undefined;
  }
  const keys = Object.keys(value);
  if (keys.length === 0) {
    report({ message: 'This condition says nothing.', hint: 'Leave the attribute out if nothing has to hold.', path });
    return undefined;
  }
  const empty = keys.filter((key) => value[key] === null);
  for (const key of empty)
    report({
      message: `\`${key}\` has no value.`,
      hint: 'Say what it is, or leave the key out.',
      path: [...path, key],
    });
  const complete = checkCompany(value, keys, path, report);
  return empty.length === 0 && complete ? mappingOf(value, keys, path, scope) : undefined;
}

/** Words that need, or do not bear, each other in one mapping. */
function checkCompany(value: Mapping, keys: readonly string[], path: Path, report: Report): boolean {
  const problems: string[] = [];
  const both = (words: readonly string[], advice: string): void => {
    const found = words.filter((word) => word in value);
    if (found.length < 2) return;
    report({
      message: `${found.map((word) => `\`${word}\``).join(' and ')} stand in one mapping.`,
      hint: advice,
      path: [...path, found[1] ?? ''],
      part: 'key',
    });
    problems.push(...found);
  };
  both(QUANTIFIERS, 'Use `all:` to join two quantifiers, each in a mapping of its own.');
  both(SOURCES, 'Values come from one place only: give each place a mapping of its own below `all:`.');
  both(COMPARISONS, 'Compare once for each `field`; use `all:` or `any:` to join two comparisons.');
  for (const [word, needed] of NEEDS) {
    if (!(word in value) || needed in value) continue;
    report({
      message: `\`${word}\` stands without \`${needed}\`.`,
      hint: `Add \`${needed}:\`, or take \`${word}\` away.`,
      path: [...path, word],
      part: 'key',
    });
    problems.push(word);
  }
  const comparison = COMPARISONS.find((word) => word in value);
  if (comparison !== undefined && !('field' in value)) {
    const near = keys.find(
      (key) => !WORDS.has(key) && typeof value[key] === 'string' && nearestWord(key, ['field']) !== undefined,
    );
    const hint =
      near === undefined
        ? 'Say which value is compared: `field: OBJECT.FIELD`.'
        : `Did you mean \`field\` where it says \`${near}\`?`;
    report({
      message: `\`${comparison}\` compares nothing: there is no \`field\`.`,
      hint,
      path: [...path, comparison],
      part: 'key',
    });
    problems.push(comparison);
  }
  if ('field' in value && comparison === undefined) {
    const hint = `Add one of ${COMPARISONS.map((word) => `\`${word}\``).join(', ')}.`;
    report({ message: '`field` is not compared with anything.', hint, path: [...path, 'field'], part: 'key' });
    problems.push('field');
  }
  return problems.length === 0;
}

function mappingOf(value: Mapping, keys: readonly string[], path: Path, outer: Scope): Condition | undefined {
  const { report } = outer;
  const sourceWord = SOURCES.find((word) => word in value);
  if (sourceWord !== undefined && outer.source !== undefined) {
    const hint = 'Name the place once, around everything that is read from it.';
    report({
      message: `\`${sourceWord}\` stands inside \`${outer.source}\`.`,
      hint,
      path: [...path, sourceWord],
      part: 'key',
    });
    return undefined;
  }
  const scope: Scope = { report, source: sourceWord ?? outer.source };
  const rest: (Condition | undefined)[] = [];
  for (const key of keys) {
    const entry = value[key];
    if (entry !== undefined && entry !== null) rest.push(...parseEntry(key, entry, value, path, scope));
  }
  if (rest.includes(undefined)) return undefined;
  const body = conjunction(rest.filter((condition) => condition !== undefined));
  const read = sourceWord === undefined ? body : fromSource(sourceWord, value, body, path, report);
  const quantifier = QUANTIFIERS.find((word) => word in value);
  return read === undefined || quantifier === undefined ? read : quantified(quantifier, value, read, path, report);
}

/** What one entry of the mapping says; nothing for words that shape the whole mapping or belong to another entry. */
function parseEntry(
  key: string,
  entry: Json,
  value: Mapping,
  path: Path,
  scope: Scope,
): readonly (Condition | undefined)[] {
  const { report } = scope;
  const below = [...path, key];
  switch (key) {
    case 'all':
    case 'any': {
      const members = Array.isArray(entry) ? (entry as readonly Json[]) : [entry];
      if (members.length === 0)
        report({ message: `\`${key}\` lists nothing.`, hint: 'Name at least one condition.', path: below });
      const read = members.map((member, index) =>
        parse(member, Array.isArray(entry) ? [...below, index] : below, scope),
      );
      if (members.length === 0 || read.includes(undefined)) return [undefined];
      const conditions = read.filter((condition) => condition !== undefined);
      return [key === 'all' ? conjunction(conditions) : disjunction(conditions)];
    }
    case 'not': {
      const opposite = parse(entry, below, scope);
      return [opposite && negation(opposite)];
    }
    case 'if': {
      const premise = parse(entry, below, scope);
      const conclusion = parse(value['then'] ?? null, [...path, 'then'], scope);
      return [premise && conclusion && { kind: 'implies', if: premise, then: conclusion }];
    }
    case 'settled':
      return (namesOf(entry, below, 'an interface', report) ?? [undefined]).map((named) => {
        if (named === undefined) return undefined;
        const condition: Condition = { kind: 'settled', interface: named.name };
        rememberPlaces(condition, [[named.name, { path: named.path, part: 'value' }]]);
        return condition;
      });
    case 'field':
      return [parseComparison(value, path, report)];
    case 'fact':
      return [parseFact(entry, value, path, report)];
    default:
      return WORDS.has(key) ? [] : [parseStatus(key, entry, path, report)];
  }
}

function parseFact(entry: Json, value: Mapping, path: Path, report: Report): Condition | undefined {
  const text = nameOf(entry, [...path, 'fact'], 'the fact in words', report);
  const per = value['per'] === undefined ? undefined : nameOf(value['per'], [...path, 'per'], 'a document', report);
  if (text === undefined || (value['per'] !== undefined && per === undefined)) return undefined;
  const words = text.trim().replace(/\s+/gu, ' ');
  const condition: Condition = per === undefined ? { kind: 'fact', text: words } : { kind: 'fact', text: words, per };
  if (per !== undefined) rememberPlaces(condition, [[per, { path: [...path, 'per'], part: 'value' }]]);
  return condition;
}

function parseStatus(lifecycle: string, entry: Json, path: Path, report: Report): Condition | undefined {
  const parsed = parseStates(entry, [...path, lifecycle], report);
  if (parsed === undefined) return undefined;
  const condition: Condition = { kind: 'status', lifecycle, states: parsed.states };
  rememberPlaces(condition, [...parsed.places, [lifecycle, { path: [...path, lifecycle], part: 'key' }]]);
  return condition;
}

function quantified(
  quantifier: Quantifier,
  value: Mapping,
  body: Condition,
  path: Path,
  report: Report,
): Condition | undefined {
  const object = nameOf(value[quantifier] ?? null, [...path, quantifier], 'an object', report);
  if (object === undefined) return undefined;
  if (quantifier === 'every' && body.kind === 'all' && body.of.length === 0) {
    report({
      message: `\`every: ${object}\` does not say what holds for each.`,
      hint: 'Add the condition beside it.',
      path: [...path, quantifier],
    });
    return undefined;
  }
  const condition: Condition = { kind: 'quantified', quantifier, object, of: body };
  rememberPlaces(condition, [[object, { path: [...path, quantifier], part: 'value' }]]);
  return condition;
}

function fromSource(
  word: 'copy' | 'query' | 'message',
  value: Mapping,
  body: Condition,
  path: Path,
  report: Report,
): Condition | undefined {
  if (word === 'message') return fromMessage(value, body, path, report);
  const name = nameOf(value[word] ?? null, [...path, word], 'an interface', report);
  const maxAge = value['maxAge'] === undefined ? undefined : durationText(value['maxAge'], [...path, 'maxAge'], report);
  if (name === undefined || (value['maxAge'] !== undefined && maxAge === undefined)) return undefined;
  const source: ReadSource =
    maxAge === undefined ? { from: word, interface: name } : { from: word, interface: name, maxAge };
  let read = 0;
  const condition = readFrom(source, body, (node) => {
    read += 1;
    rememberPlaces(node, [[name, { path: [...path, word], part: 'value' }]]);
  });
  if (read > 0) return condition;
  const hint = 'Add the status or the field that is read: `NCR: Open`, or `field: NAME` with a comparison.';
  report({ message: `Nothing is read from \`${word}: ${name}\`.`, hint, path: [...path, word] });
  return undefined;
}

function fromMessage(value: Mapping, body: Condition, path: Path, report: Report): Condition | undefined {
  const names = namesOf(value['message'] ?? null, [...path, 'message'], 'a message', report);
  if (names === undefined) return undefined;
  const messages = sortedNames(names.map(({ name }) => name));
  const condition: Condition = { kind: 'message', messages, of: body };
  rememberPlaces(
    condition,
    names.map(({ name, path: at }) => [name, { path: at, part: 'value' }] as const),
  );
  return condition;
}

function durationText(entry: Json, path: Path, report: Report): string | undefined {
  const measure = readMeasure(scalarText(entry) ?? '', 'duration');
  if ('amount' in measure) return `${measure.amount} ${measure.unit}`;
  report({
    message: `\`maxAge\` ${measure.problem}`,
    ...(measure.hint === undefined ? {} : { hint: measure.hint }),
    path,
  });
  return undefined;
}
