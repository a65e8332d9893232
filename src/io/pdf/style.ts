import type { Tone } from '../../render/blocks.ts';
import type { FaceRole } from './typefaces.ts';

/** A colour as the operands of `rg`. */
export type Colour = string;

/** How a stretch of text looks; sizes in points. */
export interface TextStyle {
  readonly role: FaceRole;
  readonly size: number;
  readonly leading: number;
  readonly colour: Colour;
}

export const INK: Colour = '0.11 0.12 0.14';
export const QUIET: Colour = '0.40 0.43 0.47';
export const TITLE: Colour = '0.13 0.22 0.35';
export const LINK: Colour = '0.10 0.27 0.52';
export const HAIRLINE: Colour = '0.72 0.75 0.79';
export const RULED: Colour = '0.45 0.48 0.52';
export const HEADER_FILL: Colour = '0.925 0.94 0.955';

export const PAGE = { width: 595.28, height: 841.89, left: 44, right: 34 } as const;

export const BODY: TextStyle = { role: 'text', size: 9.5, leading: 13.6, colour: INK };
export const CELL: TextStyle = { role: 'text', size: 7.8, leading: 9.6, colour: INK };
export const CELL_HEADER: TextStyle = { role: 'strong', size: 7.3, leading: 9.4, colour: TITLE };
export const LABEL: TextStyle = { role: 'strong', size: 7.8, leading: 9.6, colour: TITLE };
export const CAPTION: TextStyle = { role: 'strong', size: 8.5, leading: 11.5, colour: TITLE };
export const SMALL: TextStyle = { role: 'text', size: 7, leading: 9.4, colour: QUIET };
export const CODE: TextStyle = { role: 'code', size: 7.4, leading: 9.6, colour: INK };

/** Headings by level, with the space above and below. */
export const HEADINGS: Readonly<
  Record<1 | 2 | 3 | 4, { readonly style: TextStyle; readonly before: number; readonly after: number }>
> = {
  1: { style: { role: 'strong', size: 14, leading: 18, colour: TITLE }, before: 22, after: 4 },
  2: { style: { role: 'strong', size: 11.2, leading: 15, colour: TITLE }, before: 15, after: 2.5 },
  3: { style: { role: 'strong', size: 9.8, leading: 13.6, colour: TITLE }, before: 11, after: 1.5 },
  4: { style: { role: 'strong-emphasis', size: 9.5, leading: 13.6, colour: TITLE }, before: 9, after: 1 },
};

/** The bar at the edge tells tones apart on a grey print by its width, the tint is never needed to read. */
export interface ToneLook {
  readonly bar: Colour;
  readonly barWidth: number;
  readonly tint: Colour | undefined;
  readonly title: Colour;
}

export const TONES: Readonly<Record<Tone, ToneLook>> = {
  plain: { bar: '0.45 0.53 0.63', barWidth: 1.5, tint: '0.965 0.972 0.98', title: TITLE },
  muted: { bar: HAIRLINE, barWidth: 1, tint: undefined, title: QUIET },
  small: { bar: HAIRLINE, barWidth: 1, tint: undefined, title: QUIET },
  good: { bar: '0.22 0.47 0.34', barWidth: 1.5, tint: '0.945 0.972 0.955', title: '0.13 0.36 0.25' },
  warn: { bar: '0.78 0.56 0.13', barWidth: 2, tint: '0.993 0.972 0.915', title: '0.47 0.32 0.03' },
  high: { bar: '0.80 0.36 0.10', barWidth: 3, tint: '0.993 0.95 0.92', title: '0.55 0.22 0.03' },
  critical: { bar: '0.62 0.09 0.11', barWidth: 4, tint: '0.985 0.93 0.925', title: '0.53 0.06 0.09' },
};
