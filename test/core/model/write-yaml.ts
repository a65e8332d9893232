import type { Written, WrittenMap } from './written-specs.ts';

/** How a spec is put down: everything that must not matter. A number decides each choice, one after the other. */
export interface Handwriting {
  /** The next of a stream of numbers from 0 to 99. */
  next(): number;
  /** Whether values that occur twice are anchored and named the second time. */
  readonly anchors: boolean;
}

/** A mapping as YAML, in block style at the top. */
export function writeYaml(content: WrittenMap, hand: Handwriting): string {
  const anchors = new Map<string, string>();
  return content.size === 0 ? '' : block(content, 0, hand, anchors);
}

function block(content: WrittenMap, indent: number, hand: Handwriting, anchors: Map<string, string>): string {
  return shuffled([...content], hand)
    .map(
      ([name, value]) =>
        `${' '.repeat(indent)}${name === '' ? '""' : scalar(name, hand)}:${below(value, indent, hand, anchors)}`,
    )
    .join('');
}

function below(value: Written, indent: number, hand: Handwriting, anchors: Map<string, string>): string {
  const inBlock = hand.next() < 50;
  const named = anchored(value, hand, anchors);
  if (named.alias) return ` ${named.mark}\n`;
  const mark = named.mark === '' ? '' : ` ${named.mark}`;
  if (value instanceof Map && value.size > 0 && inBlock)
    return `${mark}\n${block(value as WrittenMap, indent + 2, hand, anchors)}`;
  if (Array.isArray(value) && value.length > 0 && inBlock) {
    const items = (value as readonly Written[]).map((item) => `${' '.repeat(indent)}- ${flow(item, hand, anchors)}\n`);
    return `${mark}\n${items.join('')}`;
  }
  return `${mark} ${flow(value, hand, new Map(), true)}\n`;
}

function flow(value: Written, hand: Handwriting, anchors: Map<string, string>, marked = false): string {
  const named = marked ? { mark: '', alias: false } : anchored(value, hand, anchors);
  if (named.alias) return named.mark;
  const mark = named.mark === '' ? '' : `${named.mark} `;
  if (value instanceof Map) {
    const pairs = shuffled([...(value as WrittenMap)], hand).map(
      ([name, item]) => `${name === '' ? '""' : scalar(name, hand)}: ${flow(item, hand, anchors)}`,
    );
    return `${mark}{${pairs.join(', ')}}`;
  }
  if (Array.isArray(value))
    return `${mark}[${(value as readonly Written[]).map((item) => flow(item, hand, anchors)).join(', ')}]`;
  return `${mark}${'raw' in value ? value.raw : scalar((value as { text: string }).text, hand)}`;
}

/** The anchor of a value that may come again, or the alias of one that came before. */
function anchored(
  value: Written,
  hand: Handwriting,
  anchors: Map<string, string>,
): { readonly mark: string; readonly alias: boolean } {
  if (!hand.anchors || !(value instanceof Map) || value.size === 0) return { mark: '', alias: false };
  const same = JSON.stringify(value, (_key, item: unknown) =>
    item instanceof Map ? { map: [...(item as WrittenMap)] } : item,
  );
  const known = anchors.get(same);
  if (known !== undefined) return { mark: `*${known} `, alias: true };
  const name = `a${anchors.size}`;
  anchors.set(same, name);
  return { mark: `&${name}`, alias: false };
}

/** A text without quotes where that is beyond doubt, else in single or double quotes. */
function scalar(text: string, hand: Handwriting): string {
  const style = hand.next();
  const words = /^(y|n|yes|no|on|off|true|false|null)$/i;
  if (style < 60 && /^[A-Za-z][A-Za-z0-9_.-]*$/.test(text) && !words.test(text)) return text;
  if (style < 80 && !/[\p{Cc}\u2028\u2029]/u.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return JSON.stringify(text);
}

function shuffled<T>(items: readonly T[], hand: Handwriting): readonly T[] {
  return items
    .map((item, index) => ({ item, rank: hand.next() * 1000 + index }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
