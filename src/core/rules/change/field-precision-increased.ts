import { defineChangeRule } from '../change-rule.ts';
import { boundMove, measuresTheSame } from '../judging/bounds.ts';
import { VALUE_KINDS } from '../judging/value-kinds.ts';

/** Reports more digits, more decimals or a finer time, or that nothing is said of them any more. */
export const fieldPrecisionIncreased = defineChangeRule({
  id: 'field-precision-increased',
  family: 'data',
  judges: 'attribute',
  class: 'compatible',
  risk: 'L',
  evidence: ['OQ-BND'],
  approvers: { approve: ['IT'], inform: ['QA'] },
  purpose: 'Reports more digits, more decimals or a finer time, or that nothing is said of them any more.',
  why: 'The field itself keeps more; a receiver that keeps less now rounds.',
  fix: 'Give the targets that it feeds the same precision, or say how they round.',
  mirror: { rule: 'field-precision-reduced' },
  core: false,
  claims: [
    {
      kinds: VALUE_KINDS,
      paths: ['digits', 'decimals', 'resolution', 'source.digits', 'source.decimals', 'source.resolution'],
    },
  ],
  check(change, context) {
    const move = boundMove(change, context);
    if (move === undefined || !measuresTheSame(change, context)) return [];
    const finer = move.way === (change.path.at(-1) === 'resolution' ? 'down' : 'up');
    if (move.way !== 'gone') return finer ? [{ what: move.what }] : [];
    const reason = 'how exact it is, is not declared any more, and no check can compare it';
    return [{ what: move.what, raise: { class: 'risky', risk: 'M', reason } }];
  },
  examples: [
    {
      name: 'more decimals',
      before: `objects: {lot: {fields: {nr: {type: decimal, decimals: 2}}}}`,
      after: `objects: {lot: {fields: {nr: {type: decimal, decimals: 3}}}}`,
      expect: ['compatible L field:lot.nr decimals'],
    },
    {
      name: 'finer time',
      before: `objects: {lot: {fields: {at: {type: timestamp, resolution: 1 min}}}}`,
      after: `objects: {lot: {fields: {at: {type: timestamp, resolution: 1 s}}}}`,
      expect: ['compatible L field:lot.at resolution'],
    },
    {
      name: 'not declared any more',
      before: `objects: {lot: {fields: {nr: {type: decimal, decimals: 2}}}}`,
      after: `objects: {lot: {fields: {nr: {type: decimal}}}}`,
      expect: ['risky M field:lot.nr decimals'],
    },
    {
      name: 'one decimal more in a unit a thousand times as large',
      before: `objects: {lot: {fields: {nr: {type: decimal, unit: g, decimals: 0}}}}`,
      after: `objects: {lot: {fields: {nr: {type: decimal, unit: kg, decimals: 1}}}}`,
      expect: [],
    },
    {
      name: 'fewer decimals',
      before: `objects: {lot: {fields: {nr: {type: decimal, decimals: 3}}}}`,
      after: `objects: {lot: {fields: {nr: {type: decimal, decimals: 2}}}}`,
      expect: [],
    },
  ],
});
