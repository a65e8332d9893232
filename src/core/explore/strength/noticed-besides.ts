import type { SpecModel } from '../../model/spec-model.ts';
import { linesAmong } from '../plant/without-record.ts';
import type { SearchResult } from '../search/search-result.ts';
import type { Observation } from '../verdict/exploration.ts';
import { deadlock } from '../verdict/observations/deadlock.ts';
import { deadSteps, statesNotReached } from '../verdict/observations/never-happens.ts';
import type { SearchedWorld, World } from '../verdict/world.ts';

/** Something that is noticed without being asked. */
export interface NoticedBesides {
  /** The same in two worlds where it is the same thing. */
  readonly key: string;
  /** One sentence. */
  readonly text: string;
}

const FULL = 'full ';

/** Whether what is noticed is that messages pile up. */
export function isFullChannel({ key }: NoticedBesides): boolean {
  return key.startsWith(FULL);
}

/** What the search of one world notices besides what its invariants ask. */
export function noticedBesides(model: SpecModel, world: SearchedWorld): readonly NoticedBesides[] {
  const asked = world.observations.flatMap(({ observation }, index) =>
    world.noticed[index]?.outcome === 'violated' ? [{ key: observationKey(observation), text: observation.text }] : [],
  );
  const vacuous = world.invariants.flatMap(({ invariant }, index) =>
    world.answers[index]?.probes.some(({ outcome }) => outcome === 'violated') === true
      ? [{ key: `vacuous-invariant ${invariant}`, text: `${invariant} then holds for nothing.` }]
      : [],
  );
  return [...asked, ...noticedAnyway(model, world, world.result), ...vacuous];
}

/** What every search notices, whatever it was asked: a dead end, a step or a state that never comes about, a full channel. */
export function noticedAnyway(model: SpecModel, world: World, result: SearchResult): readonly NoticedBesides[] {
  const { plant } = world;
  const searched: SearchedWorld = { ...world, result, answers: [], noticed: [] };
  const never =
    result.stopped === undefined ? [...deadSteps(model, [searched]), ...statesNotReached(model, [searched])] : [];
  const found = [...deadlock(model, searched), ...never].map((observation) => ({
    key: observationKey(observation),
    text: observation.text,
  }));
  const full = linesAmong(plant, result.full).map((channel) => {
    const name = plant.channels[channel]?.name ?? '';
    return { key: `${FULL}${name}`, text: `Messages then pile up in ${name}.` };
  });
  return [...found, ...full];
}

/** The same for two observations of the same thing. */
export function observationKey({ kind, subject }: Pick<Observation, 'kind' | 'subject'>): string {
  return `${kind} ${subject}`;
}
