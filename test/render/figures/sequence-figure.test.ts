import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Story, StoryMessage, StoryStep } from '../../../src/core/explore/story/story.ts';
import type { FigureShape } from '../../../src/render/blocks.ts';
import { partsOfFigure } from '../../../src/render/figure-parts.ts';
import { extentOf } from '../../../src/render/figures/shapes.ts';
import { lifelinesOf } from '../../../src/render/figures/sequence/lifelines.ts';
import { sequenceFigure } from '../../../src/render/figures/sequence/sequence-figure.ts';
import { sequenceLayout } from '../../../src/render/figures/sequence/sequence-layout.ts';
import { story } from '../explore/told-report.ts';

const about = 'the story in which R1 breaks';
const refusal = { step: 4, reason: 'The baseline refuses it' };

/** The letters of a figure from above to below, with their face and colour. */
function lettering(shapes: readonly FigureShape[]): readonly string[] {
  return shapes
    .flatMap((shape) => (shape.kind === 'text' ? [shape] : []))
    .map(({ text, face, colour }) => `${text} | ${face} ${colour}`);
}

describe('A sequence chart', () => {
  it('has a lifeline for people beside the system in which they act', () => {
    expect(lifelinesOf(story)).toEqual([
      { kind: 'people', name: 'Quality inspector or Shift lead' },
      { kind: 'people', name: 'Quality inspector' },
      { kind: 'system', name: 'QMS' },
      { kind: 'system', name: 'ERP' },
    ]);
  });

  it('draws a message from where it is sent to where it is lost, and says what is still on its way', () => {
    const { waits, rows, ends } = sequenceLayout(story);
    expect(waits.map(({ to }) => to)).toEqual([rows[1]?.y, expect.any(Number)]);
    expect(rows[1]?.arrow.kind).toBe('lost');
    expect(ends.map(({ text }) => text)).toEqual(['IF-1: still on its way']);
  });

  it('names everybody, and tells each step with its signature, its assumptions and what the baseline refuses', () => {
    expect(lettering(sequenceFigure(story, { about, refusal }).shapes)).toMatchSnapshot();
  });

  it('says the same in words', () => {
    expect(sequenceFigure(story, { about, refusal }).alt).toBe(
      'Sequence chart of the story in which R1 breaks: 4 steps between Quality inspector or Shift lead, Quality inspector, QMS, ERP. ' +
        '1. Quality inspector or Shift lead: raise ncr (NCR.T01) on ncr 1; 2. IF-1: the message (NCR = Open) to ERP is lost; ' +
        '3. Quality inspector: close (NCR.T02) on ncr 1; 4. Quality inspector: release (STOCK.T02) on lot 1. ' +
        'The baseline refuses step 4. Still on the way at the end: IF-1 to ERP (NCR = Closed, dispo_code = RW).',
    );
  });

  it('marks by line style as well as colour: the refused step is dashed, a waiting message is dashed', () => {
    const { shapes } = sequenceFigure(story, { about, refusal });
    const dashed = shapes.flatMap((shape) =>
      shape.kind !== 'text' && shape.stroke?.dash !== undefined ? [shape.kind] : [],
    );
    expect(dashed).toEqual(['rectangle', 'path', 'path']);
  });

  it('comes in parts where it is long, each with all lifelines named, and every step once', () => {
    const long: Story = {
      ...story,
      steps: Array.from({ length: 40 }, (_, index) => ({ ...story.steps[index % 4]!, number: index + 1 })),
    };
    const parts = partsOfFigure(sequenceFigure(long, { about: 'a long story' }), 500, 700);
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) {
      const texts = lettering(part.shapes).map((line) => line.split(' | ')[0]);
      expect(texts).toEqual(expect.arrayContaining(['QMS', 'ERP', 'or Shift']));
      expect(part.height).toBeLessThanOrEqual(700);
    }
    const numbers = parts.flatMap((part) =>
      lettering(part.shapes).flatMap((line) => line.match(/^\d+(?= \|)/)?.[0] ?? []),
    );
    expect(numbers.map(Number)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  });
});

const name = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' });
const message = fc.record({ interface: name, from: fc.constantFrom('A', 'B'), to: fc.constantFrom('B', 'C') });
const anyStep = fc
  .record({
    who: fc.constantFrom('Somebody', 'Somebody else with a long title in the department of quality', 'x'.repeat(200)),
    what: fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' }),
    where: fc.constantFrom('A', 'B', 'C'),
    signed: fc.array(name, { maxLength: 2 }),
    value: name,
    sends: fc.array(message, { maxLength: 2 }),
  })
  .map(({ who, what, where, signed, value, sends }): StoryStep => ({
    number: 1,
    kind: 'person',
    who,
    roles: [],
    where,
    what,
    transitions: [],
    signed,
    assumed: [],
    after: [{ name: 'X of x 1', lifecycle: 'X', system: where, value }],
    changed: ['X of x 1'],
    onTheWay: [],
    sends: sends.map((one): StoryMessage => ({ ...one, content: [] })),
  }));

describe('Whatever a specification calls its things', () => {
  it('stays inside the drawing, and no two statuses of a step touch', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 1, maxLength: 6 }), (steps) => {
        const told: Story = {
          start: [],
          steps: steps.map((step, index) => ({ ...step, number: index + 1 })),
          faults: 0,
          byPeople: 0,
          replay: [],
        };
        const { shapes, width, height } = sequenceFigure(told, { about: 'it' });
        for (const shape of shapes) {
          if (shape.kind !== 'text') continue;
          const { left, width: room } = extentOf(shape);
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left + room).toBeLessThanOrEqual(width + 0.001);
          expect(shape.y).toBeLessThanOrEqual(height);
        }
        for (const { pills } of sequenceLayout(told).rows)
          for (const one of pills)
            for (const other of pills)
              if (one !== other && one.y === other.y)
                expect(Math.abs(one.x - other.x)).toBeGreaterThanOrEqual((one.width + other.width) / 2);
      }),
      { numRuns: 40 },
    );
  });
});
