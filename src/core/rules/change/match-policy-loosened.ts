import { defineChangeRule } from '../change-rule.ts';
import { MATCH_CLAIMS, matchVerdict } from '../judging/match-policy.ts';

/** Reports keys that are looked up less exactly, or that pass when they are not found. */
export const matchPolicyLoosened = defineChangeRule({
  id: 'match-policy-loosened',
  family: 'data',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-KEY', 'OQ-ERR'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports keys that are looked up less exactly, or that pass when they are not found.',
  why: 'Wrong matches succeed instead of failing loudly.',
  fix: 'Keep `match: exact` and `unknown: reject`, and mend the keys that do not match.',
  mirror: { rule: 'match-policy-tightened' },
  core: false,
  claims: MATCH_CLAIMS,
  check: (change) => matchVerdict(change, 'down'),
  examples: [
    {
      name: 'by a part of the key',
      before: `systems: {A: {}, B: {}}
objects: {lot: {}}
crosswalks: {XW: {object: lot, sides: [A, B], match: exact}}`,
      after: `systems: {A: {}, B: {}}
objects: {lot: {}}
crosswalks: {XW: {object: lot, sides: [A, B], match: partial}}`,
      expect: ['risky H crosswalk:XW match'],
    },
    {
      name: 'unknown keys pass, and how a key is looked up is not declared any more',
      before: `systems: {A: {}, B: {}}
objects: {lot: {}}
crosswalks: {XW: {object: lot, sides: [A, B], match: exact, unknown: quarantine}}`,
      after: `systems: {A: {}, B: {}}
objects: {lot: {}}
crosswalks: {XW: {object: lot, sides: [A, B], unknown: pass}}`,
      expect: ['risky H crosswalk:XW match', 'risky H crosswalk:XW unknown'],
    },
    {
      name: 'exactly, and refused when not found',
      before: `systems: {A: {}, B: {}}
objects: {lot: {}}
crosswalks: {XW: {object: lot, sides: [A, B], match: normalised, unknown: pass}}`,
      after: `systems: {A: {}, B: {}}
objects: {lot: {}}
crosswalks: {XW: {object: lot, sides: [A, B], match: exact, unknown: reject}}`,
      expect: [],
    },
  ],
});
