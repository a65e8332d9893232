import { defineChangeRule } from '../change-rule.ts';
import { listMove } from '../judging/list-move.ts';
import { plainShift } from '../judging/plain-shift.ts';
import { asksForMore } from '../judging/validation-scope.ts';

/** Reports another answer to the scoping questions: which system leads, what is intended and what is touched. */
export const scopingChanged = defineChangeRule({
  id: 'scoping-changed',
  family: 'trace',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['RSK', 'TRC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports another answer to the scoping questions: which system leads, what is intended and what is touched.',
  why: 'What has to be looked at follows from these answers.',
  fix: 'Compare the answer with what the specification says of the systems, and assess again what it leaves out.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [{ kinds: ['project'], paths: ['scoping.lead', 'scoping.outcomes', 'scoping.touches', 'scoping.reason'] }],
  check(change) {
    const { path, from, to } = change;
    if (asksForMore(change)) return [];
    const lost = path[1] !== 'lead' && path[1] !== 'reason' && listMove(from, to).lost;
    const raise = { risk: 'H', reason: 'what is left out is no longer assessed' } as const;
    return [lost ? { what: plainShift(change), raise } : { what: plainShift(change) }];
  },
  examples: [
    {
      name: 'an area is left out',
      before: `systems: {MES: {}, ERP: {}}
objects: {lot: {}, ncr: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}}
package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
scoping: {touches: [labels, release]}`,
      after: `systems: {MES: {}, ERP: {}}
objects: {lot: {}, ncr: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}}
package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
scoping: {touches: [labels]}`,
      expect: ['risky H project:project scoping.touches'],
    },
    {
      name: 'another system leads',
      before: `systems: {MES: {}, ERP: {}}
objects: {lot: {}, ncr: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}}
package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
scoping: {lead: mes}`,
      after: `systems: {MES: {}, ERP: {}}
objects: {lot: {}, ncr: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}}
package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
scoping: {lead: quality, reason: CAPA starts there}`,
      expect: ['risky M project:project scoping.lead', 'risky M project:project scoping.reason'],
    },
    {
      name: 'one more area',
      before: `systems: {MES: {}, ERP: {}}
objects: {lot: {}, ncr: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}}
package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
scoping: {touches: [labels]}`,
      after: `systems: {MES: {}, ERP: {}}
objects: {lot: {}, ncr: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}}
package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
scoping: {touches: [labels, release]}`,
      expect: [],
    },
  ],
});
