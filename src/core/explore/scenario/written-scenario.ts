import type { Json } from '../../language/canonical.ts';
import type { Condition } from '../../language/condition.ts';
import { parseCondition } from '../../model/condition/parse-condition.ts';
import type { Element } from '../../model/element.ts';

/** Path below the attributes of the exception. */
export type Path = readonly (string | number)[];

/** A story as its author wrote it. */
export type Scenario = Exclude<Element<'exception'>['attributes']['scenario'], undefined>;

/** One step as its author wrote it. */
export type WrittenStep = Scenario['steps'][number];

/** A record, or the only records, where the story begins. */
export interface GivenRecord {
  readonly path: Path;
  readonly record?: string;
  /** Records to which it belongs. */
  readonly of: readonly string[];
  /** Lifecycle → state. */
  readonly states: Readonly<Record<string, string>>;
  /** `object.field` or `record.field` → value. */
  readonly values: Readonly<Record<string, string>>;
}

/** What must be true after a step. */
export interface Expectation {
  readonly path: Path;
  readonly record?: string;
  /** Undefined when it cannot be read, which is reported elsewhere. */
  readonly condition: Condition | undefined;
}

/** The scenario of an exception; undefined when there is none. */
export function scenarioOf(exception: Element<'exception'>): Scenario | undefined {
  return exception.attributes.scenario;
}

/** Where the story begins, record by record. */
export function givenRecords(scenario: Scenario): readonly GivenRecord[] {
  const { given } = scenario;
  const path: Path = ['scenario', 'given'];
  return listed(given, path).map(({ value, path: at }) => {
    const entries = mappingOf(value);
    const { record } = entries;
    return {
      path: at,
      ...(typeof record === 'string' ? { record } : {}),
      of: namesOf(entries['of']),
      states: textsOf(entries, (key) => key !== 'record' && key !== 'of' && key !== 'values'),
      values: textsOf(mappingOf(entries['values']), () => true),
    };
  });
}

/** What a step expects, in the order in which it is written. */
export function expectations(step: WrittenStep, path: Path): readonly Expectation[] {
  return listed(step.expect, [...path, 'expect']).map(({ value, path: at }) => {
    const { record, ...rest } = mappingOf(value);
    const condition = parseCondition(rest, () => undefined);
    return { path: at, ...(typeof record === 'string' ? { record } : {}), condition };
  });
}

/** The values that a step enters or carries, as text. */
export function statedValues(values: unknown): Readonly<Record<string, string>> {
  return textsOf(mappingOf(values as Json | undefined), () => true);
}

function listed(value: Json | undefined, path: Path): readonly { readonly value: Json; readonly path: Path }[] {
  if (value === undefined) return [];
  return Array.isArray(value)
    ? (value as readonly Json[]).map((one, index) => ({ value: one, path: [...path, index] }))
    : [{ value, path }];
}

function mappingOf(value: Json | undefined): Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, Json>>)
    : {};
}

function namesOf(value: Json | undefined): readonly string[] {
  return (Array.isArray(value) ? (value as readonly Json[]) : [value]).filter((name) => typeof name === 'string');
}

function textsOf(
  entries: Readonly<Record<string, Json>>,
  wanted: (key: string) => boolean,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(entries)
      .filter(([key]) => wanted(key))
      .flatMap(([key, value]) => (typeof value === 'object' ? [] : [[key, String(value)] as const])),
  );
}
