import { defineChangeRule } from '../change-rule.ts';
import { addedElement } from '../judging/whole-element.ts';

/** Reports a mapped field that is new: its target is now fed. */
export const mappingAdded = defineChangeRule({
  id: 'mapping-added',
  family: 'mappings',
  judges: 'element',
  class: 'compatible',
  risk: 'M',
  evidence: ['OQ-MAP', 'OQ-BND'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a mapped field that is new: its target is now fed.',
  why: 'It may displace a person or another feed that filled the target so far.',
  fix: 'Check that nobody else writes the target, and say what the target holds so far.',
  mirror: { rule: 'mapping-removed' },
  core: true,
  claims: [{ kinds: ['mapping', 'reply'], action: 'added' }],
  check: (element) => [addedElement(element)],
  examples: [
    {
      name: 'new mapped field',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: [B, C], fields: {nr: {from: lot_no}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: [B, C], fields: {nr: {from: lot_no}, qty: {from: quantity}}}}`,
      expect: ['compatible M mapping:IF-1.qty'],
    },
    {
      name: 'another title',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: [B, C], fields: {nr: {from: lot_no}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: [B, C], fields: {nr: {from: lot_no, title: Lot}}}}`,
      expect: [],
    },
  ],
});
