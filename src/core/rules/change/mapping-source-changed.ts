import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports another source of a mapped field. */
export const mappingSourceChanged = defineChangeRule({
  id: 'mapping-source-changed',
  family: 'mappings',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-MAP', 'PQ-REC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports another source of a mapped field.',
  why: 'The value now means what the new source means.',
  fix: 'Compare both sources on real records and attach the result.',
  mirror: { self: true },
  core: true,
  claims: [{ kinds: ['mapping', 'reply'], paths: ['from'] }],
  check: ({ after, from, to }) => [{ what: shift(`${named(after)}, source`, from, to) }],
  examples: [
    {
      name: 'another source',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: [B, C], fields: {nr: {from: lot_no}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: [B, C], fields: {nr: {from: batch_no}}}}`,
      expect: ['breaking H mapping:IF-1.nr from'],
    },
    {
      name: 'the same source as a list of one',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: [B, C], fields: {nr: {from: lot_no}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: [B, C], fields: {nr: {from: [lot_no]}}}}`,
      expect: [],
    },
  ],
});
