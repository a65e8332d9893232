import { compareDurations } from '../../diff/exact-amount.ts';
import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a shorter interval, time-out or delay, an answer that may be less old, or a limit that is new. */
export const interfaceLatencyTightened = defineChangeRule({
  id: 'interface-latency-tightened',
  family: 'interfaces',
  judges: 'attribute',
  class: 'compatible',
  risk: 'L',
  evidence: ['OQ-ERR'],
  approvers: { approve: ['IT'], inform: ['QA'] },
  purpose: 'Reports a shorter interval, time-out or delay, an answer that may be less old, or a limit that is new.',
  why: 'Data are fresher; the load grows, and a time-out may strike where nothing is wrong.',
  fix: 'Check load and time-outs with the shorter time.',
  mirror: { rule: 'interface-latency-relaxed' },
  core: false,
  claims: [{ kinds: ['interface'], paths: ['latency', 'cache', 'delivery.timeout', 'trigger.every'] }],
  check({ after, path, from, to }) {
    const name = path.join('.');
    const shorter = typeof from === 'string' && typeof to === 'string' && compareDurations(from, to) === 1;
    // Without a declared age every answer of a query is current; the start has a rule of its own where its interval comes or goes.
    const closed = name === 'cache' ? to === undefined : name !== 'trigger.every' && from === undefined;
    return shorter || closed ? [{ what: shift(`${named(after)}, ${name}`, from, to) }] : [];
  },
  examples: [
    {
      name: 'shorter delay',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, latency: 5 min}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, latency: 60 s}}`,
      expect: ['compatible L interface:IF-1 latency'],
    },
    {
      name: 'a limit of waiting is new',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, delivery: {timeout: 30 s}}}`,
      expect: ['compatible L interface:IF-1 delivery.timeout'],
    },
    {
      name: 'no old answers any more',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, pattern: request-reply, cache: 15 min}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, pattern: request-reply}}`,
      expect: ['compatible L interface:IF-1 cache'],
    },
    {
      name: 'longer delay',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, latency: 60 s}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, latency: 5 min}}`,
      expect: [],
    },
  ],
});
