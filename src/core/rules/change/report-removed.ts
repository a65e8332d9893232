import { defineChangeRule } from '../change-rule.ts';
import type { Element } from '../../model/element.ts';
import { removedElement } from '../judging/whole-element.ts';

/** Reports a report that is gone. */
export const reportRemoved = defineChangeRule({
  id: 'report-removed',
  family: 'process',
  judges: 'element',
  class: 'breaking',
  risk: 'M',
  evidence: ['OQ-RPT', 'TRC', 'DOC'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a report that is gone.',
  why: 'Whoever decided with it decides without it, or with numbers from elsewhere.',
  fix: 'Say what is decided by what from now on.',
  mirror: { rule: 'report-added' },
  core: false,
  claims: [{ kinds: ['report'], action: 'removed' }],
  check(element) {
    const { decision } = (element as Element<'report'>).attributes;
    const raise = { risk: 'H', reason: 'people decide with this report' } as const;
    return [decision === undefined ? removedElement(element) : { ...removedElement(element), raise }];
  },
  examples: [
    {
      name: 'gone',
      before: `systems: {MES: {}, BI: {}}
objects: {lot: {fields: {qty: {type: decimal}, scrap: {type: decimal}}}}
reports: {YIELD: {inputs: [lot.qty]}}`,
      after: `systems: {MES: {}, BI: {}}
objects: {lot: {fields: {qty: {type: decimal}, scrap: {type: decimal}}}}
reports: {}`,
      expect: ['breaking M report:YIELD'],
    },
    {
      name: 'one with which people decide',
      before: `systems: {MES: {}, BI: {}}
objects: {lot: {fields: {qty: {type: decimal}, scrap: {type: decimal}}}}
reports: {YIELD: {inputs: [lot.qty], decision: Release}}`,
      after: `systems: {MES: {}, BI: {}}
objects: {lot: {fields: {qty: {type: decimal}, scrap: {type: decimal}}}}
reports: {}`,
      expect: ['breaking H report:YIELD'],
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
