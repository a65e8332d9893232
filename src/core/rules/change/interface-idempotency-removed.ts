import { defineChangeRule } from '../change-rule.ts';
import { isAbsent } from '../judging/assurance-order.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports that the receiver no longer recognises a repeat. */
export const interfaceIdempotencyRemoved = defineChangeRule({
  id: 'interface-idempotency-removed',
  family: 'interfaces',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-ERR', 'OQ-KEY'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports that the receiver no longer recognises a repeat.',
  why: 'A repeat becomes a second goods movement, or a second result.',
  fix: 'Keep the key, or show that a repeat does no harm.',
  mirror: { rule: 'assurance-strengthened' },
  core: true,
  claims: [{ kinds: ['interface'], paths: ['delivery.key'] }],
  check: ({ after, from, to }) => (isAbsent(to) ? [{ what: shift(`${named(after)}, key of a repeat`, from, to) }] : []),
  examples: [
    {
      name: 'no key any more',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, msg], delivery: {key: [msg]}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, msg], delivery: {}}}`,
      expect: ['risky H interface:IF-1 delivery.key'],
    },
    {
      name: 'another key',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, msg], delivery: {key: [msg]}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, msg], delivery: {key: [seq]}}}`,
      expect: [],
    },
    {
      name: 'a key',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, msg], delivery: {}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, msg], delivery: {key: [msg]}}}`,
      expect: [],
    },
  ],
});
