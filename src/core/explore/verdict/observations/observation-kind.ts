import type { SpecModel } from '../../../model/spec-model.ts';
import type { Composition } from '../../compose/composition.ts';
import type { ComposedPlant } from '../../plant/composed-plant.ts';
import type { Property } from '../../search/property.ts';
import type { Observation } from '../exploration.ts';

/** A world in which something may be noticed without being asked. */
export interface ObservedWorld {
  readonly model: SpecModel;
  readonly composition: Composition;
  /** The plant with all histories: its steps are those that are searched. */
  readonly plant: ComposedPlant;
}

/** Something that is noticed where a property is violated. */
export interface AskedObservation {
  /** The same for records that are alike: of these the one with the shortest story is told. */
  readonly alike: string;
  readonly property: Property;
  readonly observation: Omit<Observation, 'story'>;
}
