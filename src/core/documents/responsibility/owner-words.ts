import { notApplicable as doesNotApply, stated, type Stated, statedAttribute } from '../stated.ts';

/** The three functions that own together. */
export const FUNCTIONS = ['operations', 'quality', 'it'] as const;
export type OwnerFunction = (typeof FUNCTIONS)[number];

/** Owners as a step, a system, an object or an interface declares them. */
export interface Owners {
  readonly operations?: string;
  readonly quality?: string;
  readonly it?: string;
  readonly notApplicable?: Readonly<Record<string, string>>;
}

interface Owned {
  readonly owners?: Owners;
  readonly notApplicable?: Readonly<Record<string, string>>;
}

/** What an owner is called in print. */
export const OWNER_NAMES: Readonly<Record<OwnerFunction, string>> = {
  operations: 'operations',
  quality: 'quality',
  it: 'IT',
};

/** The owner of a function; where all owners do not apply, none of them does. */
export function ownerCell({ owners, notApplicable }: Owned, owner: OwnerFunction, missing?: string): Stated {
  const reason = notApplicable?.['owners'];
  if (owners === undefined && reason !== undefined) return doesNotApply(reason);
  return owners === undefined
    ? stated(undefined, missing ?? `${OWNER_NAMES[owner]} owner`)
    : statedAttribute(owners, owner, missing ?? `${OWNER_NAMES[owner]} owner`);
}
