import { guardAtoms } from '../model/condition/atoms.ts';
import type { DerivationContext } from './derivation-context.ts';
import type { LifecycleView } from './lifecycle-view.ts';
import { illegalPairs } from './strategies/ill.ts';
import { refusedRoles } from './strategies/rol.ts';

/** What a lifecycle consists of, counted for the derivation rules and printed in the documents. */
export interface LifecycleCounts {
  readonly lifecycle: string;
  readonly states: number;
  /** Distinct events. */
  readonly events: number;
  readonly transitions: number;
  /** One per source state of a transition; a step that makes the record counts as one. */
  readonly arcs: number;
  /** Pairs of state and event that no transition answers; events that only make a record are not counted. */
  readonly illegalPairs: number;
  readonly guardAtoms: GuardAtomCounts;
  readonly signedTransitions: number;
  /** One per transition and human role that may not start it, after inheritance. */
  readonly roleNegatives: number;
}

/** Atomic conditions by where they are written; each is an obligation of its own. */
export interface GuardAtomCounts {
  readonly conditions: number;
  /** What a message must carry to start a step. */
  readonly messageFilters: number;
  /** Dates that must have passed. */
  readonly timers: number;
  /** Segregation rules that a transition must respect as the later of two acts of one lifecycle, or of several. */
  readonly segregation: number;
}

/** What counting needs: no story is told for it. */
export type CountedPlant = Pick<DerivationContext, 'model' | 'lifecycles' | 'rights'>;

/** Counts of every lifecycle, by id. */
export function lifecycleCounts(context: CountedPlant): readonly LifecycleCounts[] {
  return context.lifecycles.map((lifecycle) => countsOf(lifecycle, context));
}

function countsOf(lifecycle: LifecycleView, context: CountedPlant): LifecycleCounts {
  const { transitions } = lifecycle;
  const sum = (count: (transition: LifecycleView['transitions'][number]) => number): number =>
    transitions.reduce((total, transition) => total + count(transition), 0);
  return {
    lifecycle: lifecycle.id,
    states: lifecycle.states.length,
    events: new Set(transitions.map(({ event }) => event)).size,
    transitions: transitions.length,
    arcs: sum(({ sources }) => sources.length),
    illegalPairs: illegalPairs(lifecycle).length,
    guardAtoms: {
      conditions: sum(({ when }) => (when === undefined ? 0 : guardAtoms(when).length)),
      messageFilters: sum(({ receives }) => (receives?.filter === undefined ? 0 : guardAtoms(receives.filter).length)),
      timers: sum(({ after }) => (after === undefined || typeof after === 'string' ? 0 : 1)),
      segregation: segregationAtoms(lifecycle, context),
    },
    signedTransitions: transitions.filter(({ element }) => (element.attributes.sign ?? []).length > 0).length,
    roleNegatives: sum((transition) => refusedRoles(transition, context).length),
  };
}

/** A rule counts where its last act is: there the earlier ones are looked at. Rules that bar whole roles are no condition of a step. */
function segregationAtoms(lifecycle: LifecycleView, { model }: CountedPlant): number {
  const rules = model.ofKind('segregation').filter(({ attributes }) => attributes.barred === undefined);
  return rules.filter(({ attributes: { acts } }) => acts.at(-1)?.startsWith(`${lifecycle.id}.`) ?? false).length;
}
