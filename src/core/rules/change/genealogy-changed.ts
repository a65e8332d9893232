import { defineChangeRule } from '../change-rule.ts';
import { genealogyVerdict } from '../judging/genealogy.ts';

/** Reports records that belong to other records than before, to one instead of several, or by another field. */
export const genealogyChanged = defineChangeRule({
  id: 'genealogy-changed',
  family: 'data',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-KEY', 'OQ-NEG', 'PQ-E2E', 'RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports records that belong to other records than before, to one instead of several, or by another field.',
  why: 'How far a hold, a condition and a trace reach follows from it: what belongs to nothing is blocked by nothing.',
  fix: 'Go through every condition that asks for some, every or none of these records, and through the holds.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['object'], paths: ['of', 'of.*', 'of.*.by', 'of.*.many'] }],
  check: (change, context) => genealogyVerdict(change, context),
  examples: [
    {
      name: 'belongs to another object as well',
      before: `objects: {lot: {}, box: {}, ncr: {of: box, fields: {lotnr: {type: string}, boxnr: {type: string}}}}
lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held}}}`,
      after: `objects: {lot: {}, box: {}, ncr: {of: {box: {}, lot: {}}, fields: {lotnr: {type: string}, boxnr: {type: string}}}}
lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held}}}`,
      expect: ['risky H object:ncr of'],
    },
    {
      name: 'no longer to what can be put on hold',
      before: `objects: {lot: {}, box: {}, ncr: {of: {box: {}, lot: {by: lotnr}}, fields: {lotnr: {type: string}, boxnr: {type: string}}}}
lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held}}}`,
      after: `objects: {lot: {}, box: {}, ncr: {of: {box: {}}, fields: {lotnr: {type: string}, boxnr: {type: string}}}}
lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held}}}`,
      expect: ['risky C object:ncr of'],
    },
    {
      name: 'to one instead of several, by another field',
      before: `objects: {lot: {}, box: {}, ncr: {of: {box: {by: boxnr, many: true}}, fields: {lotnr: {type: string}, boxnr: {type: string}}}}
lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held}}}`,
      after: `objects: {lot: {}, box: {}, ncr: {of: {box: {by: lotnr}}, fields: {lotnr: {type: string}, boxnr: {type: string}}}}
lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held}}}`,
      expect: ['risky H object:ncr of'],
    },
    {
      name: 'the same, written otherwise',
      before: `objects: {lot: {}, box: {}, ncr: {of: box, fields: {lotnr: {type: string}, boxnr: {type: string}}}}
lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held}}}`,
      after: `objects: {lot: {}, box: {}, ncr: {of: {box: {many: false}}, fields: {lotnr: {type: string}, boxnr: {type: string}}}}
lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held}}}`,
      expect: [],
    },
  ],
});
