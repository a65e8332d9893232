/** Most blocks (`{{#`, `{{^`, `{{else`) of one template or partial; the largest of the tool has three hundred. */
const MOST_BLOCKS = 1200;

/** Most opening brackets of one mustache. */
const MOST_BRACKETS = 24;

/**
 * The first line, counted from 1, from which on a template holds more than a reader of the grammar copes with: it needs the
 * square of the depth of blocks and brackets and more, so that a small hostile file could stop a pipeline. Counts comments too.
 */
export function overloadedLine(text: string): number | undefined {
  let blocks = 0;
  for (let at = text.indexOf('{{'); at !== -1; at = text.indexOf('{{', at + 2)) {
    const start = text[at + 2] === '~' ? at + 3 : at + 2;
    if (text[start] === '#' || text[start] === '^' || /^\s*else/.test(text.slice(start, start + 24))) blocks += 1;
    if (blocks > MOST_BLOCKS || (text[start] !== '!' && brackets(text, start) > MOST_BRACKETS))
      return text.slice(0, at).split('\n').length;
  }
  return undefined;
}

/** Opening brackets up to the end of a mustache or the beginning of the next one, as far as they matter. */
function brackets(text: string, start: number): number {
  let count = 0;
  for (let at = start; at < text.length && count <= MOST_BRACKETS; at += 1) {
    const two = text[at] === text[at + 1];
    if (two && (text[at] === '}' || text[at] === '{')) return count;
    if (text[at] === '(') count += 1;
  }
  return count;
}
