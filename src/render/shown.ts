/**
 * Text of specs as it may be shown on a terminal or in a log: control characters, line separators and the marks that turn the
 * direction of writing are spelled out, so that a spec cannot move the cursor or make a line read differently.
 */
export function shown(text: string): string {
  return text.replaceAll(
    // oxlint-disable-next-line no-control-regex
    /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`,
  );
}

/** A canonical value in one line: texts bare, lists in brackets, mappings in braces; `not declared` for an absent one. */
export function shownValue(value: unknown): string {
  if (value === undefined) return 'not declared';
  if (typeof value === 'string') return shown(value);
  if (Array.isArray(value)) return `[${value.map(shownValue).join(', ')}]`;
  if (value !== null && typeof value === 'object') {
    return `{${Object.entries(value)
      .map(([key, item]) => `${shown(key)}: ${shownValue(item)}`)
      .join(', ')}}`;
  }
  return JSON.stringify(value);
}
