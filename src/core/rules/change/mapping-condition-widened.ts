import { defineChangeRule } from '../change-rule.ts';
import { casesVerdict } from '../judging/case-condition.ts';

/** Reports a mapped field that is filled in more cases. */
export const mappingConditionWidened = defineChangeRule({
  id: 'mapping-condition-widened',
  family: 'mappings',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['OQ-MAP', 'OQ-BND'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a mapped field that is filled in more cases.',
  why: 'It overwrites values that it used to leave alone.',
  fix: 'Look for values at the receiver that it did not fill so far.',
  mirror: { rule: 'mapping-condition-narrowed' },
  core: false,
  claims: [{ kinds: ['mapping', 'reply'], paths: ['when'] }],
  check: (change, context) => casesVerdict(change, context, ['more']),
  examples: [
    {
      name: 'in every case',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, when: {fact: own lots}}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no}}}}`,
      expect: ['risky M mapping:IF-1.nr when'],
    },
    {
      name: 'one thing less is asked for',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, when: {all: [{fact: own lots}, {fact: released}]}}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, when: {fact: own lots}}}}}`,
      expect: ['risky M mapping:IF-1.nr when'],
    },
    {
      name: 'in some cases only',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, when: {fact: own lots}}}}}`,
      expect: [],
    },
  ],
});
