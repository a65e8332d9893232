/** What a comment on a pull request may hold; hosts refuse more than 65,536 characters, counted before they render. */
export const COMMENT_LIMIT = 60_000;

/**
 * A comment of parts in the order of their weight. A part that does not fit is left out as a whole or cut at the end of a line, its
 * folds are closed, and the comment ends with what is missing.
 */
export function fitted(parts: readonly CommentPart[]): string {
  const kept: string[] = [];
  const missing: string[] = [];
  let left = COMMENT_LIMIT;
  for (const { lines, name } of parts) {
    const text = `${lines.join('\n')}\n`;
    if (lines.length === 0) continue;
    if (text.length <= left) {
      kept.push(text);
      left -= text.length;
      continue;
    }
    const part = cut(text, left);
    if (part !== undefined) {
      kept.push(part);
      left -= part.length;
    }
    missing.push(part === undefined ? name : `the rest of ${name}`);
  }
  const leftOut =
    missing.length === 0
      ? ''
      : `\n**Left out, since a comment may not be longer:** ${named(missing)}. The text or JSON report has all of it.\n`;
  return `${kept.join('').trimEnd()}\n${leftOut}`;
}

/** The first of many names. */
function named(names: readonly string[]): string {
  const more = names.length - 20;
  return more <= 0 ? names.join('; ') : `${names.slice(0, 20).join('; ')}; and ${more} more`;
}

/** A stretch of a comment, and what it is called where it has to be left out. */
export interface CommentPart {
  readonly name: string;
  readonly lines: readonly string[];
}

/** Room for what has to be closed. */
const CLOSING = 200;
/** Less than this is not worth beginning. */
const WORTH = 2_000;

function cut(text: string, left: number): string | undefined {
  if (left - CLOSING < WORTH) return undefined;
  const end = text.lastIndexOf('\n', left - CLOSING);
  if (end <= 0) return undefined;
  const kept = text.slice(0, end);
  const open = kept.split('<details>').length - kept.split('</details>').length;
  return `${kept}\n${'\n</details>\n'.repeat(open)}`;
}

/** A list that a reader opens; nothing where there is nothing to list. */
export function folded(title: string, items: readonly string[]): readonly string[] {
  if (items.length === 0) return [];
  return [`<details><summary>${title}</summary>`, '', ...items.map((item) => `- ${item}`), '', '</details>', ''];
}

/** The first of many, and how many more there are. */
export function firstOf(items: readonly string[], number: number): readonly string[] {
  const more = items.length - number;
  return more <= 0 ? items : [...items.slice(0, number), `and ${more} more, in the text or JSON report`];
}
