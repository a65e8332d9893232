import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a value that now stands in for a missing source, or a fixed value in place of one. */
export const mappingDefaultAdded = defineChangeRule({
  id: 'mapping-default-added',
  family: 'mappings',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-BND', 'OQ-MAP', 'RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports a value that now stands in for a missing source, or a fixed value in place of one.',
  why: 'Missing data stop looking missing.',
  fix: 'Make the sender fill the value; where that cannot be, make the default recognisable as one.',
  mirror: { rule: 'mapping-default-removed' },
  core: true,
  claims: [{ kinds: ['mapping', 'reply'], paths: ['default', 'constant'] }],
  check: ({ after, path, from, to }) =>
    from === undefined ? [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }] : [],
  examples: [
    {
      name: 'a default',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, default: NMR}}}}`,
      expect: ['risky H mapping:IF-1.nr default'],
    },
    {
      name: 'a fixed value in place of a source',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {constant: NMR}}}}`,
      expect: ['risky H mapping:IF-1.nr constant'],
    },
    {
      name: 'another default',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, default: NMR}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, default: HLV}}}}`,
      expect: [],
    },
  ],
});
