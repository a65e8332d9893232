import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports another system that issues the number of the record of an event. */
export const eventNumberingChanged = defineChangeRule({
  id: 'event-numbering-changed',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-KEY', 'MIG', 'OQ-DWN'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports another system that issues the number of the record of an event.',
  why: 'During the switch both count: one number may stand for two records, and links follow the wrong one.',
  fix: 'Give the new issuer a range that the old one never used, and stop the old one first.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['event'], paths: ['numbered'] }],
  check: (change) => [{ what: plainShift(change) }],
  examples: [
    {
      name: 'another system',
      before: `systems: {MES: {}, QMS: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold}, T2: {from: Hold, to: Run}}}}
events: {HELD: {owner: MES, numbered: MES}}`,
      after: `systems: {MES: {}, QMS: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold}, T2: {from: Hold, to: Run}}}}
events: {HELD: {owner: MES, numbered: QMS}}`,
      expect: ['risky H event:HELD numbered'],
    },
    {
      name: 'another title',
      before: `systems: {MES: {}, QMS: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold}, T2: {from: Hold, to: Run}}}}
events: {HELD: {owner: MES, numbered: MES}}`,
      after: `systems: {MES: {}, QMS: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold}, T2: {from: Hold, to: Run}}}}
events: {HELD: {owner: MES, numbered: MES, title: On hold}}`,
      expect: [],
    },
  ],
});
