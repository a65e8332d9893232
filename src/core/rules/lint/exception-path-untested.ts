import { defineLint } from '../lint-rule.ts';
import { doesNotApply } from '../linting/declared.ts';
import { isVerified } from '../linting/requirement-links.ts';

/** Exceptions of which nobody tells the story. */
export const exceptionPathUntested = defineLint({
  id: 'exception-path-untested',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason: 'A sketch may name an exception before it tells its story.',
  purpose: 'Reports an exception that can occur and has neither a story that becomes a test nor an authored test.',
  why: 'The ways that are used least do the most damage.',
  fix: 'Tell the story in `scenario`, or write a test that `verifies` the exception.',
  reads: ['exceptions.treatment', 'exceptions.scenario', 'exceptions.elements', 'tests.verifies'],
  examples: [
    {
      name: 'handled by systems or by people, without a story',
      spec: `
        documents: {SOP-1: {}}
        exceptions:
          EX-1: {class: duplicate, treatment: automated}
          EX-2: {class: downtime, treatment: procedural, documents: [SOP-1]}`,
      expect: [
        '3:17 error EX-1: No test shows how EX-1 (duplicate) is handled.',
        '4:17 error EX-2: No test shows how EX-2 (downtime) is handled.',
      ],
    },
    {
      name: 'with a story, with an authored test, answered, or impossible',
      spec: `
        exceptions:
          EX-1: {class: duplicate, treatment: automated, scenario: {steps: [{check: Send it twice; one record is made}]}}
          EX-2: {class: downtime, treatment: procedural}
          EX-3: {class: clock, treatment: procedural, scenario: {notApplicable: shown at the installation}}
          EX-4: {class: scrap, treatment: {notApplicable: nothing is scrapped here}}
          EX-5: {class: timeout, treatment: automated, status: retired}
        tests: {PQ-1: {level: PQ, verifies: EX-2, steps: [{do: a, expect: b}]}}`,
      expect: [],
    },
  ],
  *check({ model, graph }) {
    for (const exception of model.ofKind('exception')) {
      const { class: kind, scenario } = exception.attributes;
      if (scenario !== undefined || doesNotApply(exception, 'scenario') || doesNotApply(exception, 'treatment'))
        continue;
      if (isVerified(model, graph, exception.key)) continue;
      yield {
        element: exception,
        path: ['class'],
        message: `No test shows how ${exception.id} (${kind}) is handled.`,
        hint: 'Tell the story: `scenario: {steps: […]}`, or name it in `verifies` of a test.',
        subject: kind,
      };
    }
  },
});
