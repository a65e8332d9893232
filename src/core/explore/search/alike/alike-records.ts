import type { ComposedPlant } from '../../plant/composed-plant.ts';
import { meaningText, stepText } from './plant-text.ts';
import { composed, renamedExpression, type Renaming } from './renaming.ts';

/** So many ways to call the records otherwise are used at most; with more alike records, some are told apart. */
const MOST_RENAMINGS = 120;

/**
 * Every way to let records of one object change their names after which the plant is the very same, the one that changes
 * nothing first. Which records are meant is read from names; that the plant is the same is then proven: each beginning and
 * each step, its condition, what it changes and what it sends, has to become another one that there is. So nothing is assumed
 * of how the plant was made, and a plant that names one of its records in particular has only those of the others.
 */
export function renamingsOf(plant: ComposedPlant): readonly Renaming[] {
  const alike = new Map<string, number[]>();
  plant.records.forEach(({ object }, record) => {
    if (object !== undefined) alike.set(object, [...(alike.get(object) ?? []), record]);
  });
  const several = [...alike.values()].filter(({ length }) => length > 1);
  const everybody = plant.records.map((_, record) => record);
  if (several.length === 0) return [sameNames(plant)];
  const described = descriptionOf(plant);
  if (described === undefined) return [sameNames(plant)];
  const same = sameNames(plant);
  let generators: readonly Renaming[] = [];
  let group: readonly Renaming[] = [same];
  const failed: [number, number][] = [];
  const isThere = (records: readonly number[]) => group.some((one) => one.records.join() === records.join());
  const tryWith = (...pairs: readonly [number, number][]): boolean => {
    const records = [...everybody];
    for (const [a, b] of pairs) [records[a], records[b]] = [b, a];
    if (isThere(records)) return true;
    const renaming = provenRenaming(plant, described, records);
    if (renaming === undefined) return false;
    const larger = generated([...generators, renaming], same);
    if (larger === undefined) return true;
    generators = [...generators, renaming];
    group = larger;
    return true;
  };
  for (const records of several)
    for (const [place, a] of records.entries())
      for (const b of records.slice(place + 1)) if (!tryWith([a, b])) failed.push([a, b]);
  // Records that belong to each other for good change their names together.
  const numbersOf = ([a, b]: readonly [number, number]) =>
    `${plant.records[a]?.number ?? ''} ${plant.records[b]?.number ?? ''}`;
  for (const numbers of new Set(failed.map(numbersOf))) {
    const together = failed.filter((pair) => numbersOf(pair) === numbers);
    if (together.length > 1) tryWith(...together);
  }
  return group;
}

