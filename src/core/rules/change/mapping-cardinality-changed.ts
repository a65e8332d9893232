import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports that one value became several, or several became one, at the sender or at the receiver. */
export const mappingCardinalityChanged = defineChangeRule({
  id: 'mapping-cardinality-changed',
  family: 'mappings',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-MAP', 'OQ-KEY', 'PQ-E2E'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports that one value became several, or several became one, at the sender or at the receiver.',
  why: 'Genealogy and quantities split or merge.',
  fix: 'Say which of several values counts, or how they add up, and reconcile real records.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['mapping', 'reply'], paths: ['many', 'source.many'] }],
  check: ({ after, path, from, to }) => [
    { what: shift(`${named(after)}, ${path.join('.')}`, from ?? false, to ?? false) },
  ],
  examples: [
    {
      name: 'several values at the sender',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, source: {many: true}}}}}`,
      expect: ['breaking H mapping:IF-1.nr source.many'],
    },
    {
      name: 'one value at the receiver',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, many: true}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no}}}}`,
      expect: ['breaking H mapping:IF-1.nr many'],
    },
    {
      name: 'one value, said aloud',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, many: false}}}}`,
      expect: [],
    },
  ],
});
