import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports another load that is expected of an interface. */
export const interfaceVolumeChanged = defineChangeRule({
  id: 'interface-volume-changed',
  family: 'interfaces',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['OQ-DWN', 'PQ-E2E'],
  approvers: { approve: ['OPS', 'IT'], inform: ['QA'] },
  purpose: 'Reports another load that is expected of an interface.',
  why: 'Buffers, intervals and the load of tests were chosen for the old number of messages.',
  fix: 'Compare the new load with the buffer and the latency, and repeat the tests under load.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['interface'], paths: ['volume.peak', 'volume.per'] }],
  check: (change) => [{ what: plainShift(change) }],
  examples: [
    {
      name: 'more messages',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, volume: {peak: 100, per: 1 h}}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, volume: {peak: 500, per: 1 h}}}`,
      expect: ['risky M interface:IF-1 volume.peak'],
    },
    {
      name: 'the same load in other units',
      before: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, volume: {peak: 100, per: 1 h}}}`,
      after: `systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, volume: {peak: 100, per: 60 min}}}`,
      expect: [],
    },
  ],
});
