import type { Json } from '../language/canonical.ts';
import { parseCondition } from '../model/condition/parse-condition.ts';
import type { SpecModel } from '../model/spec-model.ts';
import { namesInCondition } from './names-in-condition.ts';
import { mappingOf, problem, stateReference } from './structured-content.ts';
import { attributeOf, reference } from './written-reference.ts';
import type { Path, Walk, Written } from './written-reference.ts';

/** Keys of a record in `given` that are no lifecycle. */
const RECORD_WORDS: ReadonlySet<string> = new Set(['record', 'of', 'values']);

/** Record name → object, as far as the scenario tells. */
type Records = ReadonlyMap<string, string>;

/** Names in a scenario beyond those that its shape knows: where it begins, what is entered, sent and expected. */
export function* scenarioNames(scenario: ReadonlyMap<string, unknown>, path: Path, walk: Walk): Generator<Written> {
  const given = listOf(scenario.get('given'));
  const steps = listOf(scenario.get('steps'));
  const records = recordsOf(given, steps, walk.model);
  for (const [index, start] of given.entries()) {
    const at = Array.isArray(scenario.get('given')) ? [...path, 'given', index] : [...path, 'given'];
    yield* startNames(start, at, records, walk.model);
  }
  for (const [index, step] of steps.entries())
    yield* stepNames(new Map(mappingOf(step)), [...path, 'steps', index], records, walk);
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** Which object each named record is of: from its statuses, from the step that acts on it, from the step that makes it. */
function recordsOf(given: readonly unknown[], steps: readonly unknown[], model: SpecModel): Records {
  const records = new Map<string, string>();
  const add = (name: unknown, object: string | undefined): void => {
    if (typeof name === 'string' && object !== undefined && !records.has(name)) records.set(name, object);
  };
  for (const start of given) {
    const entries = mappingOf(start);
    const lifecycle = entries.map(([key]) => key).find((key) => model.get('lifecycle', key) !== undefined);
    add(
      new Map(entries).get('record'),
      lifecycle === undefined ? undefined : model.get('lifecycle', lifecycle)?.attributes.object,
    );
  }
  for (const step of steps) {
    const entries = new Map(mappingOf(step));
    const action = entries.get('do') ?? entries.get('refuse');
    const transition = typeof action === 'string' ? model.get('transition', action) : undefined;
    if (transition === undefined) continue;
    const lifecycle = model.get('lifecycle', transition.id.split('.')[0] ?? '');
    add(entries.get('record'), lifecycle?.attributes.object);
    add(entries.get('new'), Object.keys(transition.attributes.creates ?? {})[0] ?? lifecycle?.attributes.object);
  }
  return records;
}

function* startNames(value: unknown, path: Path, records: Records, model: SpecModel): Generator<Written> {
  if (typeof value !== 'object' || value === null) {
    yield problem(
      'This does not say how the story begins.',
      'Write `{LIFECYCLE: STATE}`, or a list of `{record: NAME, LIFECYCLE: STATE}`.',
      path,
    );
    return;
  }
  for (const [key, entry] of mappingOf(value)) {
    const below = [...path, key];
    if (key === 'values') yield* valueNames(entry, below, records, model);
    if (RECORD_WORDS.has(key)) continue;
    yield reference(key, ['lifecycles'], below, { part: 'key', attribute: attributeOf(path) });
    if (typeof entry !== 'string')
      yield problem(`\`${key}\` needs one state here.`, 'Name the state in which the story begins.', below);
    else if (entry !== 'absent') yield { ...stateReference(key, entry, below), attribute: attributeOf(path) };
  }
}

/** `object.field` or `record.field` → value. */
function* valueNames(value: unknown, path: Path, records: Records, model: SpecModel): Generator<Written> {
  for (const [name] of mappingOf(value)) {
    const [owner = '', field = ''] = name.split('.');
    const object = model.get('object', owner) === undefined ? records.get(owner) : owner;
    const how = { part: 'key' as const, attribute: attributeOf(path) };
    if (object !== undefined)
      yield reference(name, ['fields'], [...path, name], { ...how, meaning: `${object}.${field}` });
    else yield reference(name, ['fields'], [...path, name], how);
  }
}

function* stepNames(step: ReadonlyMap<string, Json>, path: Path, records: Records, walk: Walk): Generator<Written> {
  yield* valueNames(step.get('values'), [...path, 'values'], records, walk.model);
  const sent = step.get('send');
  if (typeof sent === 'string') {
    const interfaceId = sent.split('.')[0] ?? sent;
    for (const [name] of mappingOf(step.get('carries'))) {
      yield reference(name, ['mappings'], [...path, 'carries', name], {
        part: 'key',
        attribute: attributeOf([...path, 'carries']),
        meaning: `${interfaceId}.${name}`,
      });
    }
  }
  const expected = step.get('expect');
  const listed = Array.isArray(expected);
  for (const [index, condition] of listOf(expected).entries()) {
    yield* expectedNames(condition as Json, listed ? [...path, 'expect', index] : [...path, 'expect'], walk);
  }
}

/** A condition beside the `record` for which it holds. */
function* expectedNames(value: Json, path: Path, walk: Walk): Generator<Written> {
  const entries = mappingOf(value).filter(([key]) => key !== 'record');
  const problems: Written[] = [];
  const condition = parseCondition(
    entries.length === mappingOf(value).length ? value : Object.fromEntries(entries),
    ({ message, hint, path: at, part }) => {
      problems.push({
        kind: 'problem',
        message,
        ...(hint === undefined ? {} : { hint }),
        path: [...path, ...at],
        part: part ?? 'value',
      });
    },
  );
  yield* problems;
  if (condition === undefined) return;
  for (const written of namesInCondition(condition, path, walk.element)) yield written;
}
