import { defineChangeRule } from '../change-rule.ts';
import { testLevelVerdict } from '../judging/test-level.ts';

/** Reports a test that is run at a lower level or less thoroughly, or another table of test depth. */
export const testLevelLowered = defineChangeRule({
  id: 'test-level-lowered',
  family: 'trace',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['TRC'],
  approvers: { approve: ['QA'], inform: ['IT'] },
  purpose: 'Reports a test that is run at a lower level or less thoroughly, or another table of test depth.',
  why: 'The title is the same, the evidence is weaker.',
  fix: 'Keep the level, or say in the risk assessment why less is enough.',
  mirror: { rule: 'assurance-strengthened' },
  core: false,
  claims: [
    { kinds: ['test'], paths: ['level', 'rigour'] },
    { kinds: ['project'], paths: ['rigour'] },
  ],
  check: (change) => testLevelVerdict(change, 'lowered'),
  examples: [
    {
      name: 'in OQ instead of PQ',
      before: `tests: {T-1: {level: PQ, steps: [{do: Enter 5, expect: 5 is shown}]}}`,
      after: `tests: {T-1: {level: OQ, steps: [{do: Enter 5, expect: 5 is shown}]}}`,
      expect: ['risky M test:T-1 level'],
    },
    {
      name: 'less thoroughly',
      before: `tests: {T-1: {level: OQ, rigour: scripted-robust, steps: [{do: Enter 5, expect: 5 is shown}]}}`,
      after: `tests: {T-1: {level: OQ, rigour: leveraged from the supplier, steps: [{do: Enter 5, expect: 5 is shown}]}}`,
      expect: ['risky M test:T-1 rigour'],
    },
    {
      name: 'in PQ instead of OQ',
      before: `tests: {T-1: {level: OQ, steps: [{do: Enter 5, expect: 5 is shown}]}}`,
      after: `tests: {T-1: {level: PQ, steps: [{do: Enter 5, expect: 5 is shown}]}}`,
      expect: [],
    },
  ],
});
