import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';

import { writePdf } from '../../../src/io/pdf-writer.ts';
import { LEAST_LETTERS } from '../../../src/io/pdf/figure-layout.ts';
import { type Block, type DocumentMeta, type Figure, type FigureShape, plain } from '../../../src/render/blocks.ts';
import { POPPLER, pageTexts, wordBoxes } from './poppler.ts';
import { SAMPLE_META } from './sample-view.ts';

const META: DocumentMeta = { ...SAMPLE_META, status: 'FOR APPROVAL', statusReasons: [] };
const write = (blocks: readonly Block[]): Promise<Uint8Array> =>
  writePdf({ meta: META, blocks }).then(({ bytes }) => bytes);
const letters = (text: string, x: number, y: number, size = 8): FigureShape => ({
  kind: 'text',
  x,
  y,
  text,
  size,
  anchor: 'start',
  face: 'plain',
  colour: '#000000',
});
const drawing = (
  width: number,
  height: number,
  shapes: readonly FigureShape[],
  rest: Partial<Figure> = {},
): Figure => ({
  kind: 'figure',
  alt: 'A drawing',
  width,
  height,
  shapes,
  ...rest,
});
/** `page` of each word that begins with `at-`. */
const pagesOf = (pdf: Uint8Array): Readonly<Record<string, number>> =>
  Object.fromEntries(
    wordBoxes(pdf)
      .filter(({ text }) => text.startsWith('at-'))
      .map(({ text, page }) => [text, page]),
  );

describe.skipIf(!POPPLER)('A figure on paper', () => {
  test('stands below its caption, its letters where they are drawn, nothing of it outside its box', async () => {
    const pdf = await write([
      drawing(
        200,
        60,
        [
          letters('at-left', 0, 20),
          letters('at-right', 150, 50),
          {
            kind: 'path',
            moves: [
              ['M', -500, 0],
              ['L', 900, 90],
            ],
            stroke: { colour: '#9b2d0f', width: 1, dash: [2, 2] },
          },
        ],
        { caption: plain('Where it stands') },
      ),
    ]);
    const [left, right] = wordBoxes(pdf).filter(({ text }) => text.startsWith('at-'));
    expect([
      Math.round((right?.left ?? 0) - (left?.left ?? 0)),
      Math.round((right?.top ?? 0) - (left?.top ?? 0)),
    ]).toEqual([150, 30]);
    expect(pageTexts(pdf)[0]).toContain('Where it stands');
  });

  test('is made smaller for the page, but never illegible: it turns the page, then takes several sheets', async () => {
    const wide = (width: number): Promise<Uint8Array> =>
      write([drawing(width, 100, [letters('at-here', 10, 20), letters('at-there', width - 40, 20)])]);
    const heights = async (width: number): Promise<readonly number[]> =>
      wordBoxes(await wide(width))
        .filter(({ text }) => text.startsWith('at-'))
        .map(({ top, bottom }) => bottom - top);
    const rows = await Promise.all(
      [500, 650, 900, 1400].map(
        async (width) => [pageTexts(await wide(width)).length, Math.min(...(await heights(width)))] as const,
      ),
    );
    expect(rows.map(([pages]) => pages)).toEqual([1, 1, 2, 1]);
    for (const [, height] of rows) expect(height).toBeGreaterThanOrEqual(LEAST_LETTERS * 1.1);
    expect(pageTexts(await wide(1400)).join(' ')).toMatch(/Sheet 1 of 3: row 1 of 1, column 1 of 3; sheets overlap/);
  });

  test('is divided at its cuts, and every part repeats the head', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => letters(`at-${index}`, 10, 60 + index * 40));
    const pdf = await write([
      drawing(300, 2460, [letters('Head', 10, 10), ...rows], {
        head: 20,
        cuts: rows.map((_, index) => 70 + index * 40),
      }),
    ]);
    expect(Object.keys(pagesOf(pdf))).toHaveLength(60);
    expect(pageTexts(pdf).map((text) => text.match(/Head/g)?.length)).toEqual(pageTexts(pdf).map(() => 1));
    expect(pageTexts(pdf).length).toBe(4);
  });

  test('is cut through where a part of it is higher than a page', async () => {
    const rows = Array.from({ length: 50 }, (_, index) => letters(`at-${index}`, 10, 60 + index * 40));
    const pdf = await write([drawing(300, 2100, rows, { head: 0, cuts: [2050] })]);
    expect(Object.keys(pagesOf(pdf))).toHaveLength(50);
  });

  test('has the same bytes each time', async () => {
    const once = async (): Promise<string> =>
      createHash('sha256')
        .update(await write([drawing(100, 50, [letters('x', 1, 9)])]))
        .digest('hex');
    expect(await once()).toBe(await once());
  });
});
