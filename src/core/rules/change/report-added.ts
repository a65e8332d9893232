import { defineChangeRule } from '../change-rule.ts';
import { addedElement } from '../judging/whole-element.ts';

/** Reports a new report. */
export const reportAdded = defineChangeRule({
  id: 'report-added',
  family: 'process',
  judges: 'element',
  class: 'compatible',
  risk: 'M',
  evidence: ['OQ-RPT', 'TRC'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a new report.',
  why: 'People will act on its numbers; they must be those of the records.',
  fix: 'Say what is decided with it, and compare it with the records once.',
  mirror: { rule: 'report-removed' },
  core: false,
  claims: [{ kinds: ['report'], action: 'added' }],
  check: (element) => [addedElement(element)],
  examples: [
    {
      name: 'a new report',
      before: `systems: {MES: {}, BI: {}}
objects: {lot: {fields: {qty: {type: decimal}, scrap: {type: decimal}}}}
reports: {}`,
      after: `systems: {MES: {}, BI: {}}
objects: {lot: {fields: {qty: {type: decimal}, scrap: {type: decimal}}}}
reports: {YIELD: {inputs: [lot.qty]}}`,
      expect: ['compatible M report:YIELD'],
    },
    {
      name: 'renamed as declared',
      before: `systems: {MES: {}, BI: {}}
objects: {lot: {fields: {qty: {type: decimal}, scrap: {type: decimal}}}}
reports: {YIELD: {inputs: [lot.qty]}}`,
      after: `systems: {MES: {}, BI: {}}
objects: {lot: {fields: {qty: {type: decimal}, scrap: {type: decimal}}}}
reports: {OUT: {formerIds: [YIELD], inputs: [lot.qty]}}`,
      expect: [],
    },
  ],
});
