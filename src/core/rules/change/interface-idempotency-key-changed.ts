import { defineChangeRule } from '../change-rule.ts';
import { isAbsent } from '../judging/assurance-order.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports another key by which the receiver recognises a repeat. */
export const interfaceIdempotencyKeyChanged = defineChangeRule({
  id: 'interface-idempotency-key-changed',
  family: 'interfaces',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-ERR', 'OQ-KEY'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports another key by which the receiver recognises a repeat.',
  why: 'True repeats pass, or distinct messages are dropped.',
  fix: 'Test a true repeat, and two messages that differ in one part of the old key alone.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['interface'], paths: ['delivery.key'] }],
  check: ({ after, from, to }) =>
    isAbsent(from) || isAbsent(to) ? [] : [{ what: shift(`${named(after)}, key of a repeat`, from, to) }],
  examples: [
    {
      name: 'another key',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, msg], delivery: {key: [msg]}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, msg], delivery: {key: [seq]}}}`,
      expect: ['breaking H interface:IF-1 delivery.key'],
    },
    {
      name: 'one more part',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, msg], delivery: {key: [msg]}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, msg], delivery: {key: [msg, seq]}}}`,
      expect: ['breaking H interface:IF-1 delivery.key'],
    },
    {
      name: 'another order',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, msg], delivery: {key: [seq, msg]}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, msg], delivery: {key: [msg, seq]}}}`,
      expect: [],
    },
    {
      name: 'no key any more',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, msg], delivery: {key: [msg]}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, headers: [seq, msg], delivery: {}}}`,
      expect: [],
    },
  ],
});
