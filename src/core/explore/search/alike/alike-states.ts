import type { ComposedPlant } from '../../plant/composed-plant.ts';
import type { AlikeStates, Explored } from '../explored.ts';
import { tables } from '../generated-step.ts';
import { unpacked, type Layout } from '../layout.ts';
import type { Compile } from '../new-function.ts';
import type { SearchMemory } from '../search-memory.ts';
import { unmovedCode } from './generated-representative.ts';
import type { RenamingGroup } from './renaming-group.ts';
import { ANY_NAMES, toldUnder } from './told-under.ts';

/** What there is to say of states that stand for all which call alike records otherwise. */
export function alikeStates(
  plant: ComposedPlant,
  names: RenamingGroup,
  memory: SearchMemory,
  layout: Layout,
  compile: Compile,
): Pick<Explored, 'told' | 'alike'> {
  const stateOf = (state: number) => unpacked(layout, memory.states, state);
  const alike: AlikeStates = {
    names,
    standFor: standFor(plant, names, memory, layout, compile),
    stateOf,
    told: (way, telling) => toldUnder({ plant, names, stateOf }, way, telling),
  };
  return { alike, told: (way) => alike.told(way, ANY_NAMES) };
}

/** A state stands for as many as there are renamings for each one that leaves it as it is. */
function standFor(
  plant: ComposedPlant,
  { renamings }: RenamingGroup,
  { states, count }: SearchMemory,
  layout: Layout,
  compile: Compile,
): number {
  const constants = tables();
  const code = unmovedCode(plant, layout, renamings, constants);
  const words = Array.from({ length: layout.words }, (_, word) => `s${word}=states[i*${layout.words}+${word}]`);
  const source = `'use strict';const clz=Math.clz32;let sum=0;for(let i=0;i<count;i++){const ${words.join(',')};${code}sum+=${renamings.length}/unmoved;}return sum;`;
  const names = constants.all.map((_, index) => `t${index}`);
  const sum = compile(['states', 'count', ...names], source)(states, count, ...constants.all);
  if (typeof sum !== 'number') throw new TypeError('the sum of states is no number');
  return Math.round(sum);
}
