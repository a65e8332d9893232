import { defineChangeRule } from '../change-rule.ts';
import { listMove } from '../judging/list-move.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports a phase of the introduction without a criterion or a predecessor that it had, or with another way back. */
export const phaseCriteriaRelaxed = defineChangeRule({
  id: 'phase-criteria-relaxed',
  family: 'process',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['RSK', 'DOC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose:
    'Reports a phase of the introduction without a criterion or a predecessor that it had, or with another way back.',
  why: 'The phase begins or ends before what was agreed is shown, or cannot be taken back as planned.',
  fix: 'Keep the criteria; have a new way back tried before the phase begins.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [{ kinds: ['phase'], paths: ['after', 'entry', 'exit', 'rollback'] }],
  check(change) {
    const { path, from, to } = change;
    const relaxed = path[0] === 'rollback' ? from !== undefined : listMove(from, to).lost;
    return relaxed ? [{ what: plainShift(change) }] : [];
  },
  examples: [
    {
      name: 'one criterion fewer, another way back',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B}, IF-2: {from: A, to: B}}
documents: {SOP-1: {}}
phases: {P0: {live: []}, P1: {live: [IF-1], exit: [No open errors, Trained], rollback: Paper again}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B}, IF-2: {from: A, to: B}}
documents: {SOP-1: {}}
phases: {P0: {live: []}, P1: {live: [IF-1], exit: [Trained], rollback: None}}`,
      expect: ['risky H phase:P1 exit', 'risky H phase:P1 rollback'],
    },
    {
      name: 'it no longer waits',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B}, IF-2: {from: A, to: B}}
documents: {SOP-1: {}}
phases: {P0: {live: []}, P1: {live: [IF-1], after: [P0]}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B}, IF-2: {from: A, to: B}}
documents: {SOP-1: {}}
phases: {P0: {live: []}, P1: {live: [IF-1]}}`,
      expect: ['risky H phase:P1 after'],
    },
    {
      name: 'one criterion more',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B}, IF-2: {from: A, to: B}}
documents: {SOP-1: {}}
phases: {P0: {live: []}, P1: {live: [IF-1], exit: [Trained]}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B}, IF-2: {from: A, to: B}}
documents: {SOP-1: {}}
phases: {P0: {live: []}, P1: {live: [IF-1], exit: [No open errors, Trained]}}`,
      expect: [],
    },
  ],
});
