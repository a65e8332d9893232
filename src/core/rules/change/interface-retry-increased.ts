import { defineChangeRule } from '../change-rule.ts';
import { retryVerdict } from '../judging/retry.ts';

/** Reports more repeats of a failed message, or a longer time of repeating. */
export const interfaceRetryIncreased = defineChangeRule({
  id: 'interface-retry-increased',
  family: 'interfaces',
  judges: 'attribute',
  class: 'compatible',
  risk: 'M',
  evidence: ['OQ-ERR'],
  approvers: { approve: ['QA', 'IT'], inform: [] },
  purpose: 'Reports more repeats of a failed message, or a longer time of repeating.',
  why: 'Repeats and late arrivals become likelier, and somebody may be told before the repeats have ended.',
  fix: 'Check the alarm time and the key by which a repeat is recognised.',
  mirror: { rule: 'interface-retry-reduced' },
  core: true,
  claims: [{ kinds: ['interface'], paths: ['delivery.retry.*'] }],
  check: (change, context) => retryVerdict(change, context, 'increased'),
  examples: [
    {
      name: 'more attempts',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {retry: {max: 3, every: 60 s}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {retry: {max: 6, every: 60 s}}}}`,
      expect: ['compatible M interface:IF-1 delivery.retry.max'],
    },
    {
      name: 'the same pause in other units',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {retry: {max: 3, every: 60 s}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {retry: {max: 3, every: 1 min}}}}`,
      expect: [],
    },
  ],
});
