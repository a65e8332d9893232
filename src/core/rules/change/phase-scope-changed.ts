import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports other interfaces in use in a phase, or other forms and procedures that are still needed. */
export const phaseScopeChanged = defineChangeRule({
  id: 'phase-scope-changed',
  family: 'process',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['PQ-E2E', 'IQ-CFG', 'DOC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports other interfaces in use in a phase, or other forms and procedures that are still needed.',
  why: 'For a time the work is done otherwise than planned: twice, or by nobody.',
  fix: 'Go through the phase with those who work in it, message by message and form by form.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['phase'], paths: ['live', 'manual'] }],
  check: (change) => [{ what: plainShift(change) }],
  examples: [
    {
      name: 'one more interface, and no form',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B}, IF-2: {from: A, to: B}}
documents: {SOP-1: {}}
phases: {P0: {live: []}, P1: {live: [IF-1], manual: [SOP-1]}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B}, IF-2: {from: A, to: B}}
documents: {SOP-1: {}}
phases: {P0: {live: []}, P1: {live: [IF-1, IF-2]}}`,
      expect: ['risky M phase:P1 live', 'risky M phase:P1 manual'],
    },
    {
      name: 'the same in another order',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B}, IF-2: {from: A, to: B}}
documents: {SOP-1: {}}
phases: {P0: {live: []}, P1: {live: [IF-1, IF-2]}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B}, IF-2: {from: A, to: B}}
documents: {SOP-1: {}}
phases: {P0: {live: []}, P1: {live: [IF-2, IF-1]}}`,
      expect: [],
    },
  ],
});
