import { compareText } from '../../diagnostics/order.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { ComposedPlant } from '../plant/composed-plant.ts';
import type { Property } from '../search/property.ts';
import type { SearchLimits, Trace } from '../search/search-result.ts';
import type { SearchWatch } from '../search/search-watch.ts';
import { alongStory } from './along-story.ts';
import type { CompiledInvariant } from './compiled-invariant.ts';
import { listed } from './wording.ts';
import { worldOf } from './world.ts';

/** Mapped fields that a story assumes something of though they are not followed (`Step.loosened`); sorted. */
export function fieldsAssumed({ steps }: ComposedPlant, trace: Trace): readonly string[] {
  return fieldsOf(trace.steps.flatMap((id) => steps[id]?.loosened ?? []));
}

/** Mapped fields that some step assumes something of; sorted. */
export function fieldsLoosened({ steps }: ComposedPlant): readonly string[] {
  return fieldsOf(steps.flatMap(({ loosened }) => loosened ?? []));
}

function fieldsOf(fields: readonly string[]): readonly string[] {
  return [...new Set(fields)].sort(compareText);
}

/** What a story is said to show of an invariant. */
export interface StoryClaim {
  readonly model: SpecModel;
  readonly invariant: Element<'invariant'>;
  readonly plant: ComposedPlant;
  readonly trace: Trace;
  /** The questions that the story answers, of the invariant as it is compiled for another plant. */
  readonly asked: (compiled: CompiledInvariant) => readonly Property[];
}

/**
 * Whether the story is possible with what messages really carry: yes where none of its steps assumes anything of it; else it
 * is looked for in the exact plant. No also means that it could not be told.
 */
export function isWithRealContents(
  { model, invariant, plant, trace, asked }: StoryClaim,
  limits: SearchLimits,
  watch?: SearchWatch,
): boolean {
  if (fieldsAssumed(plant, trace).length === 0) return true;
  const exact = worldOf(model, plant.bounds, [invariant], false, { exact: true });
  const properties = exact.invariants.flatMap(asked);
  if (properties.some(({ kind }) => kind === 'possible' || kind === 'response')) return false;
  return alongStory({ from: plant, trace, to: exact.plant }, properties, limits, watch) !== undefined;
}

/** What has to be said beside a story that could not be confirmed with what messages really carry. */
export function unconfirmedText(fields: readonly string[]): string {
  return `only if ${listed(fields)} can carry at any moment whatever a step asks for, which was not confirmed`;
}
