import { defineChangeRule } from '../change-rule.ts';
import { listMove } from '../judging/list-move.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports something that is said not to be covered any more. */
export const outOfScopeExtended = defineChangeRule({
  id: 'out-of-scope-extended',
  family: 'trace',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['RSK', 'TRC'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports something that is said not to be covered any more.',
  why: 'One line takes it out of validation: nobody tests it, and nobody looks for it again.',
  fix: 'Say who covers it instead, and have the quality unit agree.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [{ kinds: ['project'], paths: ['package.outOfScope'] }],
  check: (change) => (listMove(change.from, change.to).gained ? [{ what: plainShift(change) }] : []),
  examples: [
    {
      name: 'one more exclusion',
      before: `systems: {MES: {}}
package: {id: EX, title: Example, version: "1", outOfScope: [Returns]}`,
      after: `systems: {MES: {}}
package: {id: EX, title: Example, version: "1", outOfScope: [Labels, Returns]}`,
      expect: ['risky H project:project package.outOfScope'],
    },
    {
      name: 'one exclusion fewer',
      before: `systems: {MES: {}}
package: {id: EX, title: Example, version: "1", outOfScope: [Labels, Returns]}`,
      after: `systems: {MES: {}}
package: {id: EX, title: Example, version: "1", outOfScope: [Returns]}`,
      expect: [],
    },
  ],
});