function sameNames(plant: ComposedPlant): Renaming {
  return {
    records: numbers(plant.records.length),
    variables: numbers(plant.variables.length),
    values: plant.variables.map(({ values }) => numbers(values.length)),
    channels: numbers(plant.channels.length),
    messages: plant.channels.map(({ messages }) => numbers(messages.length + 1)),
    steps: numbers(plant.steps.length),
    initial: numbers(plant.initial.length),
  };
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** What a renamed plant is compared with. */
interface Description {
  readonly variables: ReadonlyMap<string, number>;
  readonly channels: ReadonlyMap<string, number>;
  /** Name and all that matters → the steps that are so, by id. */
  readonly steps: ReadonlyMap<string, readonly number[]>;
  readonly initial: ReadonlyMap<string, number>;
  readonly settled: string;
  readonly resting: string;
}

function descriptionOf(plant: ComposedPlant): Description | undefined {
  const same = sameNames(plant);
  const steps = new Map<string, number[]>();
  for (const step of plant.steps) {
    const text = stepText(plant, step, same);
    if (text === undefined) return undefined;
    const key = `${step.name}\n${text}`;
    steps.set(key, [...(steps.get(key) ?? []), step.id]);
  }
  const variables = new Map(plant.variables.map(({ name }, index) => [name, index]));
  const channels = new Map(plant.channels.map(({ name }, index) => [name, index]));
  if (variables.size < plant.variables.length || channels.size < plant.channels.length) return undefined;
  return {
    variables,
    channels,
    steps,
    initial: new Map(plant.initial.map((values, index) => [values.join(' '), index])),
    settled: meaningText(plant.settled),
    resting: meaningText(plant.resting),
  };
}

/** The renaming that lets records change their names so; undefined where the plant is then another one. */
function provenRenaming(plant: ComposedPlant, known: Description, records: readonly number[]): Renaming | undefined {
  const called = otherNames(plant, records);
  const variables = plant.variables.map(({ name }) => known.variables.get(called(name)) ?? -1);
  const channels = plant.channels.map(({ name }) => known.channels.get(called(name)) ?? -1);
  if (variables.includes(-1) || channels.includes(-1)) return undefined;
  const values = plant.variables.map(({ values: labels }, variable) =>
    places(labels.map(called), plant.variables[variables[variable] ?? -1]?.values ?? []),
  );
  const messages = plant.channels.map((channel, index) => {
    const target = plant.channels[channels[index] ?? -1];
    if (target?.order !== channel.order || target.capacity !== channel.capacity) return undefined;
    const labels = ({ messages: some }: typeof channel) => ['', ...some.map(({ label }) => label)];
    return places(labels(channel).map(called), labels(target));
  });
  const isWhole = (maps: readonly (readonly number[] | undefined)[]): maps is readonly (readonly number[])[] =>
    !maps.includes(undefined);
  if (!isWhole(values) || !isWhole(messages)) return undefined;
  const renaming = { records, variables, values, channels, messages, steps: [], initial: [] };
  const initial = plant.initial.map((state) => {
    const renamed: number[] = [];
    for (const [variable, value] of state.entries())
      renamed[variables[variable] ?? -1] = values[variable]?.[value] ?? -1;
    return known.initial.get(renamed.join(' ')) ?? -1;
  });
  if (initial.includes(-1)) return undefined;
  const isSame = (expression: typeof plant.settled, text: string) =>
    meaningText(renamedExpression(renaming, expression)) === text;
  if (!isSame(plant.settled, known.settled) || !isSame(plant.resting, known.resting)) return undefined;
  const used = new Map<string, number>();
  const steps: number[] = [];
  for (const step of plant.steps) {
    const key = `${called(step.name)}\n${stepText(plant, step, renaming) ?? ''}`;
    const place = used.get(key) ?? 0;
    const found = known.steps.get(key)?.[place];
    if (found === undefined) return undefined;
    used.set(key, place + 1);
    steps.push(found);
  }
  return { ...renaming, steps, initial };
}

/** A text with the names of the records changed: never within a longer word, so that `lot 1` is not found in `lot 12`. */
function otherNames({ records }: ComposedPlant, to: readonly number[]): (text: string) => string {
  const names = new Map(records.map(({ name }, record) => [name, records[to[record] ?? record]?.name ?? name]));
  const moved = [...names].filter(([name, other]) => name !== other).map(([name]) => name);
  const pattern = moved.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const found = new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'gu');
  return (text) => text.replace(found, (name) => names.get(name) ?? name);
}

/** Where each label is among the others, the second of two equal ones at the second place; undefined where one is missing. */
function places(labels: readonly string[], others: readonly string[]): readonly number[] | undefined {
  if (labels.length !== others.length) return undefined;
  const free = new Map<string, number[]>();
  for (const [place, label] of others.entries()) free.set(label, [...(free.get(label) ?? []), place]);
  const found = labels.map((label) => free.get(label)?.shift() ?? -1);
  return found.includes(-1) ? undefined : found;
}

/** The group that these generate together; undefined where it is too big. */
function generated(generators: readonly Renaming[], same: Renaming): readonly Renaming[] | undefined {
  const members = new Map([[same.records.join(), same]]);
  // A Map is read in the order of insertion, also what is inserted meanwhile.
  for (const one of members.values())
    for (const generator of generators) {
      const key = one.records.map((record) => generator.records[record]).join();
      if (!members.has(key)) members.set(key, composed(generator, one));
      if (members.size > MOST_RENAMINGS) return undefined;
    }
  return [...members.values()];
}
