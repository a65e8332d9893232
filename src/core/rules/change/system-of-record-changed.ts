import { defineChangeRule } from '../change-rule.ts';
import { ownershipVerdicts } from '../judging/ownership.ts';

/** Reports an object, a field, a process step or an event that another system owns. */
export const systemOfRecordChanged = defineChangeRule({
  id: 'system-of-record-changed',
  family: 'data',
  judges: 'comparison',
  class: 'breaking',
  risk: 'C',
  evidence: ['REG-DEP', 'MIG', 'PQ-REC', 'PQ-OUT', 'TRC'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports an object, a field, a process step or an event that another system owns.',
  why: 'What counts as the truth moves: every writer, reader, condition and output has to be looked at again.',
  fix: 'Plan the move: which records, from when, and how the two systems are compared before and after.',
  mirror: { self: true },
  core: true,
  claims: [
    { kinds: ['object', 'field'], paths: ['systemOfRecord', 'systemOfRecord.*'] },
    { kinds: ['step'], paths: ['systemOfRecord'] },
    { kinds: ['event'], paths: ['owner'] },
  ],
  check: (context) => ownershipVerdicts(context, 'moved'),
  examples: [
    {
      name: 'another owner',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: ERP}}`,
      expect: ['breaking C object:lot systemOfRecord'],
    },
    {
      name: 'a field gets another owner than its object',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES, fields: {lotNo: {}}}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES, fields: {lotNo: {systemOfRecord: ERP}}}}`,
      expect: ['breaking C field:lot.lotNo systemOfRecord'],
    },
    {
      name: 'part of the life belongs to another system',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held, Stock: released}}}
objects: {lot: {systemOfRecord: MES}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held, Stock: released}}}
objects: {lot: {systemOfRecord: {MES: {LOT: [Run, Hold]}, ERP: {LOT: Stock}}}}`,
      expect: ['breaking C object:lot systemOfRecord'],
    },
    {
      name: 'an event is decided elsewhere',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
events: {E: {owner: MES}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
events: {E: {owner: QMS}}`,
      expect: ['breaking C event:E owner'],
    },
    {
      name: 'a process step is recorded elsewhere',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
steps: {P: {systemOfRecord: MES}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
steps: {P: {systemOfRecord: ERP}}`,
      expect: ['breaking C step:P systemOfRecord'],
    },
    {
      name: 'the owner is renamed',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES}}`,
      after: `systems: {MES2: {formerIds: [MES]}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES2}}`,
      expect: [],
    },
    {
      name: 'the hand-over moves',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held, Stock: released}}}
objects: {lot: {systemOfRecord: {MES: {LOT: [Run, Hold]}, ERP: {LOT: Stock}}}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
lifecycles: {LOT: {object: lot, initial: Run, states: {Run: active, Hold: held, Stock: released}}}
objects: {lot: {systemOfRecord: {MES: {LOT: Run}, ERP: {LOT: [Hold, Stock]}}}}`,
      expect: [],
    },
  ],
});
