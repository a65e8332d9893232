import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Story, StoryMessage, StoryStep } from '../../../src/core/explore/story/story.ts';
import { sequenceDiagram } from '../../../src/render/explore/sequence/draw-sequence.ts';
import { sequenceLayout } from '../../../src/render/explore/sequence/layout.ts';
import { lifelinesOf } from '../../../src/render/explore/sequence/lifelines.ts';
import { textWidth, wrapToWidth } from '../../../src/render/explore/sequence/text-width.ts';
import { story } from './told-report.ts';

describe('A sequence diagram', () => {
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

  it('marks signatures and the step that the baseline refuses', () => {
    const [svg] = sequenceDiagram(story, 'A story', { step: 4, reason: 'The baseline refuses it' });
    expect(svg?.markup.match(/class="pen"/g)).toHaveLength(2);
    expect(svg?.markup).toContain('class="band refused"');
    expect(svg?.markup).toContain('class="label alarm"');
  });

  it('comes in parts where it is long, each with all lifelines named', () => {
    const long: Story = {
      ...story,
      steps: Array.from({ length: 40 }, (_, index) => ({ ...story.steps[index % 4]!, number: index + 1 })),
    };
    const parts = sequenceDiagram(long, 'Long');
    expect(parts.length).toBeGreaterThan(2);
    for (const { markup } of parts) expect(markup.match(/class="name"/g)?.length).toBeGreaterThanOrEqual(4);
    const numbers = parts.flatMap(({ markup }) =>
      [...markup.matchAll(/class="numbertext[^>]*>(\d+)</g)].map(([, number]) => Number(number)),
    );
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  });
});

const name = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' });
const message = fc.record({ interface: name, from: fc.constantFrom('A', 'B'), to: fc.constantFrom('B', 'C') });
const anyStep = fc
  .record({
    who: fc.constantFrom('Somebody', 'Somebody else with a long title in the department of quality'),
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
  it('stays inside the drawing', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 1, maxLength: 6 }), (steps) => {
        const numbered = steps.map((step, index) => ({ ...step, number: index + 1 }));
        const { rows, width, lifelines } = sequenceLayout({
          start: [],
          steps: numbered,
          faults: 0,
          byPeople: 0,
          replay: [],
        });
        for (const { label } of rows)
          for (const { text } of label.lines) {
            const half = textWidth(text, 12) / 2;
            expect(label.x - half).toBeGreaterThanOrEqual(0);
            expect(label.x + half).toBeLessThanOrEqual(width);
          }
        for (const { x, room } of lifelines) expect(x + room / 2).toBeLessThanOrEqual(width);
      }),
      { numRuns: 60 },
    );
  });

  it('is wrapped without losing a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 20, max: 300 }), (text, width) => {
        expect(wrapToWidth(text, width, 12).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });
});
