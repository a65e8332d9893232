import { defineChangeRule } from '../change-rule.ts';
import type { Element } from '../../model/element.ts';
import { isHigher } from '../judging/measure-limits.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports another result of a measurement, or another day. */
export const measurementRecorded = defineChangeRule({
  id: 'measurement-recorded',
  family: 'trace',
  judges: 'attribute',
  class: 'compatible',
  risk: 'L',
  evidence: ['PQ-REC'],
  approvers: { approve: ['QA'], inform: ['OPS'] },
  purpose: 'Reports another result of a measurement, or another day.',
  why: 'It says how good the data are; whether that is enough is decided against the limit.',
  fix: 'Keep the report of the measurement where the result can be checked.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['measure'], paths: ['measured', 'measuredOn'] }],
  check(change) {
    const { after, to } = change;
    const { measured, limit } = (after as Element<'measure'>).attributes;
    if (to === undefined)
      return [
        {
          what: plainShift(change),
          raise: { class: 'risky', risk: 'M', reason: 'a result that was recorded is taken back' },
        },
      ];
    const below = measured !== undefined && isHigher(measured, limit);
    const raise = { class: 'risky', risk: 'H', reason: 'the result is below the limit' } as const;
    return [below ? { what: plainShift(change), raise } : { what: plainShift(change) }];
  },
  examples: [
    {
      name: 'measured again',
      before: `systems: {MES: {}, ERP: {}}
interfaces: {IF-1: {from: MES, to: ERP}}
phases: {P1: {live: [IF-1]}, P2: {live: [IF-1]}}
measures: {DQ: {what: Complete records, limit: 95 %, measured: 96 %, measuredOn: 2026-01-10}}`,
      after: `systems: {MES: {}, ERP: {}}
interfaces: {IF-1: {from: MES, to: ERP}}
phases: {P1: {live: [IF-1]}, P2: {live: [IF-1]}}
measures: {DQ: {what: Complete records, limit: 95 %, measured: 97 %, measuredOn: 2026-02-10}}`,
      expect: ['compatible L measure:DQ measured', 'compatible L measure:DQ measuredOn'],
    },
    {
      name: 'below the limit',
      before: `systems: {MES: {}, ERP: {}}
interfaces: {IF-1: {from: MES, to: ERP}}
phases: {P1: {live: [IF-1]}, P2: {live: [IF-1]}}
measures: {DQ: {what: Complete records, limit: 95 %, measured: 96 %}}`,
      after: `systems: {MES: {}, ERP: {}}
interfaces: {IF-1: {from: MES, to: ERP}}
phases: {P1: {live: [IF-1]}, P2: {live: [IF-1]}}
measures: {DQ: {what: Complete records, limit: 95 %, measured: 91 %}}`,
      expect: ['risky H measure:DQ measured'],
    },
    {
      name: 'taken back',
      before: `systems: {MES: {}, ERP: {}}
interfaces: {IF-1: {from: MES, to: ERP}}
phases: {P1: {live: [IF-1]}, P2: {live: [IF-1]}}
measures: {DQ: {what: Complete records, limit: 95 %, measured: 96 %}}`,
      after: `systems: {MES: {}, ERP: {}}
interfaces: {IF-1: {from: MES, to: ERP}}
phases: {P1: {live: [IF-1]}, P2: {live: [IF-1]}}
measures: {DQ: {what: Complete records, limit: 95 %}}`,
      expect: ['risky M measure:DQ measured'],
    },
    {
      name: 'another limit',
      before: `systems: {MES: {}, ERP: {}}
interfaces: {IF-1: {from: MES, to: ERP}}
phases: {P1: {live: [IF-1]}, P2: {live: [IF-1]}}
measures: {DQ: {what: Complete records, limit: 95 %, measured: 96 %}}`,
      after: `systems: {MES: {}, ERP: {}}
interfaces: {IF-1: {from: MES, to: ERP}}
phases: {P1: {live: [IF-1]}, P2: {live: [IF-1]}}
measures: {DQ: {what: Complete records, limit: 94 %, measured: 96 %}}`,
      expect: [],
    },
  ],
});
