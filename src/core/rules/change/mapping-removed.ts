import { defineChangeRule } from '../change-rule.ts';
import { removedElement } from '../judging/whole-element.ts';

/** Reports a mapped field that is gone: its target is no longer fed. */
export const mappingRemoved = defineChangeRule({
  id: 'mapping-removed',
  family: 'mappings',
  judges: 'element',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-MAP', 'REG-DEP', 'OQ-RPT'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a mapped field that is gone: its target is no longer fed.',
  why: 'The target goes empty or stale, and whoever reads it sees no error.',
  fix: 'Find every reader of the target first.',
  mirror: { rule: 'mapping-added' },
  core: true,
  claims: [{ kinds: ['mapping', 'reply'], action: 'removed' }],
  check: (element) => [removedElement(element)],
  examples: [
    {
      name: 'mapped field deleted',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: [B, C], fields: {nr: {from: lot_no}, qty: {from: quantity}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: [B, C], fields: {nr: {from: lot_no}}}}`,
      expect: ['breaking H mapping:IF-1.qty'],
    },
    {
      name: 'renamed as declared',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: [B, C], fields: {nr: {from: lot_no}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: [B, C], fields: {lot: {from: lot_no, to: nr, formerIds: [nr]}}}}`,
      expect: [],
    },
  ],
});
