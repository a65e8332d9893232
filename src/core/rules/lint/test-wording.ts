import { bannedPhrasesIn } from '../../derive/banned-words.ts';
import { defineLint } from '../lint-rule.ts';

/** Wording of authored tests by which nobody can fail. */
export const testWording = defineLint({
  id: 'test-wording',
  source: 'lint',
  judges: 'model',
  severity: 'warning',
  stance: 'contradiction',
  stanceReason: 'The words are there; nothing is missing.',
  purpose: 'Reports words in an authored test that say nothing which a tester could see.',
  why: 'A step that says “as expected” passes whatever happens.',
  fix: 'Say which value is seen, where, and within which limit.',
  reads: ['tests.given', 'tests.steps', 'tests.step.do', 'tests.step.expect'],
  examples: [
    {
      name: 'an action, a result and a beginning that prove nothing',
      spec: `
        tests:
          PQ-1:
            level: PQ
            given: [The interface works]
            steps:
              - {do: "Verify that the system behaves as expected", expect: The lot is released}
              - {do: Press Release, expect: The lot is released correctly}`,
      expect: [
        '4:13 warning PQ-1: “works” in PQ-1 says nothing that a tester could see.',
        '6:14 warning PQ-1: “as expected” in PQ-1 says nothing that a tester could see.',
        '6:14 warning PQ-1: “verify that the system behaves” in PQ-1 says nothing that a tester could see.',
        '7:37 warning PQ-1: “correctly” in PQ-1 says nothing that a tester could see.',
      ],
    },
    {
      name: 'observable results, and words that only contain a banned one',
      spec: `
        tests:
          PQ-1:
            level: PQ
            steps:
              - {do: Open worksheet W-1 in the workshop, expect: Status Released within 60 s; the incorrectly typed lot number is refused}`,
      expect: [],
    },
  ],
  *check({ model }) {
    for (const test of model.ofKind('test')) {
      const { given = [], steps } = test.attributes;
      const texts: readonly (readonly [string, readonly (string | number)[]])[] = [
        ...given.map((text, index) => [text, ['given', index]] as const),
        ...steps.flatMap(({ do: action, expect }, index) => [
          [action, ['steps', index, 'do']] as const,
          ...(expect === undefined ? [] : [[expect, ['steps', index, 'expect']] as const]),
        ]),
      ];
      for (const [text, path] of texts) {
        for (const { phrase, instead } of bannedPhrasesIn(text)) {
          yield {
            element: test,
            path,
            message: `“${phrase}” in ${test.id} says nothing that a tester could see.`,
            hint: `Instead, ${instead}.`,
            subject: [phrase, text],
          };
        }
      }
    }
  },
});
