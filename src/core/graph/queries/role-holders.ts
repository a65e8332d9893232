import { statusOf } from '../../model/element-status.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';

type Transition = Element<'transition'>;

/** A role in which somebody has the right that is asked for. */
export interface Holder {
  readonly role: Element<'role'>;
  /** Roles from it to the one that is named: `[LEAD, OPERATOR]` = LEAD has the rights of OPERATOR; one entry = named itself. */
  readonly through: readonly string[];
}

/** Roles by id, each with every role whose rights it has and the way to it. */
type Closure = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

const KNOWN = new WeakMap<SpecModel, Closure>();

/**
 * Roles that hold one of these, by inheritance or because they may act as it; `anyone` is every role that persons hold. By
 * id, each by its shortest way; retired roles are held by nobody.
 */
export function holdersOf(model: SpecModel, names: readonly string[]): readonly Holder[] {
  const closure = KNOWN.get(model) ?? closureOf(model);
  KNOWN.set(model, closure);
  return model.ofKind('role').flatMap((role): readonly Holder[] => {
    if (statusOf(model, role) === 'retired') return [];
    const rights = closure.get(role.id);
    const ways = names.flatMap((name) => {
      const way = rights?.get(name);
      return way === undefined ? [] : [way];
    });
    const through = ways.toSorted((a, b) => a.length - b.length)[0];
    if (through !== undefined) return [{ role, through }];
    return names.includes('anyone') && isHuman(role) ? [{ role, through: [role.id] }] : [];
  });
}

/** The ids of the roles of persons that hold one of these. */
export function personsHolding(model: SpecModel, names: readonly string[]): ReadonlySet<string> {
  return new Set(
    holdersOf(model, names)
      .filter(({ role }) => isHuman(role))
      .map(({ role }) => role.id),
  );
}

/** Roles named as those who start a step, sign it, or act in it for a machine. */
export function rolesOfStep({ attributes: { by = [], sign = [], as } }: Transition): readonly string[] {
  return [...new Set([...by, ...sign.flatMap((signature) => signature.by ?? []), ...(as === undefined ? [] : [as])])];
}

/** Roles that answer for a step: who signs it, else who starts it. */
export function rolesThatDecide({ attributes: { by = [], sign = [] } }: Transition): readonly string[] {
  return sign.length === 0 ? by : [...new Set(sign.flatMap((signature) => signature.by ?? by))];
}

/** `LEAD`, or `LEAD (through OPERATOR)`. */
export function holderInWords({ role, through }: Holder): string {
  return through.length === 1 ? role.id : `${role.id} (through ${through.slice(1).join(', ')})`;
}

function isHuman({ attributes }: Element<'role'>): boolean {
  return (attributes.kind ?? 'human') === 'human';
}

function closureOf(model: SpecModel): Closure {
  return new Map(model.ofKind('role').map((role) => [role.id, rightsOf(model, role.id)]));
}

function rightsOf(model: SpecModel, role: string): ReadonlyMap<string, readonly string[]> {
  const ways = new Map<string, readonly string[]>([[role, [role]]]);
  for (const [held, way] of ways) {
    const { inherits = [], may } = model.get('role', held)?.attributes ?? {};
    for (const next of [...inherits, ...(may?.impersonate ?? [])]) if (!ways.has(next)) ways.set(next, [...way, next]);
  }
  return ways;
}
