/** Facts about two revisions as lines of text, so that two sets of them can be compared and read. */

export function added(key: string): string {
  return `added ${key}`;
}
export function removed(key: string): string {
  return `removed ${key}`;
}
export function changed(key: string, path: string, from: unknown, to: unknown): string {
  return `changed ${key} ${path}: ${shown(from)} → ${shown(to)}`;
}
export function renamed(from: string, to: string): string {
  return `renamed ${from} → ${to}`;
}
export function judged(rule: string, weight: string, key: string, path: string): string {
  return `${weight} ${rule} ${key}${path === '' ? '' : ` ${path}`}`;
}

/** A value as JSON with its keys in order; `none` when it is not declared. */
function shown(value: unknown): string {
  return value === undefined ? 'none' : JSON.stringify(inOrder(value));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, inOrder(item)]));
}

/** Lines in a fixed order. */
export function sorted(lines: readonly string[]): readonly string[] {
  return lines.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
