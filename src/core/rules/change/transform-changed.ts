import { defineChangeRule } from '../change-rule.ts';
import { changesAt, isFirstOf, oneEdit } from '../judging/one-edit.ts';
import { transformVerdict } from '../judging/transform-steps.ts';

/** Reports other steps from source to target, or another formula, of which the effect cannot be told. */
export const transformChanged = defineChangeRule({
  id: 'transform-changed',
  family: 'mappings',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-MAP', 'OQ-BND'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports other steps from source to target, or another formula, of which the effect cannot be told.',
  why: 'The output may differ for some input.',
  fix: 'Attach values before and after for representative and for boundary input.',
  mirror: { self: true },
  core: true,
  claims: [{ kinds: ['mapping', 'reply'], paths: ['transform', 'derivation', 'uses', 'lossy.reason'] }],
  check(change, context) {
    if (change.path[0] === 'transform') return transformVerdict(change, 'rest');
    if (change.path[0] === 'lossy') return change.to === undefined ? [oneEdit([change])] : [];
    const changes = changesAt(change, context, ['derivation', 'uses']);
    return isFirstOf(changes, change) ? [oneEdit(changes)] : [];
  },
  examples: [
    {
      name: 'another prefix',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, transform: [prefix: "A-"]}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, transform: [prefix: "B-"]}}}}`,
      expect: ['risky H mapping:IF-1.nr transform'],
    },
    {
      name: 'blanks stay on',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, transform: [{trim: both}, {case: upper}]}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, transform: [case: upper]}}}}`,
      expect: ['risky H mapping:IF-1.nr transform'],
    },
    {
      name: 'another formula, and what it reads',
      before: `objects: {lot: {fields: {net: {type: decimal}, tare: {type: decimal}}}}
systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, fields: {gross: {derivation: net, uses: [lot.net]}}}}`,
      after: `objects: {lot: {fields: {net: {type: decimal}, tare: {type: decimal}}}}
systems: {A: {}, B: {}}
interfaces: {IF-1: {from: A, to: B, fields: {gross: {derivation: net plus tare, uses: [lot.net, lot.tare]}}}}`,
      expect: ['risky H mapping:IF-1.gross derivation'],
    },
    {
      name: 'only the rounding',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, transform: [{case: upper}, {round: {decimals: 2, mode: half-up}}]}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, transform: [{case: upper}, {round: {decimals: 3, mode: half-up}}]}}}}`,
      expect: [],
    },
    {
      name: 'one more step that loses something',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, transform: [case: upper]}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, transform: [{case: upper}, {part: {from: 1, length: 4}}]}}}}`,
      expect: [],
    },
  ],
});
