import type { Json } from '../../language/canonical.ts';

/** Where in plain data something stands: keys and list indices, as written. */
export type Path = readonly (string | number)[];

/** What is wrong with a condition as it was written. */
export interface ConditionProblem {
  readonly message: string;
  readonly hint?: string;
  /** Path below the condition. */
  readonly path: Path;
  readonly part?: 'key' | 'value';
}

export type Report = (problem: ConditionProblem) => void;

/** A YAML mapping as plain data; it may have no prototype. */
export type Mapping = { readonly [key: string]: Json };

export function isMapping(value: Json | undefined): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A scalar as text; booleans and numbers as they are written. */
export function scalarText(value: Json | undefined): string | undefined {
  return typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : undefined;
}

/** One name; what else stands there is reported as not being `what`. */
export function nameOf(value: Json, path: Path, what: string, report: Report): string | undefined {
  const name = scalarText(value);
  if (name !== undefined && name.trim() !== '') return name;
  report({ message: `Here ${what} is expected.`, hint: `Name ${what}.`, path });
  return undefined;
}

export interface WrittenName {
  readonly name: string;
  readonly path: Path;
}

/** One name or a list of names, each with its place. */
export function namesOf(value: Json, path: Path, what: string, report: Report): readonly WrittenName[] | undefined {
  const entries = Array.isArray(value) ? (value as readonly Json[]) : [value];
  if (entries.length === 0) {
    report({ message: 'This list is empty.', hint: `Name ${what}.`, path });
    return undefined;
  }
  const names = entries.map((entry, index) => {
    const at = Array.isArray(value) ? [...path, index] : path;
    const name = nameOf(entry, at, what, report);
    return name === undefined ? undefined : { name, path: at };
  });
  return names.includes(undefined) ? undefined : names.filter((name) => name !== undefined);
}
