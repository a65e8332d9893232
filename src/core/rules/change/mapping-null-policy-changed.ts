import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports that an empty source is treated otherwise. */
export const mappingNullPolicyChanged = defineChangeRule({
  id: 'mapping-null-policy-changed',
  family: 'mappings',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-BND', 'OQ-AUD'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports that an empty source is treated otherwise.',
  why: 'An empty source may now erase a good value at the receiver, or leave an old one standing.',
  fix: 'Test an empty source against a target that is filled and one that is not.',
  mirror: { self: true },
  core: true,
  claims: [{ kinds: ['mapping', 'reply'], paths: ['whenEmpty'] }],
  check: ({ after, path, from, to }) => [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }],
  examples: [
    {
      name: 'cleared instead of kept',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, whenEmpty: keep}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, whenEmpty: clear}}}}`,
      expect: ['risky H mapping:IF-1.nr whenEmpty'],
    },
    {
      name: 'not said any more',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, whenEmpty: reject}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no}}}}`,
      expect: ['risky H mapping:IF-1.nr whenEmpty'],
    },
    {
      name: 'another default',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, whenEmpty: reject, default: A}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, whenEmpty: reject, default: B}}}}`,
      expect: [],
    },
  ],
});
