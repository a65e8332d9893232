import { compareDurations } from '../../diff/exact-amount.ts';
import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a longer interval, time-out or delay, an answer that may be older, or a limit that is gone. */
export const interfaceLatencyRelaxed = defineChangeRule({
  id: 'interface-latency-relaxed',
  family: 'interfaces',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['OQ-SYN', 'PQ-E2E'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a longer interval, time-out or delay, an answer that may be older, or a limit that is gone.',
  why: 'Decisions rest on older data.',
  fix: 'Compare the new time with the limits of the invariants that depend on it.',
  mirror: { rule: 'interface-latency-tightened' },
  core: true,
  claims: [{ kinds: ['interface'], paths: ['latency', 'cache', 'delivery.timeout', 'trigger.every'] }],
  check({ after, path, from, to }) {
    const name = path.join('.');
    // Months and days cannot be compared: what cannot is not called shorter.
    const longer = typeof from === 'string' && typeof to === 'string' && compareDurations(from, to) !== 1;
    // Without a declared age every answer of a query is current; without a declared delay or time-out there is no limit.
    const opened = name === 'cache' ? from === undefined : name !== 'trigger.every' && to === undefined;
    return longer || opened ? [{ what: shift(`${named(after)}, ${name}`, from, to) }] : [];
  },
  examples: [
    {
      name: 'longer delay',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, latency: 60 s}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, latency: 5 min}}`,
      expect: ['risky M interface:IF-1 latency'],
    },
    {
      name: 'answers from a cache',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, pattern: request-reply}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, pattern: request-reply, cache: 15 min}}`,
      expect: ['risky M interface:IF-1 cache'],
    },
    {
      name: 'no limit of waiting any more',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {timeout: 30 s}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {}}}`,
      expect: ['risky M interface:IF-1 delivery.timeout'],
    },
    {
      name: 'longer interval',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, trigger: {every: 15 min}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, trigger: {every: 1 h}}}`,
      expect: ['risky M interface:IF-1 trigger.every'],
    },
    {
      name: 'the same delay in other units',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, latency: 60 s}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, latency: 1 min}}`,
      expect: [],
    },
  ],
});
