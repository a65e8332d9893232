import { defineChangeRule } from '../change-rule.ts';
import { listed } from '../judging/wording.ts';

/** Reports that the search for forbidden situations ended before everything within its bounds was seen. */
export const explorationIncomplete = defineChangeRule({
  id: 'exploration-incomplete',
  family: 'lifecycles',
  judges: 'comparison',
  class: 'risky',
  risk: 'H',
  evidence: ['OQ-NEG', 'RSK'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports that the search for forbidden situations ended before everything within its bounds was seen.',
  why: 'What was not looked at may hold a way to what must never happen; that nothing was found says nothing.',
  fix: 'Raise the limit or the bound that is named, leave out what does not matter with explore.without, or run the export on a larger machine.',
  mirror: { elsewhere: 'A complete search is no finding.' },
  core: true,
  claims: [],
  check({ exploration, base, head }) {
    if (exploration === undefined || exploration.complete) return [];
    const open = exploration.invariants.filter(({ change }) => change === 'incomplete');
    if (open.length === 0) return [];
    const gaps = [...new Set([...exploration.head.gaps, ...exploration.base.gaps])];
    return [
      {
        what: `INCOMPLETE: ${gaps.join(' ')} Nothing can be said of ${listed(open.map(({ invariant }) => invariant))}.`,
        ...(base.project === undefined ? {} : { before: base.project }),
        ...(head.project === undefined ? {} : { after: head.project }),
        path: ['explore'],
        values: { from: undefined, to: undefined },
        identity: { gaps, invariants: open.map(({ invariant }) => invariant) },
        partial: true,
      },
    ];
  },
  examples: [
    {
      name: 'more messages than the declared bound lets wait',
      before: `systems: {QMS: {}, ERP: {}}
explore: {messages: 1}
interfaces: {IF-1: {from: QMS, to: [ERP], pattern: event, unexpected: ignore}}
lifecycles:
  NCR: {system: QMS, initial: None, states: {None: pre, Open: open, Closed: closed}, transitions: {T01: {from: None, to: Open, by: anyone, emits: IF-1}, T02: {from: Open, to: Closed, by: anyone}}}
  INV: {system: ERP, initial: QI, states: {QI: {class: quarantine, resting: true}, Blocked: {class: held, resting: true}}, transitions: {T01: {from: QI, to: Blocked, receives: IF-1}}}
invariants: {I1: {severity: high, never: {INV: QI, NCR: Open}, once: settled}}`,
      after: `systems: {QMS: {}, ERP: {}}
explore: {messages: 1}
interfaces: {IF-1: {from: QMS, to: [ERP], pattern: event, unexpected: ignore}}
lifecycles:
  NCR: {system: QMS, initial: None, states: {None: pre, Open: open, Closed: closed}, transitions: {T01: {from: None, to: Open, by: anyone, reason: true, emits: IF-1}, T02: {from: Open, to: Closed, by: anyone, emits: IF-1}}}
  INV: {system: ERP, initial: QI, states: {QI: {class: quarantine, resting: true}, Blocked: {class: held, resting: true}}, transitions: {T01: {from: QI, to: Blocked, receives: IF-1}}}
invariants: {I1: {severity: high, never: {INV: QI, NCR: Open}, once: settled}}`,
      expect: ['risky H project:project explore'],
    },
    {
      name: 'the bound is found by the search',
      before: `systems: {QMS: {}, ERP: {}}
interfaces: {IF-1: {from: QMS, to: [ERP], pattern: event, unexpected: ignore}}
lifecycles:
  NCR: {system: QMS, initial: None, states: {None: pre, Open: open, Closed: closed}, transitions: {T01: {from: None, to: Open, by: anyone, emits: IF-1}, T02: {from: Open, to: Closed, by: anyone}}}
  INV: {system: ERP, initial: QI, states: {QI: {class: quarantine, resting: true}, Blocked: {class: held, resting: true}}, transitions: {T01: {from: QI, to: Blocked, receives: IF-1}}}
invariants: {I1: {severity: high, never: {INV: QI, NCR: Open}, once: settled}}`,
      after: `systems: {QMS: {}, ERP: {}}
interfaces: {IF-1: {from: QMS, to: [ERP], pattern: event, unexpected: ignore}}
lifecycles:
  NCR: {system: QMS, initial: None, states: {None: pre, Open: open, Closed: closed}, transitions: {T01: {from: None, to: Open, by: anyone, emits: IF-1}, T02: {from: Open, to: Closed, by: anyone, emits: IF-1}}}
  INV: {system: ERP, initial: QI, states: {QI: {class: quarantine, resting: true}, Blocked: {class: held, resting: true}}, transitions: {T01: {from: QI, to: Blocked, receives: IF-1}}}
invariants: {I1: {severity: high, never: {INV: QI, NCR: Open}, once: settled}}`,
      expect: [],
    },
  ],
});
