import { defineChangeRule } from '../change-rule.ts';
import { EXPLORATION_CLAIMS, searchesMore } from '../judging/exploration-bounds.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports a search for forbidden situations that is bounded more closely, or otherwise. */
export const explorationNarrowed = defineChangeRule({
  id: 'exploration-narrowed',
  family: 'trace',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['RSK', 'TRC'],
  approvers: { approve: ['QA', 'IT'], inform: ['OPS'] },
  purpose: 'Reports a search for forbidden situations that is bounded more closely, or otherwise.',
  why: 'A violation that needs one more record, fault or message is no longer found: the search stays clean because it sees less.',
  fix: 'Keep the bounds; where the search takes too long, say in the risk assessment what is not looked at.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: EXPLORATION_CLAIMS,
  check: (change) => (searchesMore(change) ? [] : [{ what: plainShift(change) }]),
  examples: [
    {
      name: 'fewer records and faults',
      before: `systems: {MES: {}, ERP: {}}
objects: {lot: {}, ncr: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}}
package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
explore: {instances: {lot: 2}, faults: 2}`,
      after: `systems: {MES: {}, ERP: {}}
objects: {lot: {}, ncr: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}}
package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
explore: {instances: {lot: 1}, faults: 1}`,
      expect: ['risky H project:project explore.faults', 'risky H project:project explore.instances.lot'],
    },
    {
      name: 'a lifecycle is left out, and people wait until nothing is on its way',
      before: `systems: {MES: {}, ERP: {}}
objects: {lot: {}, ncr: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}}
package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
explore: {faults: 1}`,
      after: `systems: {MES: {}, ERP: {}}
objects: {lot: {}, ncr: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}}
package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
explore: {faults: 1, without: [LOT], timing: settled}`,
      expect: ['risky H project:project explore.timing', 'risky H project:project explore.without'],
    },
    {
      name: 'another beginning, and a fixed number of messages',
      before: `systems: {MES: {}, ERP: {}}
objects: {lot: {}, ncr: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}}
package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
explore: {faults: 1}`,
      after: `systems: {MES: {}, ERP: {}}
objects: {lot: {}, ncr: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}}
package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
explore: {faults: 1, start: {LOT: Hold}, messages: 3}`,
      expect: ['risky H project:project explore.messages', 'risky H project:project explore.start.LOT'],
    },
    {
      name: 'more records and faults',
      before: `systems: {MES: {}, ERP: {}}
objects: {lot: {}, ncr: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}}
package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
explore: {faults: 1}`,
      after: `systems: {MES: {}, ERP: {}}
objects: {lot: {}, ncr: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}}
package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
explore: {faults: 2, instances: {lot: 2}, spare: {lot: 1}}`,
      expect: [],
    },
  ],
});
