import { defineChangeRule } from '../change-rule.ts';
import { claimsPath } from '../judging/claims.ts';
import { removedElement } from '../judging/whole-element.ts';
import { named, shift } from '../judging/wording.ts';

const CLAIMS = [
  { kinds: ['object', 'mapping', 'reply'], paths: ['crosswalk'] },
  { kinds: ['crosswalk'], paths: ['object', 'sides', 'cardinality', 'precedence', 'keptIn'] },
] as const;

/** Reports another table that joins keys, other sides, cardinality or precedence of it, or a table that is gone. */
export const crosswalkRuleChanged = defineChangeRule({
  id: 'crosswalk-rule-changed',
  family: 'data',
  judges: 'comparison',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-KEY', 'PQ-REC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose:
    'Reports another table that joins keys, other sides, cardinality or precedence of it, or a table that is gone.',
  why: 'Records silently attach to the wrong counterpart.',
  fix: 'Look up every live key with the old rule and the new one, and attach those that differ.',
  mirror: { self: true },
  core: true,
  claims: CLAIMS,
  check: ({ diff }) =>
    diff.deltas.flatMap((delta) => {
      if (delta.action === 'added') return [];
      if (delta.action === 'removed')
        return delta.before.kind === 'crosswalk' ? [{ ...removedElement(delta.before), before: delta.before }] : [];
      const { before, after, path, from, to } = delta;
      if (!claimsPath(CLAIMS, after.kind, path)) return [];
      return [
        { what: shift(`${named(after)}, ${path.join('.')}`, from, to), before, after, path, values: { from, to } },
      ];
    }),
  examples: [
    {
      name: 'another precedence',
      before: `systems: {A: {}, B: {}}
objects: {lot: {}}
crosswalks: {XW: {object: lot, sides: [A, B], precedence: the newest entry}}`,
      after: `systems: {A: {}, B: {}}
objects: {lot: {}}
crosswalks: {XW: {object: lot, sides: [A, B], precedence: the oldest entry}}`,
      expect: ['breaking H crosswalk:XW precedence'],
    },
    {
      name: 'a mapped field is no longer looked up',
      before: `systems: {A: {}, B: {}}
objects: {lot: {}}
crosswalks: {XW: {object: lot, sides: [A, B]}}
interfaces: {IF-1: {from: A, to: B, fields: {lot: {from: nr, crosswalk: XW}}}}`,
      after: `systems: {A: {}, B: {}}
objects: {lot: {}}
crosswalks: {XW: {object: lot, sides: [A, B]}}
interfaces: {IF-1: {from: A, to: B, fields: {lot: {from: nr}}}}`,
      expect: ['breaking H mapping:IF-1.lot crosswalk'],
    },
    {
      name: 'the table is gone',
      before: `systems: {A: {}, B: {}}
objects: {lot: {crosswalk: XW}}
crosswalks: {XW: {object: lot, sides: [A, B]}}`,
      after: `systems: {A: {}, B: {}}
objects: {lot: {}}`,
      expect: ['breaking H crosswalk:XW', 'breaking H object:lot crosswalk'],
    },
    {
      name: 'renamed as declared, and found in another way',
      before: `systems: {A: {}, B: {}}
objects: {lot: {crosswalk: XW}}
crosswalks: {XW: {object: lot, sides: [A, B], match: exact}}`,
      after: `systems: {A: {}, B: {}}
objects: {lot: {crosswalk: XW-LOT}}
crosswalks: {XW-LOT: {formerIds: [XW], object: lot, sides: [B, A], match: normalised}}`,
      expect: [],
    },
  ],
});
