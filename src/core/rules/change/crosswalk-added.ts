import { defineChangeRule } from '../change-rule.ts';
import { addedElement } from '../judging/whole-element.ts';

/** Reports a new table that joins the keys of systems. */
export const crosswalkAdded = defineChangeRule({
  id: 'crosswalk-added',
  family: 'data',
  judges: 'element',
  class: 'compatible',
  risk: 'M',
  evidence: ['OQ-KEY', 'TRC'],
  approvers: { approve: ['IT'], inform: ['OPS', 'QA'] },
  purpose: 'Reports a new table that joins the keys of systems.',
  why: 'Nothing is looked up in it yet; who does so carries the risk.',
  fix: 'Say which entry wins, who keeps the table, and what happens to a key without an entry.',
  mirror: { rule: 'crosswalk-rule-changed' },
  core: false,
  claims: [{ kinds: ['crosswalk'], action: 'added' }],
  check: (element) => [addedElement(element)],
  examples: [
    {
      name: 'a new table',
      before: `systems: {A: {}, B: {}}
objects: {lot: {}}`,
      after: `systems: {A: {}, B: {}}
objects: {lot: {}}
crosswalks: {XW: {object: lot, sides: [A, B]}}`,
      expect: ['compatible M crosswalk:XW'],
    },
    {
      name: 'renamed as declared',
      before: `systems: {A: {}, B: {}}
objects: {lot: {}}
crosswalks: {XW: {object: lot, sides: [A, B]}}`,
      after: `systems: {A: {}, B: {}}
objects: {lot: {}}
crosswalks: {XW2: {formerIds: [XW], object: lot, sides: [A, B]}}`,
      expect: [],
    },
  ],
});
