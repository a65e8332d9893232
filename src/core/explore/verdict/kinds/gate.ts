import type { Json } from '../../../language/canonical.ts';
import { parseStates } from '../../../model/condition/parse-states.ts';
import { matchingStates, stateVocabulary } from '../../../model/condition/state-vocabulary.ts';
import type { Element } from '../../../model/element.ts';
import type { SpecModel } from '../../../model/spec-model.ts';
import type { ComposedPlant } from '../../plant/composed-plant.ts';
import { TRUE } from '../../plant/simplify.ts';
import type { InvariantKind } from '../compiled-invariant.ts';
import { entriesInto } from './entries-into.ts';
import { listed } from '../wording.ts';

/**
 * States are entered by these steps alone, each signed where that is asked for. Which steps lead into a state is declared, so
 * that this is judged on the declarations: a way in that nobody reaches within the bounds is a way in. The search tells how
 * one comes there.
 */
export const gate: InvariantKind = {
  kind: 'gate',
  compile: ({ model, plant, invariant }) => {
    const { gate: gated = {}, only, signed = false } = invariant.attributes;
    const guarded = Object.entries(gated).map(([lifecycle, pattern]) => ({
      lifecycle,
      states: statesMeant(model, lifecycle, pattern),
    }));
    const breaches = guarded.flatMap(({ lifecycle, states }) => breachesOf(model, lifecycle, states, only, signed));
    const at = [...new Set(guarded.flatMap(({ lifecycle, states }) => stepsInto(plant, lifecycle, states, breaches)))];
    const names = guarded.flatMap(({ lifecycle, states }) => [...states].map((state) => `${lifecycle}.${state}`));
    if (names.length === 0) return { notExplored: 'It names no state: there is nothing to enter.' };
    const properties =
      at.length === 0
        ? []
        : [
            {
              kind: 'atStep',
              id: invariant.id,
              at: at.sort((a, b) => a - b).map((step) => ({ step, bad: TRUE })),
            } as const,
          ];
    return {
      properties,
      declared:
        breaches.length > 0
          ? { verdict: 'broken', reason: breaches.map(({ reason }) => reason).join(' ') }
          : {
              verdict: 'holds',
              reason: `This follows from the declarations, whatever is reached: ${listed(names)} ${names.length === 1 ? 'is' : 'are'} entered ${only === undefined ? 'by signed steps alone' : `by ${listed(only)} alone${signed ? ', each signed' : ''}`}.`,
            },
    };
  },
};

/** A way into the states that the invariant does not allow. */
interface Breach {
  /** Absent where the record begins there. */
  readonly transition?: string;
  readonly reason: string;
}

function statesMeant(model: SpecModel, lifecycle: string, pattern: Json): ReadonlySet<string> {
  const parsed = parseStates(pattern, [], () => undefined);
  return new Set(parsed === undefined ? [] : matchingStates(parsed.states, lifecycle, stateVocabulary(model)));
}

function breachesOf(
  model: SpecModel,
  id: string,
  states: ReadonlySet<string>,
  only: readonly string[] | undefined,
  signed: boolean,
): readonly Breach[] {
  const lifecycle = model.get('lifecycle', id);
  if (lifecycle === undefined) return [];
  const { initial } = lifecycle.attributes;
  const begins: readonly Breach[] =
    initial !== undefined && states.has(initial)
      ? [{ reason: `A record of ${id} begins in ${initial}, without any of these steps.` }]
      : [];
  const entries = entriesInto(model, lifecycle, states).flatMap(({ transition, how }): readonly Breach[] => {
    const way = how === 'leads' ? `leads into ${wayInto(transition, states, id)}` : `makes a record that begins there`;
    if (only !== undefined && !only.includes(transition.id))
      return [{ transition: transition.id, reason: `${transition.id} ${way} and is none of ${listed(only)}.` }];
    if (signed && (transition.attributes.sign ?? []).length === 0)
      return [{ transition: transition.id, reason: `${transition.id} ${way} and is not signed.` }];
    return [];
  });
  return [...begins, ...entries];
}

function wayInto(
  { attributes: { to } }: Element<'transition'>,
  states: ReadonlySet<string>,
  lifecycle: string,
): string {
  const targets = typeof to === 'string' ? [to] : to.last;
  return listed(targets.filter((state) => states.has(state)).map((state) => `${lifecycle}.${state}`));
}

/** Steps of the plant in which one of these transitions enters the states. */
function stepsInto(
  plant: ComposedPlant,
  lifecycle: string,
  states: ReadonlySet<string>,
  breaches: readonly Breach[],
): readonly number[] {
  const wrong = new Set(breaches.map(({ transition }) => transition));
  return plant.steps
    .filter(({ transitions, actions }) =>
      transitions.some((happened) => {
        if (!wrong.has(happened.id)) return false;
        if (happened.lifecycle === lifecycle) return !states.has(happened.from) && states.has(happened.to);
        return actions.some((action) => {
          if (action.kind !== 'set') return false;
          const variable = plant.variables[action.variable];
          return (
            variable?.role.kind === 'status' &&
            variable.role.lifecycle === lifecycle &&
            states.has(variable.values[action.value] ?? '')
          );
        });
      }),
    )
    .map(({ id }) => id);
}
