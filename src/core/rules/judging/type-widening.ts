/** Types that take every value of another one: `integer decimal` reads “from integer to decimal”. */
const WIDENINGS: ReadonlySet<string> = new Set(['integer decimal', 'date timestamp', 'string text']);

/** Whether every value of the old type is a value of the new one. */
export function isTypeWidening(from: string, to: string): boolean {
  return WIDENINGS.has(`${from} ${to}`);
}
