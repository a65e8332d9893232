import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports a product line that is new or gone, or whose name differs. */
export const productLineChanged = defineChangeRule({
  id: 'product-line-changed',
  family: 'model',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['RSK', 'TRC', 'PQ-E2E'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a product line that is new or gone, or whose name differs.',
  why: 'What says nothing of lines holds for a new line at once, and was not validated for it; of a line that is gone, nothing is kept.',
  fix: 'Say for the new line what differs there, and test that; say for the old one what happens to its records.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['project'], paths: ['package.lines.*'] }],
  check: (change) => [{ what: plainShift(change) }],
  examples: [
    {
      name: 'one more line',
      before: `systems: {MES: {}, ERP: {}}
objects: {lot: {}, ncr: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}}
package: {id: EX, title: Example, version: "1", lines: {A: Aero}}
`,
      after: `systems: {MES: {}, ERP: {}}
objects: {lot: {}, ncr: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}}
package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
`,
      expect: ['risky M project:project package.lines.B'],
    },
    {
      name: 'a line is gone',
      before: `systems: {MES: {}, ERP: {}}
objects: {lot: {}, ncr: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}}
package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
`,
      after: `systems: {MES: {}, ERP: {}}
objects: {lot: {}, ncr: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}}
package: {id: EX, title: Example, version: "1", lines: {A: Aero}}
`,
      expect: ['risky M project:project package.lines.B'],
    },
    {
      name: 'the same lines',
      before: `systems: {MES: {}, ERP: {}}
objects: {lot: {}, ncr: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}}
package: {id: EX, title: Example, version: "1", lines: {A: Aero, B: Cups}}
`,
      after: `systems: {MES: {}, ERP: {}}
objects: {lot: {}, ncr: {}}
lifecycles: {LOT: {initial: Run, states: {Run: active, Hold: held}}}
package: {id: EX, title: Example, version: "1", lines: {B: Cups, A: Aero}}
`,
      expect: [],
    },
  ],
});
