import type { Element } from '../../../model/element.ts';
import type { SpecModel } from '../../../model/spec-model.ts';
import type { PlantBounds } from '../../plant/composed-plant.ts';

export type WeakeningKind =
  | 'allowed-elsewhere'
  | 'blocking-member-missing'
  | 'condition-dropped'
  | 'condition-part-dropped'
  | 'filter-dropped'
  | 'leads-elsewhere'
  | 'message-not-sent'
  | 'not-signed'
  | 'order-not-kept'
  | 'permitting-member-added'
  | 'procedure-dropped'
  | 'role-widened';

/** One step by which the specification asks for less than it does. */
export interface Weakening {
  readonly kind: WeakeningKind;
  /** The element as it would then read. */
  readonly weakened: Element;
  /** Where in its attributes, as written, it says today what would go. */
  readonly path: readonly (string | number)[];
  /** What goes with its name: `no longer sent IF-001`. */
  readonly what: string;
  /** What the process owner is asked when nothing notices: `is it superfluous`. */
  readonly doubt: string;
}

/** A way of asking for less. */
export interface WeakeningRule {
  readonly kind: WeakeningKind;
  /** What it does to the specification, in one sentence. */
  readonly purpose: string;
  /** True where it takes a condition away: what only people can know then makes no difference to a search. */
  readonly dropsCondition?: true;
  /** Every such step in what a world with these bounds holds, by element. */
  of(model: SpecModel, scope: WeakeningScope): Iterable<Weakening>;
}

/** What is explored, so that nothing is weakened that no search can see. */
export interface WeakeningScope {
  readonly bounds: PlantBounds;
  readonly lifecycles: readonly Element<'lifecycle'>[];
  /** Steps of these lifecycles that are not left out, by id. */
  readonly transitions: readonly Element<'transition'>[];
}

/** The lifecycles and steps that a world with these bounds holds. */
export function weakeningScope(model: SpecModel, bounds: PlantBounds): WeakeningScope {
  const without = new Set(bounds.without.map((name) => name.slice(name.indexOf(':') + 1)));
  const lifecycles = model.ofKind('lifecycle').filter(({ id }) => !without.has(id));
  const transitions = lifecycles
    .flatMap((lifecycle) => model.partsOf(lifecycle, 'transition'))
    .filter(({ id }) => !without.has(id));
  return { bounds, lifecycles, transitions };
}
