import type { SpecGraph } from '../../graph/spec-graph.ts';
import type { Element, ElementKey } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { defineLint } from '../lint-rule.ts';
import { listed } from '../judging/wording.ts';
import { doesNotApply, statusOf } from '../linting/declared.ts';
import { isTested, isVerified, realising } from '../linting/requirement-links.ts';

/**
 * Requirements that no test will show. Whether a test will be derived is decided by the kinds of the elements that realise the
 * requirement, without deriving: steps, states, interfaces and what they carry, systems and their environments.
 */
export const requirementUntested = defineLint({
  id: 'requirement-untested',
  source: 'lint',
  judges: 'model',
  severity: 'error',
  stance: 'expectation',
  stanceReason: 'Tests come after requirements; a sketch need not have any.',
  purpose:
    'Reports an effective requirement that neither an authored test nor an element from which tests are derived covers.',
  why: 'Nobody will have shown that the requirement is met.',
  fix: 'Name the elements that realise it (`satisfiedBy`), or write a test that `verifies` it.',
  reads: ['requirements.satisfiedBy', 'requirements.parents', 'requirements.status', 'satisfies', 'tests.verifies'],
  examples: [
    {
      name: 'realised by nothing, and by elements from which no test is derived',
      spec: `
        outputs: {RO-01: {title: Lot history}}
        requirements:
          URS-1: {text: Stock shall be blocked.}
          URS-2: {text: The history shall be readable., satisfiedBy: [RO-01]}`,
      expect: [
        '3:3 error URS-1: No test shows that URS-1 is met: no element realises it.',
        '4:62 error URS-2: No test shows that URS-2 is met: no test is derived from RO-01.',
      ],
    },
    {
      name: 'an element with derived tests from either side, an authored test, a refined requirement, and what is not in force',
      spec: `
        systems: {QMS: {satisfies: URS-1}, ERP: {}}
        outputs: {RO-01: {}, RO-02: {}}
        interfaces: {IF-1: {from: QMS, to: ERP}}
        requirements:
          URS-1: {text: a}
          URS-2: {text: b, satisfiedBy: [RO-01, IF-1]}
          URS-3: {text: c}
          URS-4: {text: d, satisfiedBy: RO-02}
          URS-5: {text: e}
          FS-1: {text: f, parents: URS-5, satisfiedBy: IF-1}
          URS-6: {text: g, status: retired}
          URS-7: {text: h, status: draft}
          URS-8: {text: i, satisfiedBy: {notApplicable: met by the building}}
        tests:
          PQ-1: {level: PQ, verifies: URS-3, steps: [{do: a, expect: b}]}
          PQ-2: {level: PQ, verifies: RO-02, steps: [{do: a, expect: b}]}`,
      expect: [],
    },
  ],
  *check({ model, graph }) {
    const requirements = model.ofKind('requirement');
    const covered = coveredRequirements(model, graph, requirements);
    for (const requirement of requirements) {
      if (
        covered.has(requirement.key) ||
        statusOf(model, requirement) !== 'effective' ||
        doesNotApply(requirement, 'satisfiedBy')
      )
        continue;
      const elements = realising(model, graph, requirement).map(({ id }) => id);
      yield {
        element: requirement,
        path: elements.length > 0 && requirement.attributes.satisfiedBy !== undefined ? ['satisfiedBy'] : [],
        ...(elements.length > 0 ? {} : { part: 'key' as const }),
        message: `No test shows that ${requirement.id} is met: ${elements.length === 0 ? 'no element realises it' : `no test is derived from ${listed(elements)}`}.`,
        hint: 'Name the transitions, interfaces or systems that realise it, or write a test with `verifies`.',
        subject: [],
      };
    }
  },
});

/** Requirements that are tested themselves, or by what refines them. */
function coveredRequirements(
  model: SpecModel,
  graph: SpecGraph,
  requirements: readonly Element<'requirement'>[],
): ReadonlySet<ElementKey> {
  const covered = new Set(
    requirements.filter((requirement) => isCovered(model, graph, requirement)).map(({ key }) => key),
  );
  for (let size = -1; size !== covered.size;) {
    size = covered.size;
    for (const { key, attributes } of requirements) {
      if (!covered.has(key)) continue;
      for (const parent of attributes.parents ?? []) {
        const refined = model.get('requirement', parent);
        if (refined !== undefined) covered.add(refined.key);
      }
    }
  }
  return covered;
}

function isCovered(model: SpecModel, graph: SpecGraph, requirement: Element<'requirement'>): boolean {
  const elements = realising(model, graph, requirement);
  return elements.some(isTested) || [requirement, ...elements].some(({ key }) => isVerified(model, graph, key));
}
