import { defineLint } from '../lint-rule.ts';
import { doesNotApply } from '../linting/declared.ts';

/** Authored tests that cannot fail. */
export const testWithoutCriteria = defineLint({
  id: 'test-without-criteria',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason: 'A sketch of a test may leave its results open.',
  purpose:
    'Reports an authored test without any expected result, and one that ends with an action of which nothing is expected.',
  why: 'A test without a criterion cannot fail.',
  fix: 'Say in `expect` what is seen, with value and limit.',
  reads: ['tests.steps', 'tests.step.expect'],
  examples: [
    {
      name: 'no expected result, a blank one, and an end that is not observed',
      spec: `
        tests:
          PQ-1: {level: PQ, steps: [{do: Press Release}, {do: Print the label}]}
          PQ-2: {level: PQ, steps: [{do: Press Release, expect: " "}]}
          PQ-3: {level: PQ, steps: [{do: Press Release, expect: Status Released}, {do: Print the label}]}`,
      expect: [
        '2:3 error PQ-1: PQ-1 expects nothing, so that it cannot fail.',
        '3:3 error PQ-2: PQ-2 expects nothing, so that it cannot fail.',
        '4:80 error PQ-3: PQ-3 ends with “Print the label”, of which nothing is expected.',
      ],
    },
    {
      name: 'a preparing action before the result, and one that needs none',
      spec: `
        tests:
          PQ-1: {level: PQ, steps: [{do: Open the lot}, {do: Press Release, expect: Status Released}]}
          PQ-2: {level: PQ, steps: [{do: Press Release, expect: Status Released}, {do: Log off, expect: {notApplicable: cleans up}}]}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const test of model.ofKind('test')) {
      const { steps } = test.attributes;
      if (doesNotApply(test, 'steps')) continue;
      const expecting = steps.map(({ expect, notApplicable = {} }) => ({
        said: (expect ?? '').trim() !== '',
        answered: 'expect' in notApplicable,
      }));
      const last = expecting.at(-1);
      if (!expecting.some(({ said }) => said)) {
        yield {
          element: test,
          path: [],
          part: 'key' as const,
          message: `${test.id} expects nothing, so that it cannot fail.`,
          hint: 'Say in `expect` of its steps what is seen.',
          subject: 'none',
        };
      } else if (last !== undefined && !last.said && !last.answered) {
        yield {
          element: test,
          path: ['steps', steps.length - 1, 'do'],
          message: `${test.id} ends with “${steps.at(-1)?.do ?? ''}”, of which nothing is expected.`,
          hint: 'Say in `expect` what is seen, or write `expect: {notApplicable: why}`.',
          subject: ['last', steps.at(-1)?.do ?? ''],
        };
      }
    }
  },
});
