import { defineChangeRule } from '../change-rule.ts';
import { bufferVerdict } from '../judging/buffer.ts';

/** Reports that messages wait for a shorter time before they are lost, or that the time is not said any more. */
export const interfaceBufferReduced = defineChangeRule({
  id: 'interface-buffer-reduced',
  family: 'interfaces',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-DWN'],
  approvers: { approve: ['QA', 'IT'], inform: [] },
  purpose: 'Reports that messages wait for a shorter time before they are lost, or that the time is not said any more.',
  why: 'A long outage now loses data.',
  fix: 'Keep the time longer than the longest outage that is planned for.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [{ kinds: ['interface'], paths: ['whenDown.buffer'] }],
  check: (change) => bufferVerdict(change, 'weaker'),
  examples: [
    {
      name: 'shorter',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, whenDown: {mode: queue, buffer: 72 h}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, whenDown: {mode: queue, buffer: 4 h}}}`,
      expect: ['risky H interface:IF-1 whenDown.buffer'],
    },
    {
      name: 'not said any more',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, whenDown: {mode: queue, buffer: 72 h}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, whenDown: {mode: queue}}}`,
      expect: ['risky H interface:IF-1 whenDown.buffer'],
    },
    {
      name: 'longer',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, whenDown: {mode: queue, buffer: 4 h}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, whenDown: {mode: queue, buffer: 3 d}}}`,
      expect: [],
    },
    {
      name: 'the same in other units',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, whenDown: {mode: queue, buffer: 72 h}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, whenDown: {mode: queue, buffer: 3 d}}}`,
      expect: [],
    },
  ],
});
