import type { Json } from '../../language/canonical.ts';

/**
 * Content with another value at a path; `undefined` takes it away. A part that is empty then goes, too, unless `whole`, the
 * content of the revision from which the value comes, has it.
 */
export function withValue(content: Json, path: readonly string[], value: Json | undefined, whole: Json): Json {
  const [name, ...rest] = path;
  if (name === undefined) return value ?? {};
  const entries = new Map(Object.entries(isMapping(content) ? content : {}));
  const below =
    rest.length === 0 ? value : withValue(entries.get(name) ?? {}, rest, value, memberOf(whole, name) ?? {});
  const emptied = rest.length > 0 && isMapping(below) && Object.keys(below).length === 0;
  if (below === undefined || (emptied && memberOf(whole, name) === undefined)) entries.delete(name);
  else entries.set(name, below);
  return Object.fromEntries(entries);
}

function memberOf(value: Json, name: string): Json | undefined {
  return isMapping(value) ? value[name] : undefined;
}

function isMapping(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
