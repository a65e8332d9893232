/** JSON as files and pipes of this tool carry it: two blanks, LF, a line feed at the end, absent values left out. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
