import { defineChangeRule } from '../change-rule.ts';
import { casesVerdict } from '../judging/case-condition.ts';

/** Reports a mapped field that is filled in other cases, of which it cannot be told whether they are more or fewer. */
export const mappingConditionChanged = defineChangeRule({
  id: 'mapping-condition-changed',
  family: 'mappings',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-MAP', 'OQ-BND'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose:
    'Reports a mapped field that is filled in other cases, of which it cannot be told whether they are more or fewer.',
  why: 'Cases may be lost and others may be overwritten: it counts as both.',
  fix: 'Change it in two steps, so that each can be judged.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['mapping', 'reply'], paths: ['when'] }],
  check: (change, context) => casesVerdict(change, context, ['other']),
  examples: [
    {
      name: 'other cases',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, when: {fact: own lots}}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, when: {fact: released}}}}}`,
      expect: ['risky H mapping:IF-1.nr when'],
    },
    {
      name: 'one thing less is asked for',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, when: {all: [{fact: own lots}, {fact: released}]}}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, when: {fact: own lots}}}}}`,
      expect: [],
    },
  ],
});
