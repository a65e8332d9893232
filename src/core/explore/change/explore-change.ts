import { matchElements } from '../../diff/match-elements.ts';
import { elementKey } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { composePlant } from '../compose/compose-plant.ts';
import type { PlantBounds } from '../plant/composed-plant.ts';
import type { SearchLimits } from '../search/search-result.ts';
import type { SearchWatch } from '../search/search-watch.ts';
import type { Story } from '../story/story.ts';
import { DEFAULT_LIMITS } from '../verdict/exploration-request.ts';
import type { ExplorationRequest } from '../verdict/exploration-request.ts';
import type { Exploration } from '../verdict/exploration.ts';
import { exploreWorlds } from '../verdict/explore-model.ts';
import type { SearchedWorld } from '../verdict/world.ts';
import { applyEdits } from './apply-edits.ts';
import { blameFor } from './blame.ts';
import type { ChangeExploration, InvariantChange, NewPath } from './change-exploration.ts';
import { compareExplorations } from './compare-explorations.ts';
import { editedElement, editsBetween, renamesBetween } from './edit.ts';
import { explorable } from './explored-content.ts';
import { knownAnswers } from './known-answers.ts';
import { mixedRevisions } from './mixed-revisions.ts';
import type { MixedRevisions } from './mixed-revisions.ts';
import { newPaths } from './new-paths.ts';
import type { SearchedRevision, SearchedRevisions } from './new-paths.ts';
import { lostStory, refusalOf } from './refusal.ts';
import { sameBounds } from './same-bounds.ts';

/**
 * Explores both revisions within the same bounds and says what the change does to every invariant: for each that head newly
 * breaks, or breaks with fewer faults, where base would have refused the story and the fewest edits that break it on their
 * own; and the combinations of states that only head reaches.
 */
export function exploreChange(
  base: SpecModel,
  head: SpecModel,
  request: ExplorationRequest = {},
  watch?: SearchWatch,
): ChangeExploration {
  const same = sameBounds(base, head, request);
  const { exploration: before, worlds: baseWorlds } = exploreWorlds(base, same.base, watch, true);
  const { exploration: after, worlds: headWorlds } = exploreWorlds(head, same.head, watch, true);
  const limits = limitsOf(request.limits ?? DEFAULT_LIMITS, before, after);
  const renamed = inNamesOfHead(base, head);
  const idInHead = invariantInHead(base, head);
  const known = {
    stories: new Map(
      after.invariants.flatMap(({ invariant, verdict, story }) =>
        verdict === 'broken' && story !== undefined ? [[invariant, story]] : [],
      ),
    ),
    answers: knownAnswers([
      ...baseWorlds.map((world) => ({ world, ids: world.invariants.map(({ invariant }) => idInHead(invariant)) })),
      ...headWorlds.map((world) => ({ world, ids: world.invariants.map(({ invariant }) => invariant) })),
    ]),
  };
  const mixed = mixedRevisions(renamed, head, known, limits, watch);
  const bounds = { ...after.bounds, messages: Math.max(before.bounds.messages, after.bounds.messages) };
  const compared = compareExplorations(before, after, idInHead);
  const cancelled = watch?.cancelled?.() === true;
  const broken = new Set(
    after.invariants.flatMap(({ invariant, verdict }) => (verdict === 'broken' ? [invariant] : [])),
  );
  const made = cancelled ? [] : compared.filter((one) => broken.has(one.invariant) && isMadeByChange(one));
  const edits = made.length === 0 ? [] : editsBetween(explorable(renamed), explorable(head));
  const invariants = compared.map((change): InvariantChange => {
    if (!made.includes(change)) return change;
    const { invariant, story, headFaults: faults = 0 } = change;
    const within = { ...bounds, faults };
    const alike = made.filter(({ headFaults = 0 }) => headFaults === faults).map((one) => one.invariant);
    const refusal = story && refusalOf(mixed.composition([], withRoomFor(story, within)).plant, story);
    const witness = renamed === base && story === undefined ? witnessOf(before, invariant) : undefined;
    return {
      ...change,
      ...(witness === undefined
        ? {}
        : { reason: `${change.reason} ${lostStory(composePlant(head, within).plant, witness)}` }),
      ...(refusal === undefined ? {} : { refusal }),
      blame: blameFor(renamed, head, edits, mixed, {
        invariant,
        alike,
        bounds: within,
        ...(story === undefined ? {} : { story }),
      }),
    };
  });
  const paths = cancelled
    ? { paths: [], complete: false }
    : pathsOpened(head, mixed, bounds, limits, watch, (within) => {
        const [one, other] = hasSameStates(base, head)
          ? [seenWhole(baseWorlds, within), seenWhole(headWorlds, within)]
          : [];
        return one === undefined || other === undefined
          ? undefined
          : { base: { model: base, ...one }, head: { model: head, ...other } };
      });
  return {
    base: before,
    head: after,
    invariants,
    newPaths: paths.paths,
    notes: same.notes,
    complete: before.complete && after.complete && paths.complete,
  };
}

