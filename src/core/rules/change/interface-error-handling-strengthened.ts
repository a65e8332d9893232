import { defineChangeRule } from '../change-rule.ts';
import { ERROR_HANDLING, errorHandlingVerdict } from '../judging/error-handling.ts';

/** Reports that a failed, unexpected or doubtful message is treated more carefully, or that somebody is told. */
export const interfaceErrorHandlingStrengthened = defineChangeRule({
  id: 'interface-error-handling-strengthened',
  family: 'interfaces',
  judges: 'attribute',
  class: 'compatible',
  risk: 'M',
  evidence: ['OQ-ERR', 'DOC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports that a failed, unexpected or doubtful message is treated more carefully, or that somebody is told.',
  why: 'More is stopped: people must be there to work it off.',
  fix: 'Train those who are told, and test that each case reaches them.',
  mirror: { rule: 'interface-error-handling-weakened' },
  core: false,
  claims: [{ kinds: ['interface'], paths: ERROR_HANDLING }],
  check: (change) => errorHandlingVerdict(change, 'stronger'),
  examples: [
    {
      name: 'kept instead of skipped',
      before: `roles: {LEAD: {}, QA: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {onReject: skip}}}`,
      after: `roles: {LEAD: {}, QA: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {onReject: dead-letter}}}`,
      expect: ['compatible M interface:IF-1 delivery.onReject'],
    },
    {
      name: 'somebody is told',
      before: `roles: {LEAD: {}, QA: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {alarmAfter: 5 min}}}`,
      after: `roles: {LEAD: {}, QA: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {alarmAfter: 5 min, alarmTo: [LEAD]}}}`,
      expect: ['compatible M interface:IF-1 delivery.alarmTo'],
    },
    {
      name: 'no longer ignored',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, unexpected: ignore}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B}}`,
      expect: ['compatible M interface:IF-1 unexpected'],
    },
    {
      name: 'declared that it is skipped',
      before: `roles: {LEAD: {}, QA: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {}}}`,
      after: `roles: {LEAD: {}, QA: {}}
systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {onReject: skip}}}`,
      expect: [],
    },
  ],
});
