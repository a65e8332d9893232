import { defineChangeRule } from '../change-rule.ts';
import { isTypedNoMore } from '../judging/typed.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports another source of a mapped field, or another device or system that fills it at the receiver. */
export const mappingSourceChanged = defineChangeRule({
  id: 'mapping-source-changed',
  family: 'mappings',
  judges: 'attribute',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-MAP', 'PQ-REC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports another source of a mapped field, or another device or system that fills it at the receiver.',
  why: 'The value now means what the new source means.',
  fix: 'Compare both sources on real records and attach the result.',
  mirror: { self: true },
  core: true,
  claims: [{ kinds: ['mapping', 'reply'], paths: ['from', 'capture'] }],
  check(change) {
    const { after, path, from, to } = change;
    if (path[0] === 'from') return [{ what: shift(`${named(after)}, source`, from, to) }];
    if (to === 'manual' || isTypedNoMore(change)) return [];
    return [{ what: shift(`${named(after)}, how the value comes to be`, from, to) }];
  },
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
      name: 'another device',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: [B, C], fields: {nr: {capture: scanned}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: [B, C], fields: {nr: {capture: equipment}}}}`,
      expect: ['breaking H mapping:IF-1.nr capture'],
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
