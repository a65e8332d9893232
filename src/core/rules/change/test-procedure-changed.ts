import { defineChangeRule } from '../change-rule.ts';
import { testStepsVerdict } from '../judging/test-steps.ts';
import { named, shift } from '../judging/wording.ts';

/** Reports other actions, prerequisites or another type of an authored test. */
export const testProcedureChanged = defineChangeRule({
  id: 'test-procedure-changed',
  family: 'trace',
  judges: 'attribute',
  class: 'risky',
  risk: 'M',
  evidence: ['TRC'],
  approvers: { approve: ['QA'], inform: ['IT'] },
  purpose: 'Reports other actions, prerequisites or another type of an authored test.',
  why: 'What was executed before does not show the new procedure.',
  fix: 'Execute the test again where the difference matters.',
  mirror: { self: true },
  core: false,
  claims: [{ kinds: ['test'], paths: ['steps', 'given', 'type'] }],
  check(change) {
    const { after, path, from, to } = change;
    return path[0] === 'steps'
      ? testStepsVerdict(change, 'procedure')
      : [{ what: shift(`${named(after)}, ${path.join('.')}`, from, to) }];
  },
  examples: [
    {
      name: 'another input',
      before: `tests: {T-1: {level: OQ, steps: [{do: Enter 5, expect: Refused}]}}`,
      after: `tests: {T-1: {level: OQ, steps: [{do: Enter 6, expect: Refused}]}}`,
      expect: ['risky M test:T-1 steps'],
    },
    {
      name: 'another prerequisite',
      before: `tests: {T-1: {level: OQ, given: [Lot is held], steps: [{do: Enter 5, expect: 5 is shown}]}}`,
      after: `tests: {T-1: {level: OQ, given: [Lot is free], steps: [{do: Enter 5, expect: 5 is shown}]}}`,
      expect: ['risky M test:T-1 given'],
    },
    {
      name: 'the same steps in another order',
      before: `tests: {T-1: {level: OQ, steps: [{do: Enter 5, expect: Refused}, {do: Enter 6, expect: Shown}]}}`,
      after: `tests: {T-1: {level: OQ, steps: [{do: Enter 6, expect: Shown}, {do: Enter 5, expect: Refused}]}}`,
      expect: ['risky M test:T-1 steps'],
    },
    {
      name: 'another result, same action',
      before: `tests: {T-1: {level: OQ, steps: [{do: Enter 5, expect: Refused}]}}`,
      after: `tests: {T-1: {level: OQ, steps: [{do: Enter 5, expect: Shown}]}}`,
      expect: [],
    },
  ],
});
