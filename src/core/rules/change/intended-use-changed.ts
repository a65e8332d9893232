import { defineChangeRule } from '../change-rule.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports another intended use of the integrated systems. */
export const intendedUseChanged = defineChangeRule({
  id: 'intended-use-changed',
  family: 'model',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['RSK', 'TRC', 'PQ-E2E'],
  approvers: { approve: ['OPS', 'QA'], inform: ['IT'] },
  purpose: 'Reports another intended use of the integrated systems.',
  why: 'Validation shows fitness for the intended use; what was shown was shown for another one.',
  fix: 'Go through risks and requirements for the new use before anything that was tested counts for it.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['project'], paths: ['package.intendedUse'] }],
  check: (change) => [{ what: plainShift(change) }],
  examples: [
    {
      name: 'another use',
      before: `systems: {MES: {}}
package: {id: EX, title: Example, version: "1", intendedUse: Tracks nonconformances}`,
      after: `systems: {MES: {}}
package: {id: EX, title: Example, version: "1", intendedUse: Decides on release}`,
      expect: ['risky H project:project package.intendedUse'],
    },
    {
      name: 'another title',
      before: `systems: {MES: {}}
package: {id: EX, title: Example, version: "1", intendedUse: Tracks nonconformances}`,
      after: `systems: {MES: {}}
package: {id: EX, title: Other, version: "1", intendedUse: Tracks nonconformances}`,
      expect: [],
    },
  ],
});
