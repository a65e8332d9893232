import { defineChangeRule } from '../change-rule.ts';
import { ownershipVerdicts } from '../judging/ownership.ts';

/** Reports a field whose owner is now said of itself and not of its object, or the reverse, while the owner stays. */
export const ownershipGranularityChanged = defineChangeRule({
  id: 'ownership-granularity-changed',
  family: 'data',
  judges: 'comparison',
  class: 'risky',
  risk: 'H',
  evidence: ['REG-DEP', 'OQ-SYN'],
  approvers: { approve: ['OPS', 'QA', 'IT'], inform: [] },
  purpose:
    'Reports a field whose owner is now said of itself and not of its object, or the reverse, while the owner stays.',
  why: 'Where fields of one record have owners of their own, they must fit together again.',
  fix: 'Say how the parts are brought together, and which of them wins.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['field'], paths: ['systemOfRecord', 'systemOfRecord.*'] }],
  check: (context) => ownershipVerdicts(context, 'regrained'),
  examples: [
    {
      name: 'the field says what the object said',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES, fields: {lotNo: {}}}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES, fields: {lotNo: {systemOfRecord: MES}}}}`,
      expect: ['risky H field:lot.lotNo systemOfRecord'],
    },
    {
      name: 'the object moves and the field stays',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES, fields: {lotNo: {}}}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: ERP, fields: {lotNo: {systemOfRecord: MES}}}}`,
      expect: ['risky H field:lot.lotNo systemOfRecord'],
    },
    {
      name: 'the field gets another owner',
      before: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES, fields: {lotNo: {}}}}`,
      after: `systems: {MES: {}, ERP: {}, QMS: {}}
objects: {lot: {systemOfRecord: MES, fields: {lotNo: {systemOfRecord: ERP}}}}`,
      expect: [],
    },
  ],
});
