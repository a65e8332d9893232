import canonicalize from 'canonicalize';
import { isMap, isScalar, parseAllDocuments, parseDocument } from 'yaml';
import type { Document, YAMLMap } from 'yaml';

/** Entries of a collection as a file writes them, by id; empty where it holds none. Texts that are no YAML hold none. */
export function writtenEntries(text: string, collection: string): ReadonlyMap<string, unknown> {
  const value = (parseDocument(text).toJS() as Record<string, unknown> | null)?.[collection];
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? new Map(Object.entries(value))
    : new Map();
}

/** Whether a file holds this collection, be it empty. */
export function holdsCollection(text: string, collection: string): boolean {
  const { contents } = parseDocument(text);
  return isMap(contents) && contents.has(collection);
}

/**
 * The text of a spec file with one more entry at the end of a collection; nothing else changes, comments and layout stay. Only a
 * collection in braces is written anew, on lines of its own, with its comments. `lines` are the entry as YAML, unindented.
 * Undefined where the file cannot be extended without touching what is there: broken, several documents, not a mapping.
 */
export function addEntry(text: string, collection: string, lines: readonly string[]): string | undefined {
  if (parseAllDocuments(text).length > 1) return undefined;
  const document = parseDocument(text);
  const { contents } = document;
  if (document.errors.length > 0 || /^\.\.\.\s*$/m.test(text)) return undefined;
  if (contents !== null && !isMap(contents) && !(isScalar(contents) && contents.value === null)) return undefined;
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const extended = isMap(contents)
    ? extend(text, document as Document, contents, collection, lines, end)
    : appended(text, collection, lines, end);
  return extended !== undefined && keepsTheRest(text, extended, collection) ? extended : undefined;
}

function extend(
  text: string,
  document: Document,
  contents: YAMLMap,
  collection: string,
  lines: readonly string[],
  end: string,
): string | undefined {
  const pair = contents.items.find(({ key }) => isScalar(key) && key.value === collection);
  if (contents.flow === true) return pair === undefined ? undefined : inBraces(document, collection, lines);
  if (pair === undefined) return appended(text, collection, lines, end);
  const { key, value } = pair;
  if (isMap(value) && value.flow !== true && value.range && value.items.length > 0) {
    const first = value.items[0]?.key;
    const start = isScalar(first) ? first.range?.[0] : undefined;
    if (start === undefined) return undefined;
    const indent = start - (text.lastIndexOf('\n', start - 1) + 1);
    return inserted(text, lineAfter(text, value.range[1]), lines, ' '.repeat(indent), end);
  }
  if (isMap(value)) return inBraces(document, collection, lines);
  if (value !== null && !(isScalar(value) && value.value === null)) return undefined;
  const at = isScalar(key) ? key.range?.[1] : undefined;
  return at === undefined ? undefined : inserted(text, lineAfter(text, at), lines, '  ', end);
}

/** The YAML library writes the file anew: comments stay, the layout of the collection does not. */
function inBraces(document: Document, collection: string, lines: readonly string[]): string | undefined {
  const [pair] = (parseDocument(lines.join('\n')).contents as YAMLMap).items;
  const value = document.get(collection);
  if (pair === undefined || !isMap(value)) return undefined;
  if (isMap(document.contents)) document.contents.flow = false;
  value.flow = false;
  value.items.push(pair as never);
  return document.toString({ lineWidth: 0 });
}

function appended(text: string, collection: string, lines: readonly string[], end: string): string {
  const before = text === '' || text.endsWith('\n') ? text : `${text}${end}`;
  return `${before}${collection}:${end}${indented(lines, '  ', end)}`;
}

function inserted(text: string, at: number, lines: readonly string[], indent: string, end: string): string {
  const before = text.slice(0, at);
  const open = before === '' || before.endsWith('\n') ? before : `${before}${end}`;
  return `${open}${indented(lines, indent, end)}${text.slice(at)}`;
}

function indented(lines: readonly string[], indent: string, end: string): string {
  return lines.map((line) => `${indent}${line}${end}`).join('');
}

/** Where the next line begins after this place. */
function lineAfter(text: string, at: number): number {
  if (at > 0 && text[at - 1] === '\n') return at;
  const found = text.indexOf('\n', at);
  return found < 0 ? text.length : found + 1;
}

/** Whether the new text is sound, and all that the old one says is still said. */
function keepsTheRest(before: string, after: string, collection: string): boolean {
  const document = parseDocument(after);
  if (document.errors.length > 0) return false;
  const was = (parseDocument(before).toJS() ?? {}) as Record<string, unknown>;
  const now = (document.toJS() ?? {}) as Record<string, unknown>;
  const old = (was[collection] ?? {}) as Record<string, unknown>;
  const entries = Object.entries((now[collection] ?? {}) as Record<string, unknown>);
  const kept = entries.filter(([id]) => id in old);
  return (
    entries.length === Object.keys(old).length + 1 &&
    saysTheSame({ ...was, [collection]: old }, { ...now, [collection]: Object.fromEntries(kept) })
  );
}

function saysTheSame(a: unknown, b: unknown): boolean {
  return canonicalize(a) === canonicalize(b);
}
