import { optional, part, reference, required, sequence, set, text, words } from '../shape.ts';
import { commonAttributes } from './common.ts';

export const testStep = part('tests.step', {
  do: required(text(), 'One action with its exact input.'),
  expect: optional(text(), 'What is observed, with value and limit.'),
});

export const testsEntry = part('tests', {
  ...commonAttributes,
  level: required(words('IQ', 'OQ', 'PQ'), 'Qualification in which it is run.'),
  type: optional(text(), 'Type of case: POS, ILL, GRD and so on.'),
  rigour: optional(text(), 'How thoroughly it is run and documented.', 'by risk'),
  verifies: optional(set(reference('element')), 'Elements and requirements that it verifies.'),
  given: optional(sequence(text()), 'Prerequisites and initial state.'),
  steps: required(sequence(testStep), 'Steps in the order in which they are done.'),
});
