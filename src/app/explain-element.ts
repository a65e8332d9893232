import { deriveTests } from '../core/derive/derive-tests.ts';
import { nearestWord } from '../core/diagnostics/nearest-word.ts';
import { usageFailure } from '../core/diagnostics/failure.ts';
import { definitionOf } from '../core/diff/kind-shapes.ts';
import { ownerOf } from '../core/graph/queries/owner-of.ts';
import { requirementsOf } from '../core/graph/queries/requirements-of.ts';
import { previousDecisions } from '../core/impact/previous-decisions.ts';
import type { Element } from '../core/model/element.ts';
import type { SpecModel } from '../core/model/spec-model.ts';
import type { ElementExplanation, FunctionOfElement, LinkEnd } from '../core/report/explanation.ts';
import { CATALOGUE } from '../core/rules/catalogue.ts';
import type { ChangeRule } from '../core/rules/change-rule.ts';
import { functionsOf } from '../core/rules/waiver-approvals.ts';
import { traceRequirements } from '../core/trace/trace-requirements.ts';
import type { AnalysedRevision } from './analyse-revision.ts';
import type { Workbench } from './compose.ts';
import { shownPlaces } from './shown-places.ts';

/** The element that a name means. Throws a usage `Failure` for a name of nothing, with the nearest one, and for one of several. */
export function elementNamed(model: SpecModel, name: string): Element {
  const found = name === 'project' && model.project !== undefined ? [model.project] : model.named(name);
  const [element, ...others] = found;
  if (element !== undefined && others.length === 0) return element;
  if (element !== undefined) {
    throw usageFailure(
      'element-ambiguous',
      `'${name}' is the name of ${found.length} elements.`,
      `Say which: ${found.map((one) => `${one.collection}:${one.id}`).join(', ')}.`,
    );
  }
  const names = [...model.elements.values()].map(({ id }) => id);
  const meant = nearestWord(name, [...names, ...CATALOGUE.map(({ rule }) => rule.id)]);
  throw usageFailure(
    'nothing-to-explain',
    `Nothing is called '${name}': no rule, no finding and no element of this project.`,
    `${meant === undefined ? '' : `Did you mean ${meant}? `}Name a rule (countersign rules), a fingerprint or an element such as NCR.T04.`,
  );
}

/** Everything about an element: what it touches in both directions, what tests it, who answers for it, what was decided about it. */
export function explainElement(
  revision: AnalysedRevision,
  element: Element,
  { analysis, catalogue }: Pick<Workbench, 'analysis' | 'catalogue'>,
): ElementExplanation {
  const { model, graph, lint, source } = revision;
  const parts = graph.parts(element.key);
  const own = new Set([element.key, ...parts.map(({ key }) => key)]);
  const derivation = deriveTests({ model, graph, digest: analysis.digest });
  const trace = traceRequirements({ model, graph, derivation, lint, catalogue });
  const { own: direct, ofParent } = requirementsOf(graph, element.key);
  const [place] = shownPlaces([element.at], [source]);
  return {
    element,
    noun: definitionOf(element.kind).noun,
    place: place ?? { at: element.at, text: '' },
    parts,
    uses: distinct(
      [...own]
        .flatMap((key) => graph.from(key))
        .filter(({ to }) => !own.has(to))
        .map(({ to, attribute }) => ({ element: to, attribute })),
    ),
    usedBy: distinct(
      [...own]
        .flatMap((key) => graph.to(key))
        .filter(({ from }) => !own.has(from))
        .map(({ from, attribute }) => ({ element: from, attribute })),
    ),
    requirements: [...new Set([...direct, ...ofParent])],
    tests: trace.backward.filter((row) => row.element !== undefined && own.has(row.element)).map(({ test }) => test),
    owner: ownerOf(graph, element.key)?.owner,
    functions: functionsFor(element, model),
    decisions: previousDecisions({ before: undefined, after: element }, model, model, new Set()),
    lint: lint.filter(({ elementKey }) => elementKey !== undefined && own.has(elementKey)),
  };
}

function distinct(ends: readonly LinkEnd[]): readonly LinkEnd[] {
  return [...new Map(ends.map((end) => [`${end.element} ${end.attribute}`, end])).values()];
}

/** Whom the rules about this kind of element ask, and who stands for them in the project. */
function functionsFor({ kind }: Element, model: SpecModel): readonly FunctionOfElement[] {
  const rules = CATALOGUE.flatMap((entry) =>
    entry.kind === 'change' && isAbout(entry.rule, kind) ? [entry.rule] : [],
  );
  const approvers = model.project?.attributes.approvers ?? {};
  return [...functionsOf(model)].flatMap((name): FunctionOfElement[] => {
    const asking = rules.filter(({ approvers: { approve } }) => approve.some((one) => one === name)).length;
    const { departments = [], roles = [] } = approvers[name] ?? {};
    const people = [...departments, ...roles];
    return asking === 0 && people.length === 0 ? [] : [{ function: name, rules: asking, of: rules.length, people }];
  });
}

function isAbout(rule: ChangeRule, kind: Element['kind']): boolean {
  if (rule.judges === 'element') return rule.claims.some(({ kinds }) => kinds.includes(kind));
  return (
    (rule.judges === 'attribute' || rule.judges === 'comparison') &&
    rule.claims.some(({ kinds }) => kinds?.includes(kind) === true)
  );
}
