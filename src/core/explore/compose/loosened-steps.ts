import { compareText } from '../../diagnostics/order.ts';
import type { Step } from '../plant/composed-plant.ts';
import type { Expression } from '../plant/expression.ts';
import type { Judge } from './situation.ts';

/** How what is not followed though some step fills it is read, each with its mapped field. */
export interface LoosenedReadings {
  readonly atoms: ReadonlyMap<number, string>;
  /** Copies of which only the arrival is known. */
  readonly variables: ReadonlyMap<number, string>;
}

/** Everything that the world is not exact about. */
export function loosenedReadings({ world, mail }: Judge): LoosenedReadings {
  const variables = new Map<number, string>();
  for (const { flow, copies } of mail.inboxes)
    for (const { reading, variable } of [...copies.values()].flat())
      if (reading.loosened) variables.set(variable, `${flow.id}.${reading.item.id}`);
  return { atoms: world.atoms.loosened, variables };
}

/** The mark of a step whose guard reads any of it. */
export function loosenedIn(
  { guard, guardWithAtoms }: Pick<Step, 'guard' | 'guardWithAtoms'>,
  { atoms, variables }: LoosenedReadings,
): Pick<Step, 'loosened'> {
  const fields = new Set<string>();
  const look = (part: Expression): void => {
    const field =
      part.kind === 'free' ? atoms.get(part.atom) : part.kind === 'in' ? variables.get(part.variable) : undefined;
    if (field !== undefined) fields.add(field);
    if (part.kind === 'not') look(part.of);
    if (part.kind === 'all' || part.kind === 'any') part.of.forEach(look);
  };
  look(guardWithAtoms ?? guard);
  return fields.size === 0 ? {} : { loosened: [...fields].sort(compareText) };
}
