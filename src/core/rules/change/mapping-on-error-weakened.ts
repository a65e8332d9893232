import { defineChangeRule } from '../change-rule.ts';
import { onErrorVerdict } from '../judging/mapped-writing.ts';

/** Reports that a failed step is treated less carefully, or that a value that is too long is no longer refused. */
export const mappingOnErrorWeakened = defineChangeRule({
  id: 'mapping-on-error-weakened',
  family: 'mappings',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-ERR', 'OQ-BND'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose:
    'Reports that a failed step is treated less carefully, or that a value that is too long is no longer refused.',
  why: 'Partial records look complete.',
  fix: 'Refuse the message; where a field may be left out, make that visible at the receiver.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [{ kinds: ['mapping', 'reply'], paths: ['onError', 'tooLong'] }],
  check: (change) => onErrorVerdict(change, 'weaker'),
  examples: [
    {
      name: 'left out instead of refused',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, onError: reject}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, onError: skip}}}}`,
      expect: ['risky H mapping:IF-1.nr onError'],
    },
    {
      name: 'not said any more that it is refused',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, length: 10, tooLong: reject}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, length: 10}}}}`,
      expect: ['risky H mapping:IF-1.nr tooLong'],
    },
    {
      name: 'refused instead of passed on',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, onError: raw}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, onError: reject}}}}`,
      expect: [],
    },
    {
      name: 'cut instead of refused',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, length: 10, tooLong: reject}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no, length: 10, tooLong: truncate}}}}`,
      expect: [],
    },
  ],
});
