import { exportedProperties, questionNames } from '../../src/core/explore/export/exported-property.ts';
import { plantNames } from '../../src/core/explore/export/plant-names.ts';
import { promelaOf } from '../../src/core/explore/export/promela.ts';
import { tlaOf } from '../../src/core/explore/export/tla.ts';
import type { ComposedPlant } from '../../src/core/explore/plant/composed-plant.ts';
import type { Property } from '../../src/core/explore/search/property.ts';
import { search } from '../../src/core/explore/search/search.ts';
import { spin } from './spin.ts';
import { tlc } from './tlc.ts';

/** What a search claims of a plant, in words that every checker has. */
export interface Claims {
  /** Reachable states. */
  readonly states: number;
  /** What is reachable of what was asked: `broken_…`, `reached_…`, `full_…`, `stuck_record`; sorted. */
  readonly found: readonly string[];
}

/** Kinds of property that every checker of reachable states can answer. */
const ASKED: readonly string[] = ['never', 'atStep', 'reachable'];

/** What the built-in search claims; undefined where it has to stop before it has seen every state. */
export function ourClaims(
  plant: ComposedPlant,
  properties: readonly Property[],
  states = Infinity,
): Claims | undefined {
  const result = search(plant, properties, { states, bytes: Infinity });
  if (result.stopped !== undefined) return undefined;
  const names = plantNames(plant);
  const { exported } = exportedProperties(plant, properties);
  const answers = result.answers.filter((_, index) => ASKED.includes(properties[index]?.kind ?? ''));
  const found = questionNames(names, exported).filter(
    (_, index) => answers[index]?.outcome === (exported[index]?.found === 'broken' ? 'violated' : 'satisfied'),
  );
  return {
    // Other checkers count all of those that only call alike records otherwise.
    states: result.standFor,
    found: [
      ...found,
      ...result.full.map((channel) => names.full[channel] ?? ''),
      ...(result.stuck === undefined ? [] : [names.stuck]),
    ].sort(),
  };
}

/** What Spin claims of the same plant. */
export async function spinClaims(plant: ComposedPlant, properties: readonly Property[]): Promise<Claims> {
  const { states, failed } = await spin(promelaOf(plant, properties));
  return { states: states - beforeTheBeginning(plant), found: failed };
}

/** What TLC claims of the same plant; it is asked for stuck records, too. */
export async function tlcClaims(plant: ComposedPlant, properties: readonly Property[]): Promise<Claims> {
  const { module, config } = tlaOf(plant, properties);
  const found: string[] = [];
  let asked = config.replace('\\* INVARIANT NotStuck', 'INVARIANT NotStuck');
  for (;;) {
    const answer = await tlc({ module, config: asked });
    if ('states' in answer) return { states: answer.states, found: found.sort() };
    const { violated } = answer;
    found.push(violated === 'NotStuck' ? plantNames(plant).stuck : violated.replace(/^not_/, ''));
    asked = asked.replace(`INVARIANT ${violated}\n`, '');
  }
}

/** The state in which Spin has not yet chosen where the story begins. */
export function beforeTheBeginning({ initial }: ComposedPlant): number {
  return initial.length > 1 ? 1 : 0;
}

/** The claims of every item, so many at a time, in the order of the items. */
export async function inTurn<Item, Result>(
  items: readonly Item[],
  atATime: number,
  claim: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      results[index] = await claim(items[index] as Item);
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
  return results;
}
