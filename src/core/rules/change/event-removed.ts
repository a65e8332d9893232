import { defineChangeRule } from '../change-rule.ts';
import { removedElement } from '../judging/whole-element.ts';

/** Reports an event that is gone. */
export const eventRemoved = defineChangeRule({
  id: 'event-removed',
  family: 'lifecycles',
  judges: 'element',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-SYN', 'PQ-E2E', 'REG-DEP'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports an event that is gone.',
  why: 'No system decides any more that it has happened, and its followers are not told.',
  fix: 'Say which other event stands for it, and who tells the followers.',
  mirror: { rule: 'event-added' },
  core: false,
  claims: [{ kinds: ['event'], action: 'removed' }],
  check: (element) => [removedElement(element)],
  examples: [
    {
      name: 'gone',
      before: `systems: {MES: {}, QMS: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold}, T2: {from: Hold, to: Run}}}}
events: {HELD: {owner: MES}, FREED: {owner: MES}}`,
      after: `systems: {MES: {}, QMS: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold}, T2: {from: Hold, to: Run}}}}
events: {FREED: {owner: MES}}`,
      expect: ['breaking H event:HELD'],
    },
    {
      name: 'renamed as declared',
      before: `systems: {MES: {}, QMS: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold}, T2: {from: Hold, to: Run}}}}
events: {HELD: {owner: MES}}`,
      after: `systems: {MES: {}, QMS: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold}, T2: {from: Hold, to: Run}}}}
events: {STOPPED: {formerIds: [HELD], owner: MES}}`,
      expect: [],
    },
  ],
});
