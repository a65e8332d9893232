import { defineChangeRule } from '../change-rule.ts';
import { isLargerTeam } from '../judging/risk-team.ts';
import { plainShift } from '../judging/plain-shift.ts';

/** Reports a risk team without somebody who was in it, or with another expertise. */
export const riskTeamChanged = defineChangeRule({
  id: 'risk-team-changed',
  family: 'trace',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['RSK'],
  approvers: { approve: ['QA'], inform: ['OPS', 'IT'] },
  purpose: 'Reports a risk team without somebody who was in it, or with another expertise.',
  why: 'A risk assessment rests on what its members know; what is missing in the team is missing in the assessment.',
  fix: 'Say who brings the knowledge now.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [{ kinds: ['project'], paths: ['team'] }],
  check: (change) => (isLargerTeam(change) ? [] : [{ what: plainShift(change) }]),
  examples: [
    {
      name: 'a member leaves',
      before: `systems: {MES: {}}
package: {id: EX, title: Example, version: "1"}
team: [{function: Quality}, {function: IT}]`,
      after: `systems: {MES: {}}
package: {id: EX, title: Example, version: "1"}
team: [{function: Quality}]`,
      expect: ['risky M project:project team'],
    },
    {
      name: 'one more member',
      before: `systems: {MES: {}}
package: {id: EX, title: Example, version: "1"}
team: [{function: Quality}]`,
      after: `systems: {MES: {}}
package: {id: EX, title: Example, version: "1"}
team: [{function: Quality}, {function: IT}]`,
      expect: [],
    },
  ],
});
