import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { defineLint } from '../lint-rule.ts';
import { doesNotApply, statusOf } from '../linting/declared.ts';
import { isVerified, realising } from '../linting/requirement-links.ts';

/** Requirements that are tested and that nothing realises; those that are not even tested are reported as `requirement-untested`. */
export const requirementUnallocated = defineLint({
  id: 'requirement-unallocated',
  source: 'lint',
  judges: 'model',
  severity: 'warning',
  stance: 'expectation',
  stanceReason: 'A sketch may state a requirement before what realises it.',
  purpose:
    'Reports an effective requirement that a test verifies, but that no element realises, neither for it nor for what refines it.',
  why: 'An intention only: a change of what really carries it reaches no requirement.',
  fix: 'Name the elements that realise it in `satisfiedBy`.',
  reads: ['requirements.satisfiedBy', 'requirements.parents', 'requirements.status', 'satisfies', 'tests.verifies'],
  examples: [
    {
      name: 'tested, and realised by nothing',
      spec: `
        requirements: {URS-1: {text: a}}
        tests: {PQ-1: {level: PQ, verifies: URS-1, steps: [{do: a, expect: b}]}}`,
      expect: ['1:16 warning URS-1: URS-1 is tested, but no element realises it.'],
    },
    {
      name: 'realised from either side or by what refines it, answered, a draft, or not tested either',
      spec: `
        systems: {QMS: {satisfies: URS-1}, ERP: {}}
        requirements:
          URS-1: {text: a}
          URS-2: {text: b, satisfiedBy: ERP}
          URS-3: {text: c}
          FS-1: {text: d, parents: URS-3, satisfiedBy: ERP}
          URS-4: {text: e, satisfiedBy: {notApplicable: met by the building}}
          URS-5: {text: f, status: draft}
          URS-6: {text: g}
        tests: {PQ-1: {level: PQ, verifies: [URS-1, URS-2, URS-3, URS-4, URS-5], steps: [{do: a, expect: b}]}}`,
      expect: [],
    },
  ],
  *check({ model, graph }) {
    const requirements = model.ofKind('requirement');
    const realised = requirements.filter((requirement) => realising(model, graph, requirement).length > 0);
    const covered = withRefined(model, realised);
    for (const requirement of requirements) {
      if (covered.has(requirement.key) || statusOf(model, requirement) !== 'effective') continue;
      if (doesNotApply(requirement, 'satisfiedBy') || !isVerified(model, graph, requirement.key)) continue;
      yield {
        element: requirement,
        path: [],
        part: 'key' as const,
        message: `${requirement.id} is tested, but no element realises it.`,
        hint: 'Name what realises it in `satisfiedBy`, or write `satisfiedBy: {notApplicable: why}`.',
        subject: 'unallocated',
      };
    }
  },
});

/** These requirements and all that they refine, near or far. */
function withRefined(model: SpecModel, requirements: readonly Element<'requirement'>[]): ReadonlySet<string> {
  const all = new Map(requirements.map((requirement) => [requirement.key, requirement]));
  for (const requirement of all.values()) {
    for (const parent of requirement.attributes.parents ?? []) {
      const refined = model.get('requirement', parent);
      if (refined !== undefined) all.set(refined.key, refined);
    }
  }
  return new Set(all.keys());
}
