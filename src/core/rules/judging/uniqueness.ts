/** Where a number occurs only once, from the narrowest to the widest: the levels of the equipment hierarchy of ISA-95. */
export const UNIQUENESS_SCALE: readonly string[] = ['work unit', 'line', 'area', 'site', 'enterprise'];
