import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Figure } from '../../src/render/blocks.ts';
import { boxOf, cutFigure, sheetsOfFigure } from '../../src/render/figure-parts.ts';

const stroke = { colour: '#000000', width: 1 };
const figure: Figure = {
  kind: 'figure',
  alt: 'Two rows below a head',
  width: 50,
  height: 100,
  head: 20,
  cuts: [60],
  shapes: [
    { kind: 'text', x: 0, y: 10, text: 'head', size: 8, anchor: 'start', face: 'plain', colour: '#000000' },
    {
      kind: 'path',
      moves: [
        ['M', 25, 20],
        ['L', 25, 100],
      ],
      stroke,
    },
    { kind: 'text', x: 0, y: 40, text: 'one', size: 8, anchor: 'start', face: 'plain', colour: '#000000' },
    { kind: 'rectangle', x: 0, y: 70, width: 10, height: 10, fill: '#ffffff' },
  ],
};

describe('A figure that is cut', () => {
  it('repeats its head, and its long lines go on', () => {
    const [first, second] = cutFigure(figure, 80) ?? [];
    expect([first, second]).toEqual([
      {
        ...figure,
        height: 60,
        cuts: [],
        shapes: [
          figure.shapes[0],
          {
            kind: 'path',
            moves: [
              ['M', 25, 20],
              ['L', 25, 60],
            ],
            stroke,
          },
          figure.shapes[2],
        ],
      },
      {
        ...figure,
        height: 60,
        cuts: [],
        shapes: [
          figure.shapes[0],
          {
            kind: 'path',
            moves: [
              ['M', 25, 20],
              ['L', 25, 60],
            ],
            stroke,
          },
          { kind: 'rectangle', x: 0, y: 30, width: 10, height: 10, fill: '#ffffff' },
        ],
      },
    ]);
  });

  it('is left whole where no cut is high enough', () => {
    expect(cutFigure(figure, 59)).toBeUndefined();
  });
});

const box = fc.record({ x: fc.integer({ min: 0, max: 900 }), y: fc.integer({ min: 0, max: 1900 }) });

describe('A figure in sheets', () => {
  it('shows every box whole on one of them, and no sheet is larger than its room', () => {
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 20 }), (places) => {
        const shapes = places.map(
          ({ x, y }, index) =>
            ({ kind: 'rectangle', x, y, width: 100, height: 30 + index / 100, fill: '#ffffff' }) as const,
        );
        const sheets = sheetsOfFigure({ ...figure, width: 1000, height: 2000, shapes }, 400, 500);
        expect(sheets.every(({ figure: sheet }) => sheet.width <= 400 && sheet.height <= 500)).toBe(true);
        for (const { height } of shapes) {
          const whole = sheets.some(({ figure: sheet }) =>
            sheet.shapes.some((shape) => {
              const { left, top, right, bottom } = boxOf(shape);
              const same = shape.kind === 'rectangle' && shape.height === height;
              return same && left >= 0 && top >= 0 && right <= sheet.width + 0.001 && bottom <= sheet.height + 0.001;
            }),
          );
          expect(whole).toBe(true);
        }
      }),
    );
  });
});
