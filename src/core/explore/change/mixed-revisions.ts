import { composePlant } from '../compose/compose-plant.ts';
import type { Composition } from '../compose/composition.ts';
import type { PlantBounds } from '../plant/composed-plant.ts';
import { search } from '../search/search.ts';
import type { Answer, SearchLimits, Trace } from '../search/search-result.ts';
import type { SearchWatch } from '../search/search-watch.ts';
import { compileInvariants } from '../verdict/compile-invariant.ts';
import type { CompiledInvariant } from '../verdict/compiled-invariant.ts';
import { isWithRealContents } from '../verdict/real-contents.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { applyEdits } from './apply-edits.ts';
import type { Edit } from './edit.ts';
import type { Outcome } from './fewest-edits.ts';

/** Base with some of the edits, composed when somebody asks and then kept. */
export interface MixedRevisions {
  model(edits: readonly Edit[]): SpecModel;
  composition(edits: readonly Edit[], bounds: PlantBounds): Composition;
  /** Whether these invariants, called as in head, break within these bounds: one search answers for all of them. */
  judge(invariants: readonly string[], edits: readonly Edit[], bounds: PlantBounds): ReadonlyMap<string, Outcome>;
}

/** Mixtures of two revisions that use the same names. */
export function mixedRevisions(
  base: SpecModel,
  head: SpecModel,
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
      const { plant, invariants: compiled } = compileInvariants(mixed, composition(edits, bounds), invariants);
      const properties = compiled.flatMap((one) => one.properties);
      const { answers } = search(plant, properties, limits, watch, { stopWhenDecided: true });
      let place = 0;
      const outcomes = compiled.map((one, index): readonly [string, Outcome] => {
        const invariant = invariants[index];
        const isReal = (trace: Trace): boolean =>
          invariant !== undefined &&
          isWithRealContents(
            { model: mixed, invariant, plant, trace, asked: ({ properties: asked }) => asked },
            limits,
            watch,
          );
        return [one.invariant, outcomeOf(one, answers.slice(place, (place += one.properties.length)), isReal)];
      });
      return new Map(outcomes);
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
