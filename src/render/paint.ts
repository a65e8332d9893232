/** How words are set apart on a terminal; on paper and in pipes they are left as they are. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly critical: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly good: (text: string) => string;
}

const plain = (text: string): string => text;

/** No colour at all: pipes, files, `--no-color`, `NO_COLOR`. */
export const PLAIN: Paint = { bold: plain, faint: plain, critical: plain, warning: plain, good: plain };

const ansi = (open: number, close: number) => (text: string) => `\u001b[${open}m${text}\u001b[${close}m`;

/** Colours of a terminal that understands ANSI. */
export const ANSI: Paint = {
  bold: ansi(1, 22),
  faint: ansi(2, 22),
  critical: ansi(31, 39),
  warning: ansi(33, 39),
  good: ansi(32, 39),
};
