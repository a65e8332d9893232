import { defineLint } from '../lint-rule.ts';
import { doesNotApply, statusOf } from '../linting/declared.ts';

/** Authored tests that show nothing of the specification. */
export const testOrphaned = defineLint({
  id: 'test-orphaned',
  source: 'lint',
  judges: 'model',
  severity: 'warning',
  stance: 'expectation',
  stanceReason: 'In a sketch a test may stand before what it verifies.',
  purpose: 'Reports an authored test that verifies no element in force.',
  why: 'Effort without evidence: it is executed, and no requirement is shown by it.',
  fix: 'Name the requirements and elements in `verifies`, or retire the test.',
  reads: ['tests.verifies', 'status'],
  examples: [
    {
      name: 'verifies nothing, and only what is retired',
      spec: `
        requirements: {URS-1: {text: a, status: retired}}
        tests:
          PQ-1: {level: PQ, steps: [{do: a, expect: b}]}
          PQ-2: {level: PQ, verifies: [URS-1], steps: [{do: a, expect: b}]}`,
      expect: [
        '3:3 warning PQ-1: PQ-1 verifies nothing of the specification.',
        '4:31 warning PQ-2: PQ-2 verifies only what is retired.',
      ],
    },
    {
      name: 'verifies something in force, is answered for, or retired',
      spec: `
        systems: {ERP: {}}
        requirements: {URS-1: {text: a, status: retired}}
        tests:
          PQ-1: {level: PQ, verifies: [URS-1, ERP], steps: [{do: a, expect: b}]}
          PQ-2: {level: PQ, verifies: {notApplicable: trial run}, steps: [{do: a, expect: b}]}
          PQ-3: {level: PQ, status: retired, steps: [{do: a, expect: b}]}`,
      expect: [],
    },
  ],
  *check({ model, graph }) {
    for (const test of model.ofKind('test')) {
      if (doesNotApply(test, 'verifies')) continue;
      const { verifies = [] } = test.attributes;
      const inForce = graph.from(test.key).some(({ attribute, to }) => {
        const element = attribute === 'verifies' ? graph.element(to) : undefined;
        return element !== undefined && statusOf(model, element) !== 'retired';
      });
      if (inForce) continue;
      yield {
        element: test,
        path: verifies.length === 0 ? [] : ['verifies'],
        ...(verifies.length === 0 ? { part: 'key' as const } : {}),
        message:
          verifies.length === 0
            ? `${test.id} verifies nothing of the specification.`
            : `${test.id} verifies only what is retired.`,
        hint: 'Name what it shows in `verifies`, or say why it shows nothing: `verifies: {notApplicable: why}`.',
        subject: verifies,
      };
    }
  },
});
