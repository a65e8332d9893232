import type { Json } from '../../language/canonical.ts';

function memberAt(value: Json | undefined, name: string): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { readonly [key: string]: Json })[name]
    : undefined;
}

/** A text or number in structured content, as text. */
export function textAt(value: Json | undefined, name: string): string | undefined {
  const member = memberAt(value, name);
  return typeof member === 'string' || typeof member === 'number' ? String(member) : undefined;
}

/** A count in structured content that the language leaves as written: a number, or the text of one. */
export function numberAt(value: Json | undefined, name: string): number | undefined {
  const text = textAt(value, name);
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
