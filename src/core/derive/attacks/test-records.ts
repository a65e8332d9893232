import type { PlantRecord } from '../../explore/plant/composed-plant.ts';

/** Name of the test record that stands for a record of the plant: `TEST-LOT-2` for `lot 2`. */
export function aliasOf({ object, name, number }: Pick<PlantRecord, 'object' | 'name' | 'number'>): string {
  return `TEST-${(object ?? name).toUpperCase()}-${number}`;
}