/** Whether what both revisions have of states, and of what they are states of, is called alike in both. */
function hasSameStates(base: SpecModel, head: SpecModel): boolean {
  return renamesBetween(base, head).every((rename) => !/^(?:object|lifecycle|state):/u.test(editedElement(rename)));
}

/** Base under the names of head: what is called otherwise is no difference in what can happen. */
function inNamesOfHead(base: SpecModel, head: SpecModel): SpecModel {
  const renames = renamesBetween(base, head);
  return renames.length === 0 ? base : applyEdits(base, head, renames);
}

function invariantInHead(base: SpecModel, head: SpecModel): (id: string) => string {
  const ids = new Map(matchElements(base, head).pairs.map(({ before, after }) => [before.key, after.id]));
  return (id) => ids.get(elementKey('invariant', id)) ?? id;
}

/** The way by which something is reached that has to stay reachable. */
function witnessOf({ invariants }: Exploration, id: string): Story | undefined {
  return invariants.find(({ invariant, kind }) => invariant === id && kind === 'reachable')?.story;
}

/** A story may come from a world with more messages in a channel. */
function withRoomFor({ steps }: Story, bounds: PlantBounds): PlantBounds {
  return { ...bounds, messages: Math.max(bounds.messages, ...steps.map(({ onTheWay }) => onTheWay.length)) };
}

/** What head is to blame for, where it is broken there. */
function isMadeByChange({ change }: InvariantChange): boolean {
  return change === 'newly-broken' || change === 'worse' || change === 'new';
}

/** What was met together in the world of these bounds, where it was searched to the end. */
function seenWhole(
  worlds: readonly SearchedWorld[],
  { messages, faults }: PlantBounds,
): Omit<SearchedRevision, 'model'> | undefined {
  const world = worlds.find(({ plant: { bounds } }) => bounds.messages === messages && bounds.faults === faults);
  const together = world?.result.together;
  if (world === undefined || world.result.stopped !== undefined || together === undefined) return undefined;
  return { composition: { ...world.composition, plant: world.plant }, together };
}

/** With no fault first: what needed a fault before may now need none. */
function pathsOpened(
  head: SpecModel,
  mixed: MixedRevisions,
  bounds: PlantBounds,
  limits: SearchLimits,
  watch: SearchWatch | undefined,
  searched: (within: PlantBounds) => SearchedRevisions | undefined,
): { readonly paths: readonly NewPath[]; readonly complete: boolean } {
  const paths = new Map<string, NewPath>();
  let complete = true;
  for (const faults of new Set([0, bounds.faults])) {
    const found = newPaths(
      (messages) => ({ model: mixed.model([]), composition: mixed.composition([], { ...bounds, messages, faults }) }),
      (messages) => ({ model: head, composition: composePlant(head, { ...bounds, messages, faults }) }),
      bounds.messages,
      limits,
      watch,
      searched({ ...bounds, faults }),
    );
    complete = complete && found.complete;
    for (const path of found.paths) if (!paths.has(path.what)) paths.set(path.what, path);
  }
  return { paths: [...paths.values()], complete };
}

/** A mixture is hardly larger than either revision: one that is much larger is not searched to its end. */
function limitsOf(limits: SearchLimits, ...explorations: readonly Exploration[]): SearchLimits {
  const states = explorations.flatMap(({ runs }) => runs.map((run) => run.states));
  return { ...limits, states: Math.min(limits.states, 10 * Math.max(10_000, ...states)) };
}
