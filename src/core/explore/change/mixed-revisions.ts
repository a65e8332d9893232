import { composePlant } from '../compose/compose-plant.ts';
import type { Composition } from '../compose/composition.ts';
import type { ComposedPlant, PlantBounds } from '../plant/composed-plant.ts';
import { search } from '../search/search.ts';
import type { Answer, SearchLimits, Trace } from '../search/search-result.ts';
import type { SearchWatch } from '../search/search-watch.ts';
import type { Story } from '../story/story.ts';
import { compileInvariants } from '../verdict/compile-invariant.ts';
import type { CompiledInvariant } from '../verdict/compiled-invariant.ts';
import { isWithRealContents } from '../verdict/real-contents.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { applyEdits } from './apply-edits.ts';
import type { Edit } from './edit.ts';
import type { Outcome } from './fewest-edits.ts';
import type { KnownAnswers } from './known-answers.ts';
import { violationByStory } from './story-judgement.ts';

/** Base with some of the edits, composed when somebody asks and then kept. */
export interface MixedRevisions {
  model(edits: readonly Edit[]): SpecModel;
  composition(edits: readonly Edit[], bounds: PlantBounds): Composition;
  /** Whether these invariants, called as in head, break within these bounds: one search answers for all of them. */
  judge(invariants: readonly string[], edits: readonly Edit[], bounds: PlantBounds): ReadonlyMap<string, Outcome>;
}

/** What is known before a mixture is searched: often that is enough. */
export interface KnownBefore {
  /** Invariant, as head calls it → the story that breaks it in head. */
  readonly stories: ReadonlyMap<string, Story>;
  /** What the search of a revision says, if the mixture differs from it in nothing that can come about. */
  readonly answers: KnownAnswers;
}

/** Mixtures of two revisions that use the same names. */
export function mixedRevisions(
  base: SpecModel,
  head: SpecModel,
  known: KnownBefore,
  limits: SearchLimits,
  watch?: SearchWatch,
): MixedRevisions {
  const models = new Map<string, SpecModel>();
  const compositions = new Map<string, Composition>();
  const judgements = new Map<string, ReadonlyMap<string, Outcome>>();
  const model = (edits: readonly Edit[]): SpecModel =>
    kept(models, nameOf(edits), () => (edits.length === 0 ? base : applyEdits(base, head, edits)));
  const composition = (edits: readonly Edit[], bounds: PlantBounds): Composition =>
    kept(compositions, nameWithin(edits, bounds), () => composePlant(model(edits), bounds));
  const judge = (ids: readonly string[], edits: readonly Edit[], bounds: PlantBounds): ReadonlyMap<string, Outcome> =>
    kept(judgements, `${ids.join(' ')}\n${nameWithin(edits, bounds)}`, () => {
      const mixed = model(edits);
      const invariants = ids.flatMap((id) => mixed.get('invariant', id) ?? []);
      const composed = composition(edits, bounds);
      const { plant, invariants: compiled } = compileInvariants(mixed, composed, invariants);
      const asked = compiled.map((one, index) => ({ one, invariant: invariants[index] as Element<'invariant'> }));
      const isReal = (invariant: Element<'invariant'>, within: ComposedPlant, trace: Trace): boolean =>
        isWithRealContents(
          { model: mixed, invariant, plant: within, trace, asked: ({ properties }) => properties },
          limits,
          watch,
        );
      const outcomes = new Map<string, Outcome>();
      for (const { one, invariant } of asked) {
        const story = known.stories.get(one.invariant);
        const trace = story && violationByStory(plant, one.properties, story);
        if (trace !== undefined && isReal(invariant, plant, trace)) outcomes.set(one.invariant, 'breaks');
      }
      const open = asked.filter(({ one }) => !outcomes.has(one.invariant));
      if (open.length === 0) return outcomes;
      const told = known.answers(mixed, composed, bounds);
      const unknown = open.filter(({ one }) => told?.(one.invariant) === undefined);
      const searched = unknown.flatMap(({ one }) => one.properties);
      const { answers } =
        unknown.length === 0 ? { answers: [] } : search(plant, searched, limits, watch, { stopWhenDecided: true });
      let place = 0;
      for (const { one, invariant } of open) {
        const found = told?.(one.invariant);
        const own = found?.answers ?? answers.slice(place, (place += one.properties.length));
        const within = found?.plant ?? plant;
        outcomes.set(
          one.invariant,
          outcomeOf(one, own, (trace) => isReal(invariant, within, trace)),
        );
      }
      return outcomes;
    });
  return { model, composition, judge };
}

/** What is only assumed of the contents of messages says nothing for certain. */
function outcomeOf(
  { declared, kind }: CompiledInvariant,
  answers: readonly Answer[],
  isReal: (trace: Trace) => boolean,
): Outcome {
  if (declared?.verdict === 'broken') return 'breaks';
  const violated = answers.flatMap((answer) => (answer.outcome === 'violated' ? [answer] : []));
  // That nothing leads to what has to be reachable needs no story.
  if (violated.length > 0)
    return kind === 'reachable' || violated.some(({ trace }) => isReal(trace)) ? 'breaks' : 'unknown';
  const isOpen = (answer: Answer): boolean =>
    answer.outcome === 'undecided' ||
    (answer.outcome === 'satisfied' &&
      (answer.assumed === true || (kind === 'reachable' && answer.trace !== undefined && !isReal(answer.trace))));
  return answers.some(isOpen) ? 'unknown' : 'does not break';
}

function nameWithin(edits: readonly Edit[], { messages, faults }: PlantBounds): string {
  return `${messages} ${faults}\n${nameOf(edits)}`;
}

function nameOf(edits: readonly Edit[]): string {
  return edits.map(({ id }) => id).join('\n');
}

function kept<T>(known: Map<string, T>, name: string, make: () => T): T {
  const found = known.get(name);
  if (found !== undefined) return found;
  const made = make();
  known.set(name, made);
  return made;
}
