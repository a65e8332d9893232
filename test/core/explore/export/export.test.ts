import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { promelaOf } from '../../../../src/core/explore/export/promela.ts';
import { tlaOf } from '../../../../src/core/explore/export/tla.ts';
import { stockPlant, stockQuestions } from './stock-plant.ts';

const expected = (name: string): string => fileURLToPath(new URL(`expected/${name}`, import.meta.url));

describe('a plant that is written for another checker', () => {
  it('can be read in Promela', async () => {
    await expect(promelaOf(stockPlant, stockQuestions)).toMatchFileSnapshot(expected('stock.pml'));
  });

  it('can be read in TLA+', async () => {
    const { module, config } = tlaOf(stockPlant, stockQuestions);
    await expect(module).toMatchFileSnapshot(expected('Plant.tla'));
    await expect(config).toMatchFileSnapshot(expected('Plant.cfg'));
  });

  it('is the same text each time', () => {
    expect(promelaOf(structuredClone(stockPlant), stockQuestions)).toBe(promelaOf(stockPlant, stockQuestions));
    expect(tlaOf(structuredClone(stockPlant), stockQuestions)).toEqual(tlaOf(stockPlant, stockQuestions));
  });

  it('has no question left without asking it: what cannot be asked is named', () => {
    const sentence =
      'Not asked here, since whether a goal stays within reach is a question about all ways from a state, not about one state: INV-04.';
    expect(promelaOf(stockPlant, stockQuestions)).toContain(sentence);
    expect(tlaOf(stockPlant, stockQuestions).module).toContain(sentence);
  });

  it('is refused where something has a position in a channel without order', () => {
    const [, bag] = stockPlant.channels;
    const settled = { kind: 'at', channel: 1, position: 1, messages: [1] } as const;
    expect(bag?.order).toBe('bag');
    expect(() => promelaOf({ ...stockPlant, settled }, [])).toThrow('channel 1 has no order');
  });
});
