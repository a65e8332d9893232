import { defineChangeRule } from '../change-rule.ts';
import { removedElement } from '../judging/whole-element.ts';

/** Reports an interface that is gone. */
export const interfaceRemoved = defineChangeRule({
  id: 'interface-removed',
  family: 'interfaces',
  judges: 'element',
  class: 'breaking',
  risk: 'H',
  evidence: ['REG-DEP', 'OQ-SYN', 'DOC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports an interface that is gone.',
  why: 'Its data, its state synchronisation and its guard inputs stop, and manual work appears.',
  fix: 'Say in the change record what replaces it, and retire it only when nothing reads it.',
  mirror: { rule: 'interface-added' },
  core: true,
  claims: [{ kinds: ['interface'], action: 'removed' }],
  check: (element) => [removedElement(element)],
  examples: [
    {
      name: 'flow deleted',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B}}`,
      after: `systems: {A: {}, B: {}, C: {}}`,
      expect: ['breaking H interface:IF-1'],
    },
    {
      name: 'renamed as declared',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-2: {from: A, to: B, formerIds: [IF-1]}}`,
      expect: [],
    },
  ],
});
