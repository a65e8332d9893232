import { defineChangeRule } from '../change-rule.ts';
import { testStepsVerdict } from '../judging/test-steps.ts';

/** Reports another expected result of an authored test, or one that belongs to another step. */
export const testAcceptanceCriteriaChanged = defineChangeRule({
  id: 'test-acceptance-criteria-changed',
  family: 'trace',
  judges: 'attribute',
  class: 'risky',
  risk: 'H',
  evidence: ['TRC'],
  approvers: { approve: ['OPS', 'QA'], inform: [] },
  purpose: 'Reports another expected result of an authored test, or one that belongs to another step.',
  why: 'Passing may mean less now, and evidence that was recorded shows something else.',
  fix: 'Execute the test again, and say why the new result is the right one.',
  mirror: { self: true },
  core: true,
  claims: [{ kinds: ['test'], paths: ['steps'] }],
  check: (change) => testStepsVerdict(change, 'criteria'),
  examples: [
    {
      name: 'another limit',
      before: `tests: {T-1: {level: OQ, steps: [{do: Measure, expect: Not more than 0.80 um}]}}`,
      after: `tests: {T-1: {level: OQ, steps: [{do: Measure, expect: Not more than 0.90 um}]}}`,
      expect: ['risky H test:T-1 steps'],
    },
    {
      name: 'no result is expected any more',
      before: `tests: {T-1: {level: OQ, steps: [{do: Enter 5, expect: 5 is shown}]}}`,
      after: `tests: {T-1: {level: OQ, steps: [{do: Enter 5}]}}`,
      expect: ['risky H test:T-1 steps'],
    },
    {
      name: 'the result belongs to another step',
      before: `tests: {T-1: {level: OQ, steps: [{do: Enter 5, expect: Refused}, {do: Enter 6}]}}`,
      after: `tests: {T-1: {level: OQ, steps: [{do: Enter 5}, {do: Enter 6, expect: Refused}]}}`,
      expect: ['risky H test:T-1 steps'],
    },
    {
      name: 'another input, same result',
      before: `tests: {T-1: {level: OQ, steps: [{do: Enter 5, expect: Refused}]}}`,
      after: `tests: {T-1: {level: OQ, steps: [{do: Enter 6, expect: Refused}]}}`,
      expect: [],
    },
    {
      name: 'the same steps in another order',
      before: `tests: {T-1: {level: OQ, steps: [{do: Enter 5, expect: Refused}, {do: Enter 6, expect: Shown}]}}`,
      after: `tests: {T-1: {level: OQ, steps: [{do: Enter 6, expect: Shown}, {do: Enter 5, expect: Refused}]}}`,
      expect: [],
    },
  ],
});
