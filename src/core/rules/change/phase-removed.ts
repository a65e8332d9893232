import { defineChangeRule } from '../change-rule.ts';
import { removedElement } from '../judging/whole-element.ts';

/** Reports a phase of the introduction that is gone. */
export const phaseRemoved = defineChangeRule({
  id: 'phase-removed',
  family: 'process',
  judges: 'element',
  class: 'risky',
  risk: 'H',
  evidence: ['RSK', 'DOC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a phase of the introduction that is gone.',
  why: 'Its criteria are no longer asked for, and nobody says how people work between the phases that are left.',
  fix: 'Say which phase takes over its criteria and its way back.',
  mirror: { rule: 'phase-added' },
  core: false,
  claims: [{ kinds: ['phase'], action: 'removed' }],
  check: (element) => [removedElement(element)],
  examples: [
    {
      name: 'gone',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B}, IF-2: {from: A, to: B}}
documents: {SOP-1: {}}
phases: {P0: {live: []}, P1: {live: []}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B}, IF-2: {from: A, to: B}}
documents: {SOP-1: {}}
phases: {P0: {live: []}}`,
      expect: ['risky H phase:P1'],
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
