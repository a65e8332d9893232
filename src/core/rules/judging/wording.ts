import type { Json } from '../../language/canonical.ts';
import type { Condition } from '../../language/condition.ts';
import { definitionOf } from '../../diff/kind-shapes.ts';
import { isObject } from '../../diff/comparable.ts';
import { PLAIN_NAMES } from '../../model/condition/condition-names.ts';
import { describeCondition } from '../../model/condition/words.ts';
import type { Element } from '../../model/element.ts';

/** `Transition NCR.T04`, as a sentence begins. */
export function named(element: Element): string {
  const noun = definitionOf(element.kind).noun;
  return element.kind === 'project' ? 'Project file' : `${noun.charAt(0).toUpperCase()}${noun.slice(1)} ${element.id}`;
}

/** A canonical value as a reader sees it; `undefined` is what was not declared. */
export function shown(value: Json | undefined): string {
  if (value === undefined) return 'not declared';
  if (typeof value === 'string') return value === '' ? '(empty)' : value;
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map((item: Json) => shownItem(item)).join(', ');
  if (isObject(value)) return isCondition(value) ? describeCondition(value, PLAIN_NAMES) : shownPart(value);
  return typeof value === 'number' || typeof value === 'boolean' ? `${value}` : 'nothing';
}

/** Values longer than this are not set side by side; what is gone and what is new is said instead. */
const READABLE = 200;

/** `Length: 20 → 30.` Of long lists, only the items that differ. */
export function shift(what: string, from: Json | undefined, to: Json | undefined): string {
  const [before, after] = [shown(from), shown(to)];
  if (Array.isArray(from) && Array.isArray(to) && before.length + after.length > READABLE)
    return itemsShift(what, from, to);
  const text = `${what}: ${quoted(before)} → ${quoted(after)}`;
  return /[.!?]”?$/u.test(text) ? text : `${text}.`;
}

function itemsShift(what: string, from: readonly Json[], to: readonly Json[]): string {
  const [was, is] = [from.map(shownItem), to.map(shownItem)];
  const gone = was.filter((item) => !is.includes(item));
  const come = is.filter((item) => !was.includes(item));
  if (gone.length + come.length === 0) return `${what}: the same items, repeated or ordered otherwise.`;
  const parts = [
    ...(gone.length === 0 ? [] : [`no longer ${gone.join(', ')}`]),
    ...(come.length === 0 ? [] : [`now also ${come.join(', ')}`]),
  ];
  return `${what}: ${parts.join('; ')}.`;
}

function quoted(text: string): string {
  return /[ ,→]/u.test(text) && text !== 'not declared' ? `“${text}”` : text;
}

/** `A`, `A and B`, `A, B and C`; of more than six, the first six and how many follow. */
export function listed(names: readonly string[]): string {
  const most = 6;
  if (names.length > most) return `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

const CONDITION_KINDS: ReadonlySet<string> = new Set([
  'all',
  'any',
  'not',
  'implies',
  'quantified',
  'read',
  'message',
  'status',
  'settled',
  'comparison',
  'fact',
]);

/** A part may have an attribute `kind` too; no kind of part is called like one of a condition. */
function isCondition(value: object): value is Condition {
  return 'kind' in value && typeof value.kind === 'string' && CONDITION_KINDS.has(value.kind);
}

function shownPart(value: { readonly [key: string]: Json }): string {
  const entries = Object.entries(value).map(([key, entry]) => `${key}: ${shownItem(entry)}`);
  return entries.length === 0 ? 'empty' : entries.join(', ');
}

function shownItem(value: Json): string {
  const text = shown(value);
  return isObject(value) || Array.isArray(value) ? `(${text})` : text;
}
