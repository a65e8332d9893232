import type { Attribute, PartShape } from './shape.ts';

/** One attribute of a part as it is declared, with its position there. */
export interface AttributeEntry {
  readonly name: string;
  readonly attribute: Attribute;
  readonly position: number;
}

/**
 * The attributes of a part in the order of their declaration. Elements are many and shapes are few: what is asked of a shape
 * for every element is listed once.
 */
export function attributeEntries(shape: PartShape): readonly AttributeEntry[] {
  const known = ENTRIES.get(shape);
  if (known !== undefined) return known;
  const entries = Object.entries(shape.attributes).map(([name, attribute], position) => ({
    name,
    attribute,
    position,
  }));
  ENTRIES.set(shape, entries);
  return entries;
}

const ENTRIES = new WeakMap<PartShape, readonly AttributeEntry[]>();
