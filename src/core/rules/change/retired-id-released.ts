import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports a retired id that may be used again, or whose reason differs. */
export const retiredIdReleased = defineChangeRule({
  id: 'retired-id-released',
  family: 'model',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['DOC', 'TRC'],
  approvers: { approve: ['QA', 'IT'], inform: [] },
  purpose: 'Reports a retired id that may be used again, or whose reason differs.',
  why: 'An old record that names the id then seems to mean the new element.',
  fix: 'Leave the id retired and give the new element another one.',
  mirror: { rule: 'record-keeping-changed' },
  core: false,
  claims: [{ kinds: ['project'], paths: ['retired.*'] }],
  check: (change) => (change.from === undefined ? [] : [{ what: plainShift(change) }]),
  examples: [
    {
      name: 'may be used again',
      before: `systems: {MES: {}}
package: {id: EX, title: Example, version: "1"}
retired: {OLD: replaced}`,
      after: `systems: {MES: {}}
package: {id: EX, title: Example, version: "1"}`,
      expect: ['risky H project:project retired.OLD'],
    },
    {
      name: 'newly retired',
      before: `systems: {MES: {}}
package: {id: EX, title: Example, version: "1"}`,
      after: `systems: {MES: {}}
package: {id: EX, title: Example, version: "1"}
retired: {OLD: replaced}`,
      expect: [],
    },
  ],
});
