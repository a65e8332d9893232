import { shown } from './shown.ts';

/** HTML that is safe to stand in a page as it is; made by `escaped` only. */
export interface Html {
  readonly markup: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Data as HTML text or attribute value: nothing in it is markup, and no control character or change of direction acts. */
function escapeHtml(text: string): string {
  return shown(text).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

function insert(value: string | number | Html | readonly Html[]): string {
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return 'markup' in value ? value.markup : value.map((part) => part.markup).join('');
}

/**
 * Template tag: whatever is put in is escaped, unless it is itself `Html`. Not called `html`, because formatters rewrite
 * templates of that name and with them the bytes of a package.
 */
export function escaped(
  parts: TemplateStringsArray,
  ...values: readonly (string | number | Html | readonly Html[])[]
): Html {
  return { markup: parts.map((part, index) => (index === 0 ? part : insert(values[index - 1] ?? '') + part)).join('') };
}
