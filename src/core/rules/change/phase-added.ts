import { defineChangeRule } from '../change-rule.ts';
import { addedElement } from '../judging/whole-element.ts';

/** Reports a new phase of the introduction. */
export const phaseAdded = defineChangeRule({
  id: 'phase-added',
  family: 'process',
  judges: 'element',
  class: 'risky',
  risk: 'M',
  evidence: ['PQ-E2E', 'DOC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a new phase of the introduction.',
  why: 'For a time the plant works in a way that no other phase describes.',
  fix: 'Say what is in use in it, what people do by hand, and the way back.',
  mirror: { rule: 'phase-removed' },
  core: false,
  claims: [{ kinds: ['phase'], action: 'added' }],
  check: (element) => [addedElement(element)],
  examples: [
    {
      name: 'a new phase',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B}, IF-2: {from: A, to: B}}
documents: {SOP-1: {}}
phases: {P0: {live: []}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B}, IF-2: {from: A, to: B}}
documents: {SOP-1: {}}
phases: {P0: {live: []}, P1: {live: []}}`,
      expect: ['risky M phase:P1'],
    },
    {
      name: 'renamed as declared',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B}, IF-2: {from: A, to: B}}
documents: {SOP-1: {}}
phases: {P0: {live: []}, P1: {live: []}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B}, IF-2: {from: A, to: B}}
documents: {SOP-1: {}}
phases: {P0: {live: []}, P2: {formerIds: [P1], live: []}}`,
      expect: [],
    },
  ],
});
