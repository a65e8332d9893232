import { defineChangeRule } from '../change-rule.ts';
import { ownershipVerdicts } from '../judging/ownership.ts';

/** Reports ownership that passes from one system to the other at another moment. */
export const ownershipHandoverMoved = defineChangeRule({
  id: 'ownership-handover-moved',
  family: 'data',
  judges: 'comparison',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-SYN', 'OQ-TRN', 'PQ-E2E'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports ownership that passes from one system to the other at another moment.',
  why: 'Where both own, there are two truths; where nobody owns, there is none.',
  fix: 'Go through the states one by one with both owners: in each, exactly one system owns.',
  mirror: { self: true },
  core: true,
  claims: [{ kinds: ['object', 'field'], paths: ['systemOfRecord', 'systemOfRecord.*'] }],
  check: (context) => ownershipVerdicts(context, 'handed over elsewhere'),
  examples: [
    {
      name: 'it passes earlier',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held, Stock: released}}}
objects: {lot: {systemOfRecord: {MES: {LOT: [Run, Hold]}, ERP: {LOT: Stock}}}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held, Stock: released}}}
objects: {lot: {systemOfRecord: {MES: {LOT: Run}, ERP: {LOT: [Hold, Stock]}}}}`,
      expect: ['breaking H object:lot systemOfRecord'],
    },
    {
      name: 'nobody owns while on hold',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held, Stock: released}}}
objects: {lot: {systemOfRecord: {MES: {LOT: [Run, Hold]}, ERP: {LOT: Stock}}}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held, Stock: released}}}
objects: {lot: {systemOfRecord: {MES: {LOT: Run}, ERP: {LOT: Stock}}}}`,
      expect: ['breaking C object:lot systemOfRecord.MES'],
    },
    {
      name: 'the same states in another order',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held, Stock: released}}}
objects: {lot: {systemOfRecord: {MES: {LOT: [Run, Hold]}, ERP: {LOT: Stock}}}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held, Stock: released}}}
objects: {lot: {systemOfRecord: {MES: {LOT: [Hold, Run]}, ERP: {LOT: Stock}}}}`,
      expect: [],
    },
    {
      name: 'another owner altogether',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held, Stock: released}}}
objects: {lot: {systemOfRecord: MES}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held, Stock: released}}}
objects: {lot: {systemOfRecord: ERP}}`,
      expect: [],
    },
  ],
});
