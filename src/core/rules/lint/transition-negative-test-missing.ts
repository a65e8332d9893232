import { testsOf } from '../../graph/queries/tests-of.ts';
import type { SpecGraph } from '../../graph/spec-graph.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { listed } from '../judging/wording.ts';
import { defineLint } from '../lint-rule.ts';
import { statusOf } from '../linting/declared.ts';
import { lifecycleSteps } from '../linting/lifecycle-steps.ts';
import type { Transition } from '../linting/lifecycle-steps.ts';

/** Types of case that show a refusal. */
const REFUSALS = /^(?:NEG|ILL|GRD|ROL|SIG|SEC)\b/iu;

/** Gated steps whose refusal is not tested, without a reason. Refusals are derived unless the step says otherwise. */
export const transitionNegativeTestMissing = defineLint({
  id: 'transition-negative-test-missing',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason: 'A sketch owes no tests.',
  purpose:
    'Reports a step with a role, a condition or a signature whose refusals are left out (`negative: false`) without a reason and without an authored test of a refusal.',
  why: 'Only the happy path is shown: nobody will have seen that the control refuses.',
  fix: 'Drop `negative: false`, say why the refusal is not tested, or write such a test.',
  reads: [
    'lifecycles.transitions',
    'lifecycles.transition.negative',
    'lifecycles.transition.by',
    'lifecycles.transition.when',
    'lifecycles.transition.sign',
    'tests.verifies',
    'tests.type',
  ],
  examples: [
    {
      name: 'left out without a reason, and verified by a test of the happy path',
      spec: `
        roles: {QA: {}}
        lifecycles:
          L:
            initial: A
            states: {A: open, B: closed}
            transitions:
              T1: {from: A, to: B, by: QA, when: {fact: all is done}, sign: {meaning: Closed}, negative: false}
        tests: {OQ-1: {level: OQ, type: POS, verifies: L.T1, steps: [{do: a, expect: b}]}}`,
      expect: [
        '7:98 error L.T1: That L.T1 is refused without its role, condition and signature is not tested, and no reason is given.',
      ],
    },
    {
      name: 'derived, answered, tested by hand, or without a gate',
      spec: `
        roles: {QA: {}}
        lifecycles:
          L:
            initial: A
            states: {A: open, B: closed}
            transitions:
              T1: {from: A, to: B, by: QA}
              T2: {from: A, to: B, by: QA, negative: {notApplicable: tested by the supplier}}
              T3: {from: A, to: B, by: QA, negative: false}
              T4: {from: A, to: B, by: anyone, negative: false}
        tests: {OQ-1: {level: OQ, type: ROL, verifies: L.T3, steps: [{do: a, expect: b}]}}`,
      expect: [],
    },
  ],
  *check({ model, graph }) {
    for (const { transitions } of lifecycleSteps(model)) {
      for (const transition of transitions) {
        if (transition.attributes.negative !== false || hasRefusalTest(model, graph, transition)) continue;
        const gates = gatesOf(transition);
        if (gates.length === 0) continue;
        yield {
          element: transition,
          path: ['negative'],
          message: `That ${transition.id} is refused without its ${listed(gates)} is not tested, and no reason is given.`,
          hint: 'Drop `negative: false`, or write `negative: {notApplicable: why}`.',
          subject: gates,
        };
      }
    }
  },
});

function gatesOf({ attributes: { by = [], when, sign = [], receives } }: Transition): readonly string[] {
  return [
    ...(by.length > 0 && !by.includes('anyone') ? ['role'] : []),
    ...(when !== undefined || (receives !== undefined && 'kind' in receives) ? ['condition'] : []),
    ...(sign.length > 0 ? ['signature'] : []),
  ];
}

function hasRefusalTest(model: SpecModel, graph: SpecGraph, { key }: Transition): boolean {
  return testsOf(graph, key).some(
    (test) => statusOf(model, test) !== 'retired' && REFUSALS.test(test.attributes.type ?? ''),
  );
}
