import { defineChangeRule } from '../change-rule.ts';
import { boundMove } from '../judging/bounds.ts';
import { VALUE_KINDS } from '../judging/value-kinds.ts';

/** Reports fewer digits, fewer decimals or a coarser time, or the first bound of one of them. */
export const fieldPrecisionReduced = defineChangeRule({
  id: 'field-precision-reduced',
  family: 'data',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-BND', 'OQ-UOM', 'OQ-RPT'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports fewer digits, fewer decimals or a coarser time, or the first bound of one of them.',
  why: 'Stored results round; a value at a specification limit can change its verdict.',
  fix: 'Keep the precision, or show for every limit that no verdict can change.',
  mirror: { rule: 'field-precision-increased' },
  core: true,
  claims: [
    {
      kinds: VALUE_KINDS,
      paths: ['digits', 'decimals', 'resolution', 'source.digits', 'source.decimals', 'source.resolution'],
    },
  ],
  check(change, context) {
    const move = boundMove(change, context);
    if (move === undefined) return [];
    const coarser = move.way === (change.path.at(-1) === 'resolution' ? 'up' : 'down');
    return coarser || move.way === 'new' ? [{ what: move.what }] : [];
  },
  examples: [
    {
      name: 'fewer decimals',
      before: `objects: {lot: {fields: {nr: {type: decimal, decimals: 3}}}}`,
      after: `objects: {lot: {fields: {nr: {type: decimal, decimals: 2}}}}`,
      expect: ['breaking H field:lot.nr decimals'],
    },
    {
      name: 'coarser time',
      before: `objects: {lot: {fields: {nr: {type: timestamp, resolution: 1 s}}}}`,
      after: `objects: {lot: {fields: {nr: {type: timestamp, resolution: 1 min}}}}`,
      expect: ['breaking H field:lot.nr resolution'],
    },
    {
      name: 'decimals where nothing was said of them',
      before: `objects: {lot: {fields: {nr: {type: decimal}}}}`,
      after: `objects: {lot: {fields: {nr: {type: decimal, decimals: 2}}}}`,
      expect: ['breaking H field:lot.nr decimals'],
    },
    {
      name: 'a mapped field no longer keeps what its target does not',
      before: `systems: {A: {}, B: {}}
objects: {lot: {fields: {mass: {type: decimal, decimals: 2}}}}
interfaces: {IF-1: {from: A, to: B, fields: {mass: {from: m, to: lot.mass, decimals: 3}}}}`,
      after: `systems: {A: {}, B: {}}
objects: {lot: {fields: {mass: {type: decimal, decimals: 2}}}}
interfaces: {IF-1: {from: A, to: B, fields: {mass: {from: m, to: lot.mass}}}}`,
      expect: ['breaking H mapping:IF-1.mass decimals'],
    },
    {
      name: 'the same time in other units',
      before: `objects: {lot: {fields: {nr: {type: timestamp, resolution: 60 s}}}}`,
      after: `objects: {lot: {fields: {nr: {type: timestamp, resolution: 1 min}}}}`,
      expect: [],
    },
  ],
});
