import { defineChangeRule } from '../change-rule.ts';
import { addedElement } from '../judging/whole-element.ts';

/** Reports a new measure of data quality or stability. */
export const measureAdded = defineChangeRule({
  id: 'measure-added',
  family: 'trace',
  judges: 'element',
  class: 'compatible',
  risk: 'L',
  evidence: ['PQ-REC', 'TRC'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a new measure of data quality or stability.',
  why: 'A phase may have to wait for it; somebody must measure.',
  fix: 'Say who measures, how, and how often.',
  mirror: { rule: 'measure-removed' },
  core: false,
  claims: [{ kinds: ['measure'], action: 'added' }],
  check: (element) => [addedElement(element)],
  examples: [
    {
      name: 'a new measure',
      before: `systems: {MES: {}, ERP: {}}
interfaces: {IF-1: {from: MES, to: ERP}}
phases: {P1: {live: [IF-1]}, P2: {live: [IF-1]}}
measures: {}`,
      after: `systems: {MES: {}, ERP: {}}
interfaces: {IF-1: {from: MES, to: ERP}}
phases: {P1: {live: [IF-1]}, P2: {live: [IF-1]}}
measures: {DQ: {what: Complete records, limit: 95 %}}`,
      expect: ['compatible L measure:DQ'],
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
