import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { saysInForce } from '../linting/declared.ts';
import { stateGraph } from './state-graph.ts';
import { listed, named } from './wording.ts';

/**
 * Final states that no step left, and that one leaves now; or states of whatever meaning that some step left, and none does
 * now. A step back to where the record came from counts as a way out.
 */
export function exitVerdicts(context: ChangeContext, exits: 'gained' | 'lost'): readonly Verdict[] {
  const { base, head, inHead } = context;
  return base.ofKind('lifecycle').flatMap((before) => {
    const after = inHead(before) as Element<'lifecycle'> | undefined;
    if (after === undefined) return [];
    const was = exitsOf(before, base);
    const is = exitsOf(after, head);
    return base.partsOf(before, 'state').flatMap((origin): readonly Verdict[] => {
      const state = inHead(origin);
      if (state === undefined) return [];
      const ways = [was.get(origin.localId) ?? [], is.get(state.localId) ?? []] as const;
      const [none, some] = exits === 'gained' ? ways : [ways[1], ways[0]];
      if (none.length > 0 || some.length === 0 || (exits === 'gained' && !isFinal(origin))) return [];
      const what =
        exits === 'gained'
          ? `${named(state)} could not be left; now ${listed(some)} leads out of it.`
          : `${named(state)} can no longer be left; ${listed(some)} led out of it.`;
      const values = exits === 'gained' ? { from: [], to: some } : { from: some, to: [] };
      return [{ what, before: origin, after: state, values, partial: true }];
    });
  });
}

/** Whether records rest there for good; a state of which nothing is said may be one. */
function isFinal({ attributes: { class: meaning, resting } }: Element<'state'>): boolean {
  return resting === true || meaning === undefined || meaning === 'closed' || meaning === 'terminal';
}

/** Local state name → steps that lead out of it. */
function exitsOf(lifecycle: Element<'lifecycle'>, model: SpecModel): ReadonlyMap<string, readonly string[]> {
  const exits = new Map<string, string[]>();
  const add = (state: string, step: string): void => {
    const steps = exits.get(state) ?? [];
    if (!steps.includes(step)) exits.set(state, [...steps, step]);
  };
  for (const { from, to, transition } of stateGraph(lifecycle, model).steps)
    if (from !== to) add(from, transition.localId);
  const names = model.partsOf(lifecycle, 'state').map(({ localId }) => localId);
  for (const { attributes, localId } of model.partsOf(lifecycle, 'transition')) {
    const { from, to, status } = attributes;
    if (typeof to === 'string' || !saysInForce(status)) continue;
    for (const state of from.flatMap((name) => (name === 'any' ? names : [name]))) add(state, localId);
  }
  return exits;
}
