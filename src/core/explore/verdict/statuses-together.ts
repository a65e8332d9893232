import type { ComposedPlant } from '../plant/composed-plant.ts';
import type { ToldTogether } from '../search/met-together.ts';

const KINDS: readonly string[] = ['status', 'existence', 'belongs'];

/** Everything that a combination of states depends on, with whether something is on its way. */
export function statusesTogether({ variables, settled }: ComposedPlant): ToldTogether {
  return {
    variables: variables.flatMap(({ role }, variable) => (KINDS.includes(role.kind) ? [variable] : [])),
    where: settled,
  };
}
