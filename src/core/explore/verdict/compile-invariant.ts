import { statusOf } from '../../model/element-status.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { Composition } from '../compose/composition.ts';
import type { ComposedPlant } from '../plant/composed-plant.ts';
import { FALSE } from '../plant/simplify.ts';
import { withHistory } from '../plant/with-history.ts';
import type { Expression } from '../plant/expression.ts';
import type { CompiledInvariant, InvariantKind } from './compiled-invariant.ts';
import { INVARIANT_KINDS } from './kinds/index.ts';
import { freeNotes, objectsMissing } from './left-out.ts';

/** Invariants as questions about one plant, which remembers whatever any of them has to know of the past. */
export interface CompiledInvariants {
  readonly plant: ComposedPlant;
  /** In the order in which they were given. */
  readonly invariants: readonly CompiledInvariant[];
}

/** What these invariants mean in a composed plant, so that one search can answer them all. */
export function compileInvariants(
  model: SpecModel,
  composition: Composition,
  invariants: readonly Element<'invariant'>[],
): CompiledInvariants {
  let { plant } = composition;
  const variables = new Map<string, number>();
  const explored = invariants.map((invariant) => ({ invariant, kind: kindOf(invariant) }));
  for (const { invariant, kind } of explored) {
    for (const history of kind?.remember?.({ model, composition, invariant }) ?? []) {
      const remembering = withHistory(plant, history);
      ({ plant } = remembering);
      variables.set(history.name, remembering.variable);
    }
  }
  const remembered = (name: string): Expression => {
    const variable = variables.get(name);
    return variable === undefined ? FALSE : { kind: 'in', variable, values: [1] };
  };
  const compiled = explored.map(({ invariant, kind }): CompiledInvariant => {
    if (kind === undefined)
      return { ...NOTHING, invariant: invariant.id, kind: 'unknown', notExplored: 'It does not say what must hold.' };
    if (statusOf(model, invariant) === 'retired')
      return { ...NOTHING, invariant: invariant.id, kind: kind.kind, notExplored: 'It is retired.' };
    const missing = objectsMissing(composition, invariant);
    if (missing !== undefined) return { ...NOTHING, invariant: invariant.id, kind: kind.kind, notExplored: missing };
    const made = kind.compile({ model, composition, invariant, plant, remembered });
    const notes = [...(made.notes ?? []), ...freeNotes(model, composition, invariant)];
    return { ...NOTHING, ...made, notes, invariant: invariant.id, kind: kind.kind };
  });
  // Conditions of invariants can name facts that no step of the plant does.
  return { plant: { ...plant, freeAtoms: composition.plant.freeAtoms }, invariants: compiled };
}

/** One invariant on its own, with the plant in which its properties are to be searched. */
export function compileInvariant(
  model: SpecModel,
  composition: Composition,
  invariant: Element<'invariant'>,
): CompiledInvariant & { readonly plant: ComposedPlant } {
  const { plant, invariants } = compileInvariants(model, composition, [invariant]);
  const [compiled] = invariants;
  if (compiled === undefined) throw new RangeError(`${invariant.id} was not compiled`);
  return { ...compiled, plant };
}

/** What kind of invariant it is; undefined when it says nothing. */
export function kindOf({ attributes }: Element<'invariant'>): InvariantKind | undefined {
  return INVARIANT_KINDS.find(({ kind }) => kind in attributes);
}

const NOTHING = { properties: [], probes: [], notes: [] } as const;
