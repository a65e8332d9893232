import { shown } from '../shown.ts';

/*
 * Text of a spec in a comment on a code host. Hosts read more than Markdown: they notify `@people`, link `#12`, `!12`,
 * `~label`, and turn bare addresses into links, all of it after the Markdown is rendered, so that neither a backslash nor a
 * character reference stops them. A zero-width space behind the sign does.
 */

const ZERO_WIDTH_SPACE = '&#8203;';
const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** What Markdown reads anywhere, what it reads at the beginning of a line, and an address that hosts link without being asked. */
const READ = /[\\`*_[\]<>&|~$#@!%^:]|^[-+=]|(?<=^\d+)[.)]|(?<=www)\./gi;
/** Signs that make a reference together with what follows. */
const CALLS = /^[@#!~%&$^]/;

/** Text inside a line, a list item or a table cell: nothing of it is read as Markdown or HTML, and nobody is notified. */
export function inert(text: string): string {
  return shown(text).replaceAll(READ, (sign, at: number, whole: string) => {
    const next = whole.slice(at + 1);
    if (sign === ':') return next.startsWith('//') ? `:${ZERO_WIDTH_SPACE}` : sign;
    const escaped = NAMED[sign] ?? `\\${sign}`;
    return CALLS.test(sign) && /^[\w"\u0080-\uffff]/.test(next) ? `${escaped}${ZERO_WIDTH_SPACE}` : escaped;
  });
}

/** Text as code. An element and not backticks, since those cannot hold every text; hosts link nothing inside it. */
export function code(text: string): string {
  const plain = shown(text).replaceAll(
    /[!-+/:-@[-`{-~]|(?<=www)\./gi,
    (sign) => NAMED[sign] ?? `&#${sign.charCodeAt(0)};`,
  );
  return `<code>${plain}</code>`;
}
