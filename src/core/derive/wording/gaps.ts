/** How a fact that the specification leaves open stands in a protocol: loud, and never filled by a guess. */
export function notDeclared(what: string): string {
  return `NOT DECLARED: ${what}`;
}

/** A list in words: `A`, `A and B`, `A, B and C`. */
export function listed(items: readonly string[], joiner: 'and' | 'or' = 'and'): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${joiner} ${items.at(-1) ?? ''}`;
}

/** First letter in upper case, for a sentence that begins with a generated phrase. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
