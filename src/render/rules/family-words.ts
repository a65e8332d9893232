import type { RuleFamily } from '../../core/rules/change-rule.ts';

/** Families in the order of the catalogue, with the titles of their pages. */
export const FAMILY_TITLES: Readonly<Record<RuleFamily, string>> = {
  data: 'Objects, fields, keys and ownership',
  codes: 'Code lists and value maps',
  quantities: 'Units, conversions and rounding',
  interfaces: 'Interfaces and replication',
  mappings: 'Mapped fields and transformations',
  lifecycles: 'Lifecycles, states and transitions',
  roles: 'Roles, segregation and signatures',
  records: 'Records and regulated outputs',
  trace: 'Requirements, risks and tests',
  process: 'Process and exceptions',
  model: 'The specification itself, and who governs it',
};

export const FAMILIES = Object.keys(FAMILY_TITLES) as readonly RuleFamily[];
