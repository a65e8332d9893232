import { defineChangeRule } from '../change-rule.ts';
import { guardVerdict } from '../judging/guard.ts';

/** Reports a condition that asks for the same, but reads it from another place. */
export const guardDataSourceChanged = defineChangeRule({
  id: 'guard-data-source-changed',
  family: 'lifecycles',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-SYN', 'OQ-NEG'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports a condition that asks for the same, but reads it from another place.',
  why: 'The decision now rests on a copy that may lag or may be edited, or on another system.',
  fix: 'Ask the owner at that moment (`query`), or bound the age of the copy (`maxAge`).',
  mirror: { self: true },
  core: true,
  claims: [{ kinds: ['transition'], paths: ['when', 'procedure'] }],
  check: (change, context) => guardVerdict(change, context, 'source-changed'),
  examples: [
    {
      name: 'copy instead of the owner',
      before: `objects: {lot: {}}
systems: {QMS: {}, ERP: {}}
interfaces: {IF-1: {from: QMS, to: ERP, about: lot, fields: {status: {from: NCR}}}}
lifecycles:
  NCR: {object: lot, system: QMS, initial: Open, states: {Open: open, Closed: closed}}
  INV: {object: lot, system: ERP, initial: QI, states: {QI: quarantine, Done: closed}, transitions: {T1: {from: QI, to: Done, by: QA, when: {NCR: Closed}}}}
roles: {QA: {}}`,
      after: `objects: {lot: {}}
systems: {QMS: {}, ERP: {}}
interfaces: {IF-1: {from: QMS, to: ERP, about: lot, fields: {status: {from: NCR}}}}
lifecycles:
  NCR: {object: lot, system: QMS, initial: Open, states: {Open: open, Closed: closed}}
  INV: {object: lot, system: ERP, initial: QI, states: {QI: quarantine, Done: closed}, transitions: {T1: {from: QI, to: Done, by: QA, when: {copy: IF-1, NCR: Closed}}}}
roles: {QA: {}}`,
      expect: ['risky H transition:INV.T1 when'],
    },
    {
      name: 'another state',
      before: `objects: {lot: {}}
systems: {QMS: {}, ERP: {}}
interfaces: {IF-1: {from: QMS, to: ERP, about: lot, fields: {status: {from: NCR}}}}
lifecycles:
  NCR: {object: lot, system: QMS, initial: Open, states: {Open: open, Closed: closed}}
  INV: {object: lot, system: ERP, initial: QI, states: {QI: quarantine, Done: closed}, transitions: {T1: {from: QI, to: Done, by: QA, when: {NCR: Closed}}}}
roles: {QA: {}}`,
      after: `objects: {lot: {}}
systems: {QMS: {}, ERP: {}}
interfaces: {IF-1: {from: QMS, to: ERP, about: lot, fields: {status: {from: NCR}}}}
lifecycles:
  NCR: {object: lot, system: QMS, initial: Open, states: {Open: open, Closed: closed}}
  INV: {object: lot, system: ERP, initial: QI, states: {QI: quarantine, Done: closed}, transitions: {T1: {from: QI, to: Done, by: QA, when: {NCR: Open}}}}
roles: {QA: {}}`,
      expect: [],
    },
  ],
});
