import { defineChangeRule } from '../change-rule.ts';
import { MATCH_CLAIMS, matchVerdict } from '../judging/match-policy.ts';

/** Reports keys that are looked up more exactly, or that are stopped when they are not found. */
export const matchPolicyTightened = defineChangeRule({
  id: 'match-policy-tightened',
  family: 'data',
  judges: 'attribute',
  class: 'breaking',
  risk: 'M',
  evidence: ['OQ-KEY', 'OQ-ERR', 'MIG'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports keys that are looked up more exactly, or that are stopped when they are not found.',
  why: 'It is safer, and messages that found their record yesterday find none.',
  fix: 'Look up every key that waits or is stored with the new rule, and say who works off those that fail.',
  mirror: { rule: 'match-policy-loosened' },
  core: false,
  claims: MATCH_CLAIMS,
  check: (change) => matchVerdict(change, 'up'),
  examples: [
    {
      name: 'exactly',
      before: `systems: {A: {}, B: {}}
objects: {lot: {}}
crosswalks: {XW: {object: lot, sides: [A, B], match: normalised}}`,
      after: `systems: {A: {}, B: {}}
objects: {lot: {}}
crosswalks: {XW: {object: lot, sides: [A, B], match: exact}}`,
      expect: ['breaking M crosswalk:XW match'],
    },
    {
      name: 'by a part of the key, where nothing was declared',
      before: `systems: {A: {}, B: {}}
objects: {lot: {}}
crosswalks: {XW: {object: lot, sides: [A, B]}}`,
      after: `systems: {A: {}, B: {}}
objects: {lot: {}}
crosswalks: {XW: {object: lot, sides: [A, B], match: partial}}`,
      expect: [],
    },
  ],
});
