import { defineChangeRule } from '../change-rule.ts';
import { lineageVerdicts } from '../judging/output-lineage.ts';

/** Reports an item of a regulated output whose value comes from elsewhere, or on another way, than before. */
export const outputLineageChanged = defineChangeRule({
  id: 'output-lineage-changed',
  family: 'process',
  judges: 'comparison',
  class: 'breaking',
  risk: 'H',
  evidence: ['OQ-RPT', 'PQ-OUT', 'REG-DEP'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose: 'Reports an item of a regulated output whose value comes from elsewhere, or on another way, than before.',
  why: 'What is printed comes from elsewhere now, though nobody may have touched the output.',
  fix: 'Follow one value from its owner to the printed output, and compare it with the one before.',
  mirror: { self: true },
  core: true,
  claims: [
    { kinds: ['output-item'], paths: ['from', 'uses'] },
    { kinds: ['output'], paths: ['assembledIn'] },
  ],
  check: (context) => lineageVerdicts(context),
  examples: [
    {
      name: 'the item shows another field',
      before: `systems: {MES: {}, QMS: {}, ERP: {}}
objects: {lot: {systemOfRecord: MES, fields: {id: {type: string}, qty: {type: integer}}}}
interfaces: {IF-1: {from: MES, to: QMS, about: lot, fields: {qty: {from: lot.qty}}}, IF-2: {from: ERP, to: QMS, about: lot, fields: {amount: {from: lot.id}}}}
outputs: {RO: {assembledIn: QMS, content: {quantity: {from: lot.qty}}}}`,
      after: `systems: {MES: {}, QMS: {}, ERP: {}}
objects: {lot: {systemOfRecord: MES, fields: {id: {type: string}, qty: {type: integer}}}}
interfaces: {IF-1: {from: MES, to: QMS, about: lot, fields: {qty: {from: lot.qty}}}, IF-2: {from: ERP, to: QMS, about: lot, fields: {amount: {from: lot.id}}}}
outputs: {RO: {assembledIn: QMS, content: {quantity: {from: lot.id}}}}`,
      expect: ['breaking H output-item:RO.quantity from'],
    },
    {
      name: 'another system owns the value',
      before: `systems: {MES: {}, QMS: {}, ERP: {}}
objects: {lot: {systemOfRecord: MES, fields: {id: {type: string}, qty: {type: integer}}}}
interfaces: {IF-1: {from: MES, to: QMS, about: lot, fields: {qty: {from: lot.qty}}}, IF-2: {from: ERP, to: QMS, about: lot, fields: {amount: {from: lot.id}}}}
outputs: {RO: {assembledIn: QMS, content: {quantity: {from: lot.qty}}}}`,
      after: `systems: {MES: {}, QMS: {}, ERP: {}}
objects: {lot: {systemOfRecord: ERP, fields: {id: {type: string}, qty: {type: integer}}}}
interfaces: {IF-1: {from: MES, to: QMS, about: lot, fields: {qty: {from: lot.qty}}}, IF-2: {from: ERP, to: QMS, about: lot, fields: {amount: {from: lot.id}}}}
outputs: {RO: {assembledIn: QMS, content: {quantity: {from: lot.qty}}}}`,
      expect: ['breaking H output-item:RO.quantity from'],
    },
    {
      name: 'the message no longer arrives where the output is put together',
      before: `systems: {MES: {}, QMS: {}, ERP: {}}
objects: {lot: {systemOfRecord: MES, fields: {id: {type: string}, qty: {type: integer}}}}
interfaces: {IF-1: {from: MES, to: QMS, about: lot, fields: {qty: {from: lot.qty}}}, IF-2: {from: ERP, to: QMS, about: lot, fields: {amount: {from: lot.id}}}}
outputs: {RO: {assembledIn: QMS, content: {quantity: {from: lot.qty}}}}`,
      after: `systems: {MES: {}, QMS: {}, ERP: {}}
objects: {lot: {systemOfRecord: MES, fields: {id: {type: string}, qty: {type: integer}}}}
interfaces: {IF-1: {from: MES, to: ERP, about: lot, fields: {qty: {from: lot.qty}}}, IF-2: {from: ERP, to: QMS, about: lot, fields: {amount: {from: lot.id}}}}
outputs: {RO: {assembledIn: QMS, content: {quantity: {from: lot.qty}}}}`,
      expect: ['breaking H output-item:RO.quantity from'],
    },
    {
      name: 'put together elsewhere',
      before: `systems: {MES: {}, QMS: {}, ERP: {}}
objects: {lot: {systemOfRecord: MES, fields: {id: {type: string}, qty: {type: integer}}}}
interfaces: {IF-1: {from: MES, to: QMS, about: lot, fields: {qty: {from: lot.qty}}}, IF-2: {from: ERP, to: QMS, about: lot, fields: {amount: {from: lot.id}}}}
outputs: {RO: {assembledIn: QMS, content: {quantity: {from: lot.qty}}}}`,
      after: `systems: {MES: {}, QMS: {}, ERP: {}}
objects: {lot: {systemOfRecord: MES, fields: {id: {type: string}, qty: {type: integer}}}}
interfaces: {IF-1: {from: MES, to: QMS, about: lot, fields: {qty: {from: lot.qty}}}, IF-2: {from: ERP, to: QMS, about: lot, fields: {amount: {from: lot.id}}}}
outputs: {RO: {assembledIn: MES, content: {quantity: {from: lot.qty}}}}`,
      expect: ['breaking H output:RO assembledIn', 'breaking H output-item:RO.quantity from'],
    },
    {
      name: 'another message carries another field',
      before: `systems: {MES: {}, QMS: {}, ERP: {}}
objects: {lot: {systemOfRecord: MES, fields: {id: {type: string}, qty: {type: integer}}}}
interfaces: {IF-1: {from: MES, to: QMS, about: lot, fields: {qty: {from: lot.qty}}}, IF-2: {from: ERP, to: QMS, about: lot, fields: {amount: {from: lot.id}}}}
outputs: {RO: {assembledIn: QMS, content: {quantity: {from: lot.qty}}}}`,
      after: `systems: {MES: {}, QMS: {}, ERP: {}}
objects: {lot: {systemOfRecord: MES, fields: {id: {type: string}, qty: {type: integer}}}}
interfaces: {IF-1: {from: MES, to: QMS, about: lot, fields: {qty: {from: lot.qty}}}, IF-2: {from: ERP, to: QMS, about: lot, fields: {amount: {from: lot.qty}}}}
outputs: {RO: {assembledIn: QMS, content: {quantity: {from: lot.qty}}}}`,
      expect: [],
    },
    {
      name: 'the field has another name',
      before: `systems: {MES: {}, QMS: {}, ERP: {}}
objects: {lot: {systemOfRecord: MES, fields: {id: {type: string}, qty: {type: integer}}}}
interfaces: {IF-1: {from: MES, to: QMS, about: lot, fields: {qty: {from: lot.qty}}}, IF-2: {from: ERP, to: QMS, about: lot, fields: {amount: {from: lot.id}}}}
outputs: {RO: {assembledIn: QMS, content: {quantity: {from: lot.qty}}}}`,
      after: `systems: {MES: {}, QMS: {}, ERP: {}}
objects: {lot: {systemOfRecord: MES, fields: {id: {type: string}, quantity: {type: integer, formerIds: [qty]}}}}
interfaces: {IF-1: {from: MES, to: QMS, about: lot, fields: {qty: {from: lot.quantity}}}, IF-2: {from: ERP, to: QMS, about: lot, fields: {amount: {from: lot.id}}}}
outputs: {RO: {assembledIn: QMS, content: {quantity: {from: lot.quantity}}}}`,
      expect: [],
    },
  ],
});
