import type { SpecGraph } from '../../graph/spec-graph.ts';
import type { Element, ElementKey } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { defineLint } from '../lint-rule.ts';
import { doesNotApply, statusOf } from '../linting/declared.ts';
import { tracedElements } from '../linting/requirement-links.ts';

/** Steps and interfaces that nobody asked for. */
export const criticalElementWithoutRequirement = defineLint({
  id: 'critical-element-without-requirement',
  source: 'lint',
  judges: 'model',
  severity: 'warning',
  stance: 'expectation',
  stanceReason: 'A sketch need not have requirements.',
  purpose: 'Reports a transition, or an interface that is not declared uncritical, which no requirement asks for.',
  why: 'A control without a reason is the first to be removed, and nobody knows what its tests are for.',
  fix: 'Add `satisfies` to it, or name it in `satisfiedBy` of the requirement.',
  reads: ['satisfies', 'requirements.satisfiedBy', 'interfaces.critical'],
  examples: [
    {
      name: 'a step and an interface without requirement',
      spec: `
        systems: {QMS: {}, ERP: {}}
        requirements: {URS-1: {text: a, satisfiedBy: INV.T1}}
        interfaces: {IF-1: {from: QMS, to: ERP}}
        lifecycles: {INV: {initial: A, states: {A: held, B: closed}, transitions: {T1: {from: A, to: B}, T2: {from: B, to: A}}}}`,
      expect: [
        '3:14 warning IF-1: No requirement asks for interface IF-1.',
        '4:98 warning INV.T2: No requirement asks for transition INV.T2.',
      ],
    },
    {
      name: 'linked from either side, through the lifecycle or a mapped field, declared uncritical, answered, or not in force',
      spec: `
        systems: {QMS: {}, ERP: {}}
        requirements: {URS-1: {text: a, satisfiedBy: [INV, IF-2.lot]}}
        interfaces:
          IF-1: {from: QMS, to: ERP, satisfies: URS-1}
          IF-2: {from: QMS, to: ERP, fields: {lot: {from: lot}}}
          IF-3: {from: QMS, to: ERP, critical: false}
          IF-4: {from: QMS, to: ERP, satisfies: {notApplicable: moves no regulated data}}
          IF-5: {from: QMS, to: ERP, status: retired}
        lifecycles: {INV: {initial: A, states: {A: held, B: closed}, transitions: {T1: {from: A, to: B}}}}`,
      expect: [],
    },
    {
      name: 'a specification without any requirement yet',
      spec: `
        systems: {QMS: {}, ERP: {}}
        interfaces: {IF-1: {from: QMS, to: ERP}}`,
      project: 'profile: sketch',
      expect: [],
    },
  ],
  *check({ model, graph }) {
    const traced = withNeighbours(model, graph);
    for (const element of [...model.ofKind('interface'), ...model.ofKind('transition')]) {
      if (traced.has(element.key) || doesNotApply(element, 'satisfies') || statusOf(model, element) !== 'effective')
        continue;
      if (element.kind === 'interface' && element.attributes.critical === false) continue;
      yield {
        element,
        path: [],
        part: 'key' as const,
        message: `No requirement asks for ${element.kind} ${element.id}.`,
        hint: 'Add `satisfies: [URS-…]`, name it in `satisfiedBy` of a requirement, or say `satisfies: {notApplicable: why}`.',
        subject: 'untraced',
      };
    }
  },
});

/** What is linked with a requirement, the parts of it, and what it is a part of: a lifecycle stands for its steps. */
function withNeighbours(model: SpecModel, graph: SpecGraph): ReadonlySet<ElementKey> {
  const traced = tracedElements(model, graph);
  const parents = [...traced].flatMap((key) => {
    const element = model.elements.get(key);
    return element?.parent === undefined || !standsForParent(element) ? [] : [element.parent];
  });
  const parts = [...model.elements.values()]
    .filter(({ parent }) => parent !== undefined && traced.has(parent))
    .map(({ key }) => key);
  return new Set([...traced, ...parents, ...parts]);
}

/** A mapped field or message that is asked for asks for its interface; a step does not ask for the whole lifecycle. */
function standsForParent({ kind }: Element): boolean {
  return kind === 'mapping' || kind === 'reply' || kind === 'message';
}
