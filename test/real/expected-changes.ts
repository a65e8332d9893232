import { added, changed, judged, removed, renamed, sorted } from './facts.ts';

/** A rule and what it weighs: `breaking H`. Restated from the catalogue of rules, not read from the product. */
export type Verdict = readonly [rule: string, weight: string];

/** Loud, and right until a rule of its own exists. */
export const UNCLASSIFIED: Verdict = ['unclassified-change', 'risky H'];
export const DISPLAY_TEXT: Verdict = ['display-text-changed', 'editorial'];

/** What two revisions of the origin must come to: facts, and one finding for each. */
export interface ExpectedChanges {
  readonly facts: readonly string[];
  readonly findings: readonly string[];
}

/** Collects what is expected while two revisions of the origin are compared. */
export interface Expectation {
  added(key: string, verdict: Verdict): void;
  removed(key: string, verdict: Verdict): void;
  /** Without a verdict, another finding explains the change. */
  changed(key: string, path: string, from: unknown, to: unknown, verdict: Verdict | undefined): void;
  renamed(from: string, to: string, verdict: Verdict): void;
  /** A finding about what several facts come to. */
  judged(key: string, verdict: Verdict): void;
  /** The file of an element whose parts only changed their order, if nothing else of it changed. */
  reordered(file: string, keys: readonly string[]): void;
  result(): ExpectedChanges;
}

export function expectation(): Expectation {
  const facts: string[] = [];
  const findings: string[] = [];
  const concerned = new Set<string>();
  const files: { readonly file: string; readonly keys: readonly string[] }[] = [];
  const state = (fact: string, keys: readonly string[], path: string, verdict: Verdict | undefined): void => {
    facts.push(fact);
    for (const key of keys) concerned.add(key);
    if (verdict !== undefined) findings.push(judged(verdict[0], verdict[1], keys.at(-1) ?? '', path));
  };
  return {
    added: (key, verdict) => state(added(key), [key], '', verdict),
    removed: (key, verdict) => state(removed(key), [key], '', verdict),
    changed: (key, path, from, to, verdict) => state(changed(key, path, from, to), [key], path, verdict),
    renamed: (from, to, verdict) => state(renamed(from, to), [from, to], '', verdict),
    judged: (key, [rule, weight]) => {
      findings.push(judged(rule, weight, key, ''));
    },
    reordered: (file, keys) => {
      files.push({ file, keys });
    },
    result: () => {
      const only = files.filter(({ keys }) => !keys.some((key) => concerned.has(key)));
      return {
        facts: sorted([...facts, ...only.map(({ file }) => `reformatted ${file}`)]),
        findings: sorted([
          ...findings,
          // One finding names all files that only look different.
          ...(only.length === 0 ? [] : [judged('formatting-changed', 'editorial', 'project:project', '')]),
        ]),
      };
    },
  };
}

/** Keys that came, went and stayed, each in the order of the map that has it. */
export function compareKeys<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
): {
  readonly came: readonly (readonly [string, T])[];
  readonly went: readonly (readonly [string, T])[];
  readonly stayed: readonly (readonly [key: string, before: T, after: T])[];
} {
  return {
    came: [...after].filter(([key]) => !before.has(key)),
    went: [...before].filter(([key]) => !after.has(key)),
    stayed: [...after].flatMap(([key, value]) => {
      const was = before.get(key);
      return was === undefined ? [] : [[key, was, value] as const];
    }),
  };
}

/** The entries by what names them; a name that comes twice would hide one of them. */
export function keyed<T>(entries: readonly T[], nameOf: (entry: T) => string): ReadonlyMap<string, T> {
  const map = new Map(entries.map((entry) => [nameOf(entry), entry]));
  if (map.size !== entries.length) throw new Error('two entries of the origin have one name');
  return map;
}

/**
 * The keys of two JSON objects whose values differ; the values in `elsewhere` are compared elsewhere. A key that is not listed
 * is an error, so that this comparison cannot be blind to what the importer leaves out as well.
 */
export function differingKeys<K extends string>(
  before: object,
  after: object,
  compared: readonly K[],
  elsewhere: readonly string[],
): readonly K[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const unknown = [...keys].filter((key) => ![...compared, ...elsewhere].includes(key));
  if (unknown.length > 0) throw new Error(`keys that nothing is expected of: ${unknown.join(', ')}`);
  const at = (object: object, key: string): unknown => (object as Record<string, unknown>)[key] ?? null;
  return compared.filter((key) => JSON.stringify(at(before, key)) !== JSON.stringify(at(after, key)));
}

/** A value of the origin as the language shows it: null is not declared. */
export function declared(value: unknown): unknown {
  return value ?? undefined;
}

/** What a change of a greatest length is; a first limit cuts what was not cut before, and without a limit nothing is promised. */
export function lengthVerdict(from: number | null, to: number | null): Verdict {
  if (to === null) return ['field-length-widened', 'risky M'];
  return from !== null && to > from
    ? ['field-length-widened', 'compatible L']
    : ['field-length-narrowed', 'breaking H'];
}

/** What a change of type is: a widening takes every old value. */
export function typeVerdict(from: string, to: string): Verdict {
  const widening = ['integer decimal', 'date timestamp', 'string text'].includes(`${from} ${to}`);
  return widening ? ['field-type-widened', 'compatible M'] : ['field-type-changed', 'breaking H'];
}

export function requiredVerdict(to: boolean): Verdict {
  return to ? ['field-became-required', 'breaking M'] : ['field-became-optional', 'risky M'];
}

export function fieldAdded(required: boolean): Verdict {
  return required ? ['field-added-required', 'breaking M'] : ['field-added-optional', 'compatible L'];
}
