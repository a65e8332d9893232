import { defineChangeRule } from '../change-rule.ts';
import { removedElement } from '../judging/whole-element.ts';

/** Reports a kind of message that is gone. */
export const interfaceMessageRemoved = defineChangeRule({
  id: 'interface-message-removed',
  family: 'interfaces',
  judges: 'element',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-MAP', 'PQ-REC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a kind of message that is gone.',
  why: 'What it told no longer arrives, and nothing says so.',
  fix: 'Find each step that it started, and say what starts it now.',
  mirror: { rule: 'interface-message-added' },
  core: false,
  claims: [{ kinds: ['message'], action: 'removed' }],
  check: (element) => [removedElement(element)],
  examples: [
    {
      name: 'one kind of message fewer',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, messages: [HOLD, SPLIT]}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, messages: [HOLD]}}`,
      expect: ['breaking H message:IF-1.SPLIT'],
    },
    {
      name: 'one more kind of message',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, messages: [HOLD]}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, messages: [HOLD, SPLIT]}}`,
      expect: [],
    },
  ],
});
