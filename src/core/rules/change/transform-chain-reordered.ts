import { defineChangeRule } from '../change-rule.ts';
import { transformVerdict } from '../judging/transform-steps.ts';

/** Reports the same steps in another order. */
export const transformChainReordered = defineChangeRule({
  id: 'transform-chain-reordered',
  family: 'mappings',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-MAP', 'OQ-BND'],
  approvers: { approve: ['QA', 'IT'], inform: [] },
  purpose: 'Reports the same steps in another order.',
  why: 'Blanks taken off before filling up is not the same as after it.',
  fix: 'Attach values before and after that show where the order matters.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['mapping', 'reply'], paths: ['transform'] }],
  check: (change) => transformVerdict(change, 'order'),
  examples: [
    {
      name: 'filled up before blanks are taken off',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, transform: [{trim: both}, {padLeft: {with: "0", to: 10}}]}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, transform: [{padLeft: {with: "0", to: 10}}, {trim: both}]}}}}`,
      expect: ['risky H mapping:IF-1.nr transform'],
    },
    {
      name: 'turned round, with one more step',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, transform: [{trim: both}, {padLeft: {with: "0", to: 10}}]}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, transform: [{padLeft: {with: "0", to: 10}}, {trim: both}, {prefix: "A"}]}}}}`,
      expect: ['risky H mapping:IF-1.nr transform'],
    },
    {
      name: 'one more step, the others as they were',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, transform: [{trim: both}, {padLeft: {with: "0", to: 10}}]}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, transform: [{trim: both}, {prefix: "A"}, {padLeft: {with: "0", to: 10}}]}}}}`,
      expect: [],
    },
  ],
});
