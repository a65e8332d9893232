export {
  holderInWords,
  holdersOf,
  personsHolding,
  rolesOfStep,
  rolesThatDecide,
} from '../../graph/queries/role-holders.ts';
export type { Holder } from '../../graph/queries/role-holders.ts';
