import { describe, expect, it } from 'vitest';
import { tellStory } from '../../../../src/core/explore/story/tell-story.ts';
import { readTraceFile, traceFileOf } from '../../../../src/core/explore/story/trace-file.ts';
import { holdModel, holdPlant, STEP } from './hold-plant.ts';

const plant = holdPlant([0, 1, 2]);
const story = tellStory(holdModel(), plant, { initial: 0, steps: [STEP.raise, STEP.release] });
const file = traceFileOf(plant.bounds, [{ about: 'R1', story }]);
const changed = (change: (file: Record<string, unknown>) => unknown): string =>
  JSON.stringify(change(JSON.parse(JSON.stringify(file)) as Record<string, unknown>));

describe('A trace file', () => {
  it('holds nothing that belongs to one revision only', () => {
    expect(file).toEqual({
      formatVersion: 1,
      bounds: plant.bounds,
      traces: [
        {
          about: 'R1',
          start: { 'NCR of ncr 1': 'Draft', 'STOCK of lot 1': 'QI' },
          steps: ['NCR.T01 by people on ncr 1', 'STOCK.T02 by people on lot 1'],
        },
      ],
    });
  });

  it('is read as it was written', () => {
    expect(readTraceFile(JSON.stringify(file))).toEqual(file);
  });

  it.each<[string, string, RegExp]>([
    ['no JSON', 'steps: []', /is no JSON/],
    ['another kind of file', '[]', /the file is no object/],
    ['an unknown format', changed((one) => ({ ...one, formatVersion: 2 })), /has the format 2, and .* reads format 1/],
    ['an unknown key', changed((one) => ({ ...one, run: 'rm' })), /the file has 'run', which nothing reads/],
    ['a missing key', changed(({ traces: _, ...one }) => one), /the file has no 'traces'/],
    [
      'steps that are no text',
      changed((one) => ({ ...one, traces: [{ about: '', start: {}, steps: [1] }] })),
      /traces\[0\]\.steps\[0\] is no text/,
    ],
    [
      'a step without end',
      changed((one) => ({ ...one, traces: [{ about: '', start: {}, steps: ['x'.repeat(501)] }] })),
      /is longer than 500/,
    ],
    [
      'more steps than anybody reads',
      changed((one) => ({ ...one, traces: [{ about: '', start: {}, steps: Array(10_001).fill('') }] })),
      /has more than 10000 entries/,
    ],
    [
      'a world without end',
      changed((one) => ({ ...one, bounds: { ...plant.bounds, instances: { lot: 1e9 } } })),
      /bounds\.instances\.lot is no whole number from 0 to 50/,
    ],
    [
      'half a fault',
      changed((one) => ({ ...one, bounds: { ...plant.bounds, faults: 0.5 } })),
      /bounds\.faults is no whole number from 0 to 16/,
    ],
    [
      'no queue at all',
      changed((one) => ({ ...one, bounds: { ...plant.bounds, messages: 0 } })),
      /bounds\.messages is no whole number from 1 to 64/,
    ],
    ['too much of anything', ' '.repeat(4_000_001), /is longer than 4000000 characters/],
  ])('is refused with %s', (_, text, message) => {
    expect(() => readTraceFile(text)).toThrow(message);
  });

  it('gives names of prototypes no meaning', () => {
    const text = JSON.stringify(file).replace('"NCR of ncr 1"', '"__proto__"');
    expect(Object.keys(readTraceFile(text).traces[0]?.start ?? {})).toEqual(['__proto__', 'STOCK of lot 1']);
    expect(({} as Record<string, unknown>)['Draft']).toBeUndefined();
  });
});
