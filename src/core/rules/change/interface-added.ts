import { defineChangeRule } from '../change-rule.ts';
import { addedElement } from '../judging/whole-element.ts';

/** Reports a new interface. */
export const interfaceAdded = defineChangeRule({
  id: 'interface-added',
  family: 'interfaces',
  judges: 'element',
  class: 'compatible',
  risk: 'M',
  evidence: ['IQ-CFG', 'OQ-MAP', 'OQ-ERR', 'OQ-DWN', 'PQ-E2E', 'RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a new interface.',
  why: 'Nothing relied on it, yet it is a new writer and a new source of failure.',
  fix: 'Declare its delivery promises, what happens while the other end is down, and who is told.',
  mirror: { rule: 'interface-removed' },
  core: true,
  claims: [{ kinds: ['interface'], action: 'added' }],
  check: (element) => [addedElement(element)],
  examples: [
    {
      name: 'new flow',
      before: `systems: {A: {}, B: {}, C: {}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B}}`,
      expect: ['compatible M interface:IF-1'],
    },
    {
      name: 'another title',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, title: One}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, title: First}}`,
      expect: [],
    },
  ],
});
