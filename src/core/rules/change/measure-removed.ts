import { defineChangeRule } from '../change-rule.ts';
import { removedElement } from '../judging/whole-element.ts';

/** Reports a measure of data quality or stability that is gone. */
export const measureRemoved = defineChangeRule({
  id: 'measure-removed',
  family: 'trace',
  judges: 'element',
  class: 'risky',
  risk: 'H',
  evidence: ['RSK', 'PQ-REC'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a measure of data quality or stability that is gone.',
  why: 'Nothing waits for good data any more, and nobody is told when they are not.',
  fix: 'Keep the measure until what depends on it no longer does.',
  mirror: { rule: 'measure-added' },
  core: false,
  claims: [{ kinds: ['measure'], action: 'removed' }],
  check: (element) => [removedElement(element)],
  examples: [
    {
      name: 'gone',
      before: `systems: {MES: {}, ERP: {}}
interfaces: {IF-1: {from: MES, to: ERP}}
phases: {P1: {live: [IF-1]}, P2: {live: [IF-1]}}
measures: {DQ: {what: Complete records, limit: 95 %}}`,
      after: `systems: {MES: {}, ERP: {}}
interfaces: {IF-1: {from: MES, to: ERP}}
phases: {P1: {live: [IF-1]}, P2: {live: [IF-1]}}
measures: {}`,
      expect: ['risky H measure:DQ'],
    },
    {
      name: 'renamed as declared',
      before: `systems: {MES: {}, ERP: {}}
interfaces: {IF-1: {from: MES, to: ERP}}
phases: {P1: {live: [IF-1]}, P2: {live: [IF-1]}}
measures: {DQ: {what: Complete records, limit: 95 %}}`,
      after: `systems: {MES: {}, ERP: {}}
interfaces: {IF-1: {from: MES, to: ERP}}
phases: {P1: {live: [IF-1]}, P2: {live: [IF-1]}}
measures: {DR: {formerIds: [DQ], what: Complete records, limit: 95 %}}`,
      expect: [],
    },
  ],
});
