import { compareText } from '../../diagnostics/order.ts';
import { matchElements } from '../../diff/match-elements.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { boundsOf } from '../compose/bounds.ts';
import type { PlantBounds } from '../plant/composed-plant.ts';
import type { ExplorationRequest } from '../verdict/exploration-request.ts';

/** Requests that let both revisions be explored within one world, so that a change of `explore` can hide nothing. */
export interface SameBounds {
  readonly base: ExplorationRequest;
  readonly head: ExplorationRequest;
  /** Where the revisions declare different bounds and what was taken instead, in whole sentences; sorted. */
  readonly notes: readonly string[];
}

/**
 * The larger of what both revisions declare: the most records, messages and faults, what either of them takes in. Where they
 * begin a lifecycle in different states, base, which was approved, decides. What the request says holds for both.
 */
export function sameBounds(base: SpecModel, head: SpecModel, request: ExplorationRequest): SameBounds {
  const names = namesOf(base, head);
  const [before, after] = [boundsOf(base), boundsOf(head)];
  const notes: string[] = [];
  const note = (what: string, was: string, is: string, taken: string): void => {
    if (was !== is)
      notes.push(`The base explores with ${what} ${was}, the head with ${is}: both are explored with ${taken}.`);
  };
  const numbers = (what: 'instances' | 'spare'): Readonly<Record<string, number>> =>
    merged(keysOf(renamedKeys(before[what], names.toHead), after[what]), (object) => {
      const was = before[what][names.toBase(object)];
      const is = after[what][object];
      const noun = what === 'instances' ? `records of ${object}:` : `further records of ${object}:`;
      if (names.inBoth('object', object))
        note(noun, String(was ?? 0), String(is ?? 0), String(Math.max(was ?? 0, is ?? 0)));
      return Math.max(was ?? 0, is ?? 0);
    });
  const start = merged(keysOf(renamedKeys(before.start, names.toHead), after.start), (lifecycle) => {
    const was = before.start[names.toBase(lifecycle)];
    const is = after.start[lifecycle];
    if (!names.inBoth('lifecycle', lifecycle)) return is ?? was;
    const taken = was !== undefined && head.get('state', `${lifecycle}.${was}`) === undefined ? is : was;
    note(`the beginning of ${lifecycle}:`, was ?? 'its own', is ?? 'its own', taken ?? 'its own');
    return taken;
  });
  const left = leftOut(before.without.map(names.toHead), after.without, names);
  for (const name of left.takenIn) notes.push(`${name} is left out by one revision only: it is explored in both.`);
  const messages = [declaredMessages(base), declaredMessages(head)] as const;
  const most: number | 'auto' =
    messages[0] === 'auto' || messages[1] === 'auto' ? 'auto' : Math.max(messages[0], messages[1]);
  note('messages:', String(messages[0]), String(messages[1]), String(most));
  const faults = Math.max(before.faults, after.faults);
  note('faults:', String(before.faults), String(after.faults), String(faults));
  const timing = before.timing === 'any' ? 'any' : after.timing;
  note('timing:', before.timing, after.timing, timing);
  const world = {
    instances: numbers('instances'),
    spare: numbers('spare'),
    start,
    without: left.names,
    faults,
    timing,
  };
  const inHead = { ...world, messages: most, ...request.bounds };
  return {
    head: { ...request, bounds: inHead },
    base: { ...request, bounds: { ...inHead, ...inNamesOfBase(world, names), ...request.bounds } },
    notes: [...new Set(notes)].sort(compareText),
  };
}

/** How elements are called in the other revision. */
interface Names {
  readonly toHead: (name: string) => string;
  readonly toBase: (name: string) => string;
  readonly inBoth: (kind: 'object' | 'lifecycle', name: string) => boolean;
  /** Whether only head has a lifecycle or step of this name. */
  readonly isNewStep: (name: string) => boolean;
  readonly isKnown: (name: string, revision: 'base' | 'head') => boolean;
}

function namesOf(base: SpecModel, head: SpecModel): Names {
  const toHead = new Map<string, string>();
  const toBase = new Map<string, string>();
  for (const { before, after } of matchElements(base, head).pairs) {
    if (before.id === after.id || !['lifecycle', 'object', 'transition'].includes(before.kind)) continue;
    toHead.set(before.id, after.id);
    toBase.set(after.id, before.id);
  }
  const nameInBase = (name: string): string => toBase.get(name) ?? name;
  return {
    toHead: (name) => toHead.get(name) ?? name,
    toBase: nameInBase,
    inBoth: (kind, name) => base.get(kind, nameInBase(name)) !== undefined && head.get(kind, name) !== undefined,
    isNewStep: (name) =>
      head.get('transition', name) !== undefined && base.get('transition', nameInBase(name)) === undefined,
    isKnown: (name, revision) =>
      revision === 'base' ? base.named(nameInBase(name)).length > 0 : head.named(name).length > 0,
  };
}

/**
 * What stays left out: what both revisions leave out, or one of them where the other does not have it. A step that only head
 * has is never left out, or else a change could add it unseen.
 */
function leftOut(
  before: readonly string[],
  after: readonly string[],
  names: Names,
): { readonly names: readonly string[]; readonly takenIn: readonly string[] } {
  const all = [...new Set([...before, ...after])].sort(compareText);
  const stays = (name: string): boolean =>
    !names.isNewStep(name) &&
    (before.includes(name) || !names.isKnown(name, 'base')) &&
    (after.includes(name) || !names.isKnown(name, 'head'));
  return { names: all.filter(stays), takenIn: all.filter((name) => !stays(name)) };
}

function inNamesOfBase(
  { instances, spare, start, without }: Pick<PlantBounds, 'instances' | 'spare' | 'start' | 'without'>,
  { toBase }: Names,
): Pick<PlantBounds, 'instances' | 'spare' | 'start' | 'without'> {
  return {
    instances: renamedKeys(instances, toBase),
    spare: renamedKeys(spare, toBase),
    start: renamedKeys(start, toBase),
    without: without.map(toBase).sort(compareText),
  };
}

function renamedKeys<T>(
  values: Readonly<Record<string, T>>,
  rename: (name: string) => string,
): Readonly<Record<string, T>> {
  const renamed = Object.entries(values).map(([name, value]) => [rename(name), value] as const);
  return Object.fromEntries(renamed.sort(([a], [b]) => compareText(a, b)));
}

function keysOf(...records: readonly Readonly<Record<string, unknown>>[]): readonly string[] {
  return [...new Set(records.flatMap((record) => Object.keys(record)))].sort(compareText);
}

function merged<T>(names: readonly string[], value: (name: string) => T | undefined): Readonly<Record<string, T>> {
  const entries = names.flatMap((name): readonly (readonly [string, T])[] => {
    const found = value(name);
    return found === undefined ? [] : [[name, found]];
  });
  return Object.fromEntries(entries);
}

function declaredMessages(model: SpecModel): number | 'auto' {
  const messages = Number(model.project?.attributes.explore?.messages);
  return Number.isInteger(messages) && messages > 0 ? messages : 'auto';
}
