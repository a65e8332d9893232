import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports another value that stands in for a missing source, or another fixed value. */
export const mappingDefaultChanged = defineChangeRule({
  id: 'mapping-default-changed',
  family: 'mappings',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-BND'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports another value that stands in for a missing source, or another fixed value.',
  why: 'Every record without a source now says something else.',
  fix: 'Find the records that carry the old value, and say what becomes of them.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['mapping', 'reply'], paths: ['default', 'constant'] }],
  check: ({ after, path, from, to }) =>
    from === undefined || to === undefined ? [] : [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }],
  examples: [
    {
      name: 'another default',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, default: NMR}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, default: HLV}}}}`,
      expect: ['risky H mapping:IF-1.nr default'],
    },
    {
      name: 'another fixed value',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {constant: NMR}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {constant: HLV}}}}`,
      expect: ['risky H mapping:IF-1.nr constant'],
    },
    {
      name: 'the same in quotes',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, default: NMR}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, default: "NMR"}}}}`,
      expect: [],
    },
  ],
});
