import { defineChangeRule } from '../change-rule.ts';
import { isTighterMeasure } from '../judging/measure-limits.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports a measure of data quality or stability with a lower limit, for less, of older values, of something else, or before another phase. */
export const measureRelaxed = defineChangeRule({
  id: 'measure-relaxed',
  family: 'trace',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['RSK', 'PQ-REC'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose:
    'Reports a measure of data quality or stability with a lower limit, for less, of older values, of something else, or before another phase.',
  why: 'Data that were not good enough yesterday are good enough today, and a phase begins with them.',
  fix: 'Keep the limit until the data meet it; have a lower one accepted in the risk assessment.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [{ kinds: ['measure'], paths: ['what', 'covers', 'limit', 'maxAge', 'gate'] }],
  check: (change) => (isTighterMeasure(change) ? [] : [{ what: plainShift(change) }]),
  examples: [
    {
      name: 'a lower limit',
      before: `systems: {MES: {}, ERP: {}}
interfaces: {IF-1: {from: MES, to: ERP}}
phases: {P1: {live: [IF-1]}, P2: {live: [IF-1]}}
measures: {DQ: {what: Complete records, limit: 99 %, covers: [MES, ERP]}}`,
      after: `systems: {MES: {}, ERP: {}}
interfaces: {IF-1: {from: MES, to: ERP}}
phases: {P1: {live: [IF-1]}, P2: {live: [IF-1]}}
measures: {DQ: {what: Complete records, limit: 95 %, covers: [MES]}}`,
      expect: ['risky H measure:DQ covers', 'risky H measure:DQ limit'],
    },
    {
      name: 'older values, and another phase that waits',
      before: `systems: {MES: {}, ERP: {}}
interfaces: {IF-1: {from: MES, to: ERP}}
phases: {P1: {live: [IF-1]}, P2: {live: [IF-1]}}
measures: {DQ: {what: Complete records, limit: 99 %, maxAge: 30 d, gate: P1}}`,
      after: `systems: {MES: {}, ERP: {}}
interfaces: {IF-1: {from: MES, to: ERP}}
phases: {P1: {live: [IF-1]}, P2: {live: [IF-1]}}
measures: {DQ: {what: Complete records, limit: 99 %, maxAge: 90 d, gate: P2}}`,
      expect: ['risky H measure:DQ gate', 'risky H measure:DQ maxAge'],
    },
    {
      name: 'a higher limit',
      before: `systems: {MES: {}, ERP: {}}
interfaces: {IF-1: {from: MES, to: ERP}}
phases: {P1: {live: [IF-1]}, P2: {live: [IF-1]}}
measures: {DQ: {what: Complete records, limit: 95 %}}`,
      after: `systems: {MES: {}, ERP: {}}
interfaces: {IF-1: {from: MES, to: ERP}}
phases: {P1: {live: [IF-1]}, P2: {live: [IF-1]}}
measures: {DQ: {what: Complete records, limit: 99 %}}`,
      expect: [],
    },
  ],
});
