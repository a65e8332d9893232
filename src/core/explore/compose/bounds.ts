import { compareText } from '../../diagnostics/order.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { PlantBounds } from '../plant/composed-plant.ts';
import { isLeftOut } from './machines.ts';

/** Messages that may wait in one channel where nobody says how many. */
const FIRST_MESSAGES = 3;

/** The bounds that the project declares (`explore`), with some of them said otherwise. */
export function boundsOf(model: SpecModel, overrides: Partial<PlantBounds> = {}): PlantBounds {
  const declared = model.project?.attributes.explore;
  const without = overrides.without ?? [...(declared?.without ?? [])].sort(compareText);
  const instances: Record<string, number> = { ...declared?.instances };
  for (const lifecycle of model.ofKind('lifecycle')) {
    const { object } = lifecycle.attributes;
    // An object of which every lifecycle is left out has nothing to explore.
    if (object === undefined || isLeftOut(lifecycle, { without })) continue;
    instances[object] ??= 1;
  }
  return {
    instances: sorted(instances),
    spare: sorted(declared?.spare ?? {}),
    start: sorted(declared?.start ?? {}),
    without,
    messages: typeof declared?.messages === 'number' ? Math.max(1, declared.messages) : FIRST_MESSAGES,
    faults: Math.max(0, declared?.faults ?? 0),
    timing: declared?.timing ?? 'any',
    procedures: true,
    ...overrides,
  };
}

function sorted<T>(entries: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(entries).sort(([a], [b]) => compareText(a, b)));
}
