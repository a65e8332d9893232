import { defineChangeRule } from '../change-rule.ts';
import type { Element } from '../../model/element.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports a report that reads, counts, calculates or decides something else, or runs in another system. */
export const reportChanged = defineChangeRule({
  id: 'report-changed',
  family: 'process',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['OQ-RPT'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports a report that reads, counts, calculates or decides something else, or runs in another system.',
  why: 'The same name stands over other numbers, and people act on them as before.',
  fix: 'Compare the report before and after on the same data.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['report'], paths: ['inputs', 'filter', 'formula', 'uses', 'decision', 'system'] }],
  check(change) {
    const decided = [change.before, change.after].some(
      (report) => (report as Element<'report'>).attributes.decision !== undefined,
    );
    const raise = { risk: 'H', reason: 'people decide with this report' } as const;
    return [decided ? { what: plainShift(change), raise } : { what: plainShift(change) }];
  },
  examples: [
    {
      name: 'another formula',
      before: `systems: {MES: {}, BI: {}}
objects: {lot: {fields: {qty: {type: decimal}, scrap: {type: decimal}}}}
reports: {YIELD: {inputs: [lot.qty], formula: Sum of qty}}`,
      after: `systems: {MES: {}, BI: {}}
objects: {lot: {fields: {qty: {type: decimal}, scrap: {type: decimal}}}}
reports: {YIELD: {inputs: [lot.qty], formula: Sum of qty without scrap}}`,
      expect: ['risky M report:YIELD formula'],
    },
    {
      name: 'another input of a report with which people decide',
      before: `systems: {MES: {}, BI: {}}
objects: {lot: {fields: {qty: {type: decimal}, scrap: {type: decimal}}}}
reports: {YIELD: {inputs: [lot.qty], decision: Release}}`,
      after: `systems: {MES: {}, BI: {}}
objects: {lot: {fields: {qty: {type: decimal}, scrap: {type: decimal}}}}
reports: {YIELD: {inputs: [lot.scrap], decision: Release}}`,
      expect: ['risky H report:YIELD inputs'],
    },
    {
      name: 'another title',
      before: `systems: {MES: {}, BI: {}}
objects: {lot: {fields: {qty: {type: decimal}, scrap: {type: decimal}}}}
reports: {YIELD: {inputs: [lot.qty]}}`,
      after: `systems: {MES: {}, BI: {}}
objects: {lot: {fields: {qty: {type: decimal}, scrap: {type: decimal}}}}
reports: {YIELD: {inputs: [lot.qty], title: Yield}}`,
      expect: [],
    },
  ],
});
