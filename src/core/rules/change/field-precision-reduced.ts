import { compareDurations } from '../../diff/exact-amount.ts';
import { defineChangeRule } from '../change-rule.ts';
import { VALUE_KINDS } from '../judging/value-kinds.ts';
import { growth } from '../judging/values.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports fewer digits, fewer decimals or a coarser time. */
export const fieldPrecisionReduced = defineChangeRule({
  id: 'field-precision-reduced',
  family: 'data',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-BND', 'OQ-UOM', 'OQ-RPT'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports fewer digits, fewer decimals or a coarser time.',
  why: 'Stored results round; a value at a specification limit can change its verdict.',
  fix: 'Keep the precision, or show for every limit that no verdict can change.',
  mirror: {
    elsewhere: 'A gain in precision has no rule of its own in this version and is reported as unclassified-change.',
  },
  core: true,
  claims: [
    {
      kinds: VALUE_KINDS,
      paths: ['digits', 'decimals', 'resolution', 'source.digits', 'source.decimals', 'source.resolution'],
    },
  ],
  check({ after, path, from, to }) {
    const more = growth(from, to);
    const coarser = typeof from === 'string' && typeof to === 'string' && compareDurations(from, to) === -1;
    return coarser || (more !== undefined && more < 0)
      ? [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }]
      : [];
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
      name: 'the same time in other units',
      before: `objects: {lot: {fields: {nr: {type: timestamp, resolution: 60 s}}}}`,
      after: `objects: {lot: {fields: {nr: {type: timestamp, resolution: 1 min}}}}`,
      expect: [],
    },
  ],
});
