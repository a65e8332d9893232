import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports other steps in which an event happens. */
export const eventTransitionsChanged = defineChangeRule({
  id: 'event-transitions-changed',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-SYN', 'PQ-E2E'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports other steps in which an event happens.',
  why: 'Who follows the event is told of something else, or no longer of something that happened.',
  fix: 'Go through the followers of the event with their owners.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['event'], paths: ['transitions'] }],
  check: (change) => [{ what: plainShift(change) }],
  examples: [
    {
      name: 'one step fewer',
      before: `systems: {MES: {}, QMS: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold}, T2: {from: Hold, to: Run}}}}
events: {HELD: {owner: MES, transitions: [LOT.T1, LOT.T2]}}`,
      after: `systems: {MES: {}, QMS: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold}, T2: {from: Hold, to: Run}}}}
events: {HELD: {owner: MES, transitions: [LOT.T1]}}`,
      expect: ['risky H event:HELD transitions'],
    },
    {
      name: 'the same in another order',
      before: `systems: {MES: {}, QMS: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold}, T2: {from: Hold, to: Run}}}}
events: {HELD: {owner: MES, transitions: [LOT.T1, LOT.T2]}}`,
      after: `systems: {MES: {}, QMS: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold}, T2: {from: Hold, to: Run}}}}
events: {HELD: {owner: MES, transitions: [LOT.T2, LOT.T1]}}`,
      expect: [],
    },
  ],
});
