import { defineChangeRule } from '../change-rule.ts';
import { casesVerdict } from '../judging/case-condition.ts';

/** Reports a mapped field that is filled in fewer cases. */
export const mappingConditionNarrowed = defineChangeRule({
  id: 'mapping-condition-narrowed',
  family: 'mappings',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-MAP', 'PQ-REC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a mapped field that is filled in fewer cases.',
  why: 'Some records silently stop carrying the value.',
  fix: 'Show for each case that it leaves out that no receiver needs the value.',
  mirror: { rule: 'mapping-condition-widened' },
  core: true,
  claims: [{ kinds: ['mapping', 'reply'], paths: ['when'] }],
  check: (change, context) => casesVerdict(change, context, ['fewer']),
  examples: [
    {
      name: 'in some cases only',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, when: {fact: own lots}}}}}`,
      expect: ['breaking H mapping:IF-1.nr when'],
    },
    {
      name: 'one more thing is asked for',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, when: {fact: own lots}}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, when: {all: [{fact: own lots}, {fact: released}]}}}}}`,
      expect: ['breaking H mapping:IF-1.nr when'],
    },
    {
      name: 'in every case',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, when: {fact: own lots}}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no}}}}`,
      expect: [],
    },
    {
      name: 'other cases',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, when: {fact: own lots}}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, when: {fact: released}}}}}`,
      expect: [],
    },
  ],
});
