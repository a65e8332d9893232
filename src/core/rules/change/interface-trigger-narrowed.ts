import { defineChangeRule } from '../change-rule.ts';
import { casesVerdict } from '../judging/case-condition.ts';

/** Reports a filter by which fewer cases are sent, or other cases. */
export const interfaceTriggerNarrowed = defineChangeRule({
  id: 'interface-trigger-narrowed',
  family: 'interfaces',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-MAP', 'PQ-REC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a filter by which fewer cases are sent, or other cases.',
  why: 'Some records silently stop arriving.',
  fix: 'Keep the filter, or show for each case that it leaves out that no receiver needs it.',
  mirror: { rule: 'interface-trigger-widened' },
  core: true,
  claims: [{ kinds: ['interface', 'message'], paths: ['filter'] }],
  check: (change, context) => casesVerdict(change, context, ['fewer', 'other']),
  examples: [
    {
      name: 'a filter where all was sent',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, filter: {fact: released lots}}}`,
      expect: ['breaking H interface:IF-1 filter'],
    },
    {
      name: 'one more thing is asked for',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, messages: {HOLD: {filter: {fact: own lots}}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, messages: {HOLD: {filter: {all: [{fact: own lots}, {fact: released lots}]}}}}}`,
      expect: ['breaking H message:IF-1.HOLD filter'],
    },
    {
      name: 'other cases, neither more nor fewer',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, filter: {fact: released lots}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, filter: {fact: own lots}}}`,
      expect: ['breaking H interface:IF-1 filter'],
    },
    {
      name: 'no filter any more',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, filter: {fact: released lots}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B}}`,
      expect: [],
    },
  ],
});
