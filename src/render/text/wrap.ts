/** Columns of a terminal that text is laid out for. */
export const WIDTH = 100;

/** Breaks a sentence into lines of at most `width` characters; a longer word stands alone. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The same as a block: every line indented, the ones after the first by two more. */
export function wrapped(text: string, indent: number): readonly string[] {
  const space = ' '.repeat(indent);
  return wrap(text, WIDTH - indent - 2).map((line, index) => `${space}${index === 0 ? '' : '  '}${line}`);
}
