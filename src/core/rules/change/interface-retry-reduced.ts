import { defineChangeRule } from '../change-rule.ts';
import { retryVerdict } from '../judging/retry.ts';

/** Reports fewer repeats of a failed message, a shorter time of repeating, or none any more. */
export const interfaceRetryReduced = defineChangeRule({
  id: 'interface-retry-reduced',
  family: 'interfaces',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['OQ-ERR'],
  approvers: { approve: ['QA', 'IT'], inform: [] },
  purpose: 'Reports fewer repeats of a failed message, a shorter time of repeating, or none any more.',
  why: 'Faults that pass by themselves now become lost messages.',
  fix: 'Keep the repeats, or show that the dead letters are worked off in time.',
  mirror: { rule: 'interface-retry-increased' },
  core: true,
  claims: [{ kinds: ['interface'], paths: ['delivery.retry.*'] }],
  check: (change, context) => retryVerdict(change, context, 'reduced'),
  examples: [
    {
      name: 'fewer attempts',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {retry: {max: 6, every: 60 s}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {retry: {max: 3, every: 60 s}}}}`,
      expect: ['risky M interface:IF-1 delivery.retry.max'],
    },
    {
      name: 'no repeats any more',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {retry: {max: 6, every: 60 s}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {}}}`,
      expect: ['risky M interface:IF-1 delivery.retry'],
    },
    {
      name: 'more attempts',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {retry: {max: 3, every: 60 s}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {retry: {max: 6, every: 60 s}}}}`,
      expect: [],
    },
  ],
});
