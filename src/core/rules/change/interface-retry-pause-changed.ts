import { defineChangeRule } from '../change-rule.ts';
import { retryVerdict } from '../judging/retry.ts';

/** Reports repeats with another pause, of which nobody can say whether they last longer or shorter. */
export const interfaceRetryPauseChanged = defineChangeRule({
  id: 'interface-retry-pause-changed',
  family: 'interfaces',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['OQ-ERR'],
  approvers: { approve: ['IT'], inform: ['OPS', 'QA'] },
  purpose: 'Reports repeats with another pause, of which nobody can say whether they last longer or shorter.',
  why: 'How long an outage is survived without anybody acting is not known, before or after.',
  fix: 'Say the pause in seconds, minutes or hours, so that the time of all repeats can be compared.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['interface'], paths: ['delivery.retry.*'] }],
  check: (change, context) => retryVerdict(change, context, 'other'),
  examples: [
    {
      name: 'no pause any more',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {retry: {max: 3, every: 30 s}}}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {retry: {max: 3}}}}`,
      expect: ['risky M interface:IF-1 delivery.retry.every'],
    },
    {
      name: 'fewer attempts',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {retry: {max: 3, every: 30 s}}}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {retry: {max: 2, every: 30 s}}}}`,
      expect: [],
    },
  ],
});
