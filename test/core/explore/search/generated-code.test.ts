import { describe, expect, test } from 'vitest';
import { newFunction, type Compile } from '../../../../src/core/explore/search/new-function.ts';
import type { Property } from '../../../../src/core/explore/search/property.ts';
import { search, searchWith } from '../../../../src/core/explore/search/search.ts';
import { holdPlant, isIn, REPORT, STOCK } from './hold-plant.ts';

const NO_LIMITS = { states: Infinity, bytes: Infinity };

describe('Generated code', () => {
  test('holds nothing of what the user wrote: hostile names change no character of it', () => {
    const hostile = (name: string) => `*/}'";\`\${globalThis.hacked=1}\u2028;throw new Error(${name})//`;
    expect(sourcesFor(hostile)).toEqual(sourcesFor((name) => name));
    expect('hacked' in globalThis).toBe(false);
  });

  test('refuses what is no integer', () => {
    const plant = holdPlant();
    const [step] = plant.steps;
    if (step === undefined) throw new Error('the plant has steps');
    const text = 'process.exit()' as unknown as number;
    const wrong = { ...plant, steps: [{ ...step, guard: { kind: 'in' as const, variable: 0, values: [text] } }] };
    expect(search(wrong, [], NO_LIMITS).states).toBe(1);
    const sends = { ...plant, steps: [{ ...step, actions: [{ kind: 'send' as const, channel: 0, message: text }] }] };
    expect(() => search(sends, [], NO_LIMITS)).toThrow(RangeError);
    const asked: Property = {
      kind: 'never',
      id: 'x',
      onceSettled: false,
      bad: { kind: 'in', variable: text, values: [0] },
    };
    expect(() => search(plant, [asked], NO_LIMITS)).toThrow(RangeError);
  });
});

function sourcesFor(text: (name: string) => string): string[] {
  const sources: string[] = [];
  const compile: Compile = (parameters, source) => {
    sources.push(`${parameters.join(',')}\n${source}`);
    return newFunction(parameters, source);
  };
  const properties: Property[] = [
    { kind: 'never', id: text('N'), bad: isIn(STOCK, 2), onceSettled: true },
    { kind: 'possible', id: text('P'), from: isIn(REPORT, 1), goal: isIn(REPORT, 2) },
  ];
  searchWith(compile, holdPlant(text), properties, NO_LIMITS);
  return sources;
}
