import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports that no value stands in for a missing source any more, or that a fixed value is gone. */
export const mappingDefaultRemoved = defineChangeRule({
  id: 'mapping-default-removed',
  family: 'mappings',
  judges: 'attribute',
  class: 'breaking',
  risk: 'M',
  evidence: ['OQ-BND', 'OQ-ERR'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports that no value stands in for a missing source any more, or that a fixed value is gone.',
  why: 'It is honest; messages will now fail or arrive empty.',
  fix: 'Say what happens to an empty source (`whenEmpty`), and test it.',
  mirror: { rule: 'mapping-default-added' },
  core: false,
  claims: [{ kinds: ['mapping', 'reply'], paths: ['default', 'constant'] }],
  check: ({ after, path, from, to }) =>
    to === undefined ? [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }] : [],
  examples: [
    {
      name: 'no default any more',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, default: NMR}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no}}}}`,
      expect: ['breaking M mapping:IF-1.nr default'],
    },
    {
      name: 'a default',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, default: NMR}}}}`,
      expect: [],
    },
  ],
});
