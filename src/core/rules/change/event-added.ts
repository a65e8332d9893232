import { defineChangeRule } from '../change-rule.ts';
import { addedElement } from '../judging/whole-element.ts';

/** Reports a new event. */
export const eventAdded = defineChangeRule({
  id: 'event-added',
  family: 'lifecycles',
  judges: 'element',
  class: 'compatible',
  risk: 'M',
  evidence: ['OQ-SYN', 'TRC'],
  approvers: { approve: ['OPS', 'IT'], inform: ['QA'] },
  purpose: 'Reports a new event.',
  why: 'A system decides from now on that something has happened, and others may learn of it.',
  fix: 'Say who follows the event, and what they must not do with it.',
  mirror: { rule: 'event-removed' },
  core: false,
  claims: [{ kinds: ['event'], action: 'added' }],
  check: (element) => [addedElement(element)],
  examples: [
    {
      name: 'a new event',
      before: `systems: {MES: {}, QMS: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold}, T2: {from: Hold, to: Run}}}}
events: {}`,
      after: `systems: {MES: {}, QMS: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}, transitions: {T1: {from: Run, to: Hold}, T2: {from: Hold, to: Run}}}}
events: {HELD: {owner: MES}}`,
      expect: ['compatible M event:HELD'],
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
