import { compareText } from '../../diagnostics/order.ts';
import type { Condition } from '../../language/condition.ts';
import { guardAtoms } from '../../model/condition/atoms.ts';
import type { Atom } from '../../model/condition/atoms.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { parentId } from '../names-in-condition.ts';
import type { SpecGraph } from '../spec-graph.ts';
import { distanceOf, reachableStates } from './reachable-states.ts';
import { segregationOf } from './segregation-of.ts';

/** One atomic condition under which a transition may happen. */
export type TransitionAtom = {
  /** Canonical text, stable over revisions: it names what has to hold, not where it stands. */
  readonly key: string;
  /**
   * `guard`: the system refuses the step without it. `procedure`: people do. `trigger`: it says which message starts the
   * step, as naming a kind of message does; another message is another event, not a refusal.
   */
  readonly role: 'guard' | 'procedure' | 'trigger';
} & (
  | { readonly source: 'when' | 'procedure' | 'receives'; readonly atom: Atom }
  /** The day in this field has passed. */
  | { readonly source: 'after'; readonly field: string }
  /** Whoever performs the step has not performed another act of this rule on the same record. */
  | { readonly source: 'segregation'; readonly rule: Element<'segregation'> }
);

/**
 * The atomic conditions of a transition. What counts as its guard (`role: 'guard'`), so that the sum over a plant is the
 * number of guard atoms of example section 5:
 *
 * - every atom of `when`, split at `all`, `any` and `if`–`then`, below quantifiers too;
 * - of `receives`, each atom that reads a status: the receiver judges it by a list of its own (`NCR: {in: SET}`). A test of
 *   the message's own fields alone (`field: verdict, in: [F, H]`) says which message is meant and is a trigger;
 * - `after` with a field: the step waits for a date that is data. A fixed time in the state is a timer, not a condition;
 * - a segregation rule of acts, enforced by the system: once, on the act that comes last (the one with most steps before it
 *   in its own lifecycle; of equals the last by id). A rule that bars roles is a matter of who may act at all.
 *
 * `procedure`, and segregation that is enforced by procedure, is checked by people and has that role.
 */
export function guardAtomsOf(
  model: SpecModel,
  graph: SpecGraph,
  transition: Element<'transition'>,
): readonly TransitionAtom[] {
  const { when, procedure, receives, after } = transition.attributes;
  const atoms: TransitionAtom[] = [];
  if (when !== undefined)
    for (const atom of guardAtoms(when)) atoms.push({ key: atom.key, role: 'guard', source: 'when', atom });
  if (procedure !== undefined)
    for (const atom of guardAtoms(procedure))
      atoms.push({ key: atom.key, role: 'procedure', source: 'procedure', atom });
  if (receives !== undefined && 'kind' in receives) {
    for (const atom of guardAtoms(receives)) {
      const role = readsStatus(atom.condition) ? 'guard' : 'trigger';
      atoms.push({ key: atom.key, role, source: 'receives', atom });
    }
  }
  if (after !== undefined && typeof after !== 'string')
    atoms.push({ key: `after ${after.field}`, role: 'guard', source: 'after', field: after.field });
  for (const rule of segregationOf(graph, transition.key)) {
    if (rule.attributes.barred !== undefined || lastAct(model, rule) !== transition.id) continue;
    const role = rule.attributes.enforced === 'procedure' ? 'procedure' : 'guard';
    atoms.push({ key: `segregation ${rule.id}`, role, source: 'segregation', rule });
  }
  return atoms;
}

function readsStatus(condition: Condition): boolean {
  switch (condition.kind) {
    case 'status':
      return true;
    case 'message':
    case 'not':
    case 'read':
    case 'quantified':
      return readsStatus(condition.of);
    default:
      return false;
  }
}

/** The act of a segregation rule that comes last, as far as the lifecycles tell. */
function lastAct(model: SpecModel, rule: Element<'segregation'>): string | undefined {
  const placed = rule.attributes.acts.map((id) => {
    const transition = model.get('transition', id);
    const lifecycle = transition && model.get('lifecycle', parentId(transition));
    const steps = lifecycle && transition && distanceOf(transition.attributes.from, reachableStates(model, lifecycle));
    return { id, steps: steps ?? -1 };
  });
  return placed.toSorted((a, b) => a.steps - b.steps || compareText(a.id, b.id)).at(-1)?.id;
}
