import { defineChangeRule } from '../change-rule.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports a value at the receiver that people now type. */
export const interfaceManualEntryAllowed = defineChangeRule({
  id: 'interface-manual-entry-allowed',
  family: 'interfaces',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-NEG', 'OQ-AUD', 'DOC'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a value at the receiver that people now type.',
  why: 'It opens a second, human source for a value that was carried over.',
  fix: 'Keep the source; where people must type, say who checks it and that both are in the audit trail.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [{ kinds: ['mapping', 'reply'], paths: ['capture'] }],
  check: ({ after, from, to }) =>
    to === 'manual' ? [{ what: shift(`${named(after)}, how the value comes to be`, from, to) }] : [],
  examples: [
    {
      name: 'typed instead of scanned',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {capture: scanned}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {capture: manual}}}}`,
      expect: ['risky H mapping:IF-1.nr capture'],
    },
    {
      name: 'typed instead of carried over',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {from: lot_no}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {capture: manual}}}}`,
      expect: ['risky H mapping:IF-1.nr capture'],
    },
    {
      name: 'scanned instead of typed',
      before: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {capture: manual}}}}`,
      after: `systems: {A: {}, B: {}, C: {}}
interfaces: {IF-1: {from: A, to: B, fields: {nr: {capture: scanned}}}}`,
      expect: [],
    },
  ],
});
