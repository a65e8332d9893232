import type { Derivation } from '../derive/test-case.ts';
import { compareText } from '../diagnostics/order.ts';
import type { SpecGraph } from '../graph/spec-graph.ts';
import { elementKey, type ElementKey } from '../model/element.ts';
import type { SpecModel } from '../model/spec-model.ts';
import type { ComparisonClass, Finding } from '../rules/finding.ts';
import { consequenceOf } from './consequence.ts';
import type { DependencyEdge } from './dependency-edges.ts';
import { dependencyMap, type DependencyMap } from './dependency-map.ts';
import type { Assessment, Impact } from './impact.ts';
import { neighbourEdges, provenEdges } from './seed-edges.ts';
import { propagate, type Reached, type Seed } from './propagate.ts';
import { selectRegression } from './regression.ts';
import { requiredApprovers } from './required-approvers.ts';
import { routeInWords } from './route.ts';

/** One revision as the assessment reads it. */
interface AssessedRevision {
  readonly model: SpecModel;
  readonly graph: SpecGraph;
}

/** Both revisions, what was found between them, and the tests of each. */
export interface ImpactInput {
  readonly base: AssessedRevision;
  readonly head: AssessedRevision;
  readonly findings: readonly Finding[];
  readonly class: ComparisonClass;
  readonly derivation: { readonly base: Derivation; readonly head: Derivation };
}

/** Follows every judged change through the dependency graph, and says what is tested again and who decides. */
export function assessImpact(input: ImpactInput): Assessment {
  const map = withNeighbours(dependencyMap(input.base, input.head), input);
  const seeds = seedsOf(input.findings);
  const impacts = collect(seeds, map);
  return {
    class: input.class,
    findings: input.findings,
    impacts,
    regression: selectRegression(input, seeds, impacts),
    approvers: requiredApprovers(input.findings),
  };
}

/** Attributes by which an element promises something about its records or its people: no message or guard reads them. */
const DESCRIPTIVE: ReadonlySet<string> = new Set([
  'record',
  'owners',
  'owner',
  'refs',
  'rationale',
  'lines',
  'satisfies',
  'examples',
]);

/** Editorial findings start nothing; a compatible change of medium or low risk is followed for one step. */
function seedsOf(findings: readonly Finding[]): readonly Seed[] {
  const seeds = new Map<ElementKey, Finding[]>();
  for (const finding of findings) {
    if (finding.class === 'editorial') continue;
    const key = elementKey(finding.element.kind, finding.element.id);
    seeds.set(key, [...(seeds.get(key) ?? []), finding]);
  }
  return [...seeds]
    .map(([element, own]) => ({
      element,
      roots: own.map(({ fingerprint }) => fingerprint),
      depth: own.some(isMajor) ? Number.MAX_SAFE_INTEGER : 1,
      reach: own.every(({ attribute }) => DESCRIPTIVE.has(attribute.split('.')[0] ?? ''))
        ? ('listing' as const)
        : ('full' as const),
    }))
    .toSorted(
      (a, b) =>
        severityOf(seeds.get(a.element)) - severityOf(seeds.get(b.element)) || compareText(a.element, b.element),
    );
}

const RISKS = ['C', 'H', 'M', 'L'];

/** Worst first: of two ways of equal length the one from the worse change is printed. */
function severityOf(findings: readonly Finding[] = []): number {
  return Math.min(...findings.map(({ risk }) => RISKS.indexOf(risk ?? 'L')));
}

function isMajor(finding: Finding): boolean {
  return finding.class !== 'compatible' || finding.risk === 'C' || finding.risk === 'H';
}

function withNeighbours(map: DependencyMap, input: ImpactInput): DependencyMap {
  const changed = new Map<ElementKey, readonly DependencyEdge[]>();
  for (const { element } of seedsOf(input.findings)) {
    const found = map.element(element);
    if (found === undefined) continue;
    changed.set(element, [
      ...neighbourEdges(found, [input.head.model, input.base.model]),
      ...provenEdges(found, [input.head.graph, input.base.graph]),
    ]);
  }
  return { of: (key) => [...map.of(key), ...(changed.get(key) ?? [])], element: (key) => map.element(key) };
}

function collect(seeds: readonly Seed[], map: DependencyMap): readonly Impact[] {
  const seeded = new Set(seeds.map(({ element }) => element));
  const found = new Map<ElementKey, { roots: Set<string>; shortest: Reached }>();
  for (const seed of seeds) {
    for (const reached of propagate(seed, map)) {
      if (seeded.has(reached.element)) continue;
      const known = found.get(reached.element);
      const shortest = known === undefined || reached.via.length < known.shortest.via.length ? reached : known.shortest;
      found.set(reached.element, { roots: new Set([...(known?.roots ?? []), ...seed.roots]), shortest });
    }
  }
  return [...found.values()]
    .map(({ roots, shortest }): Impact => ({
      element: shortest.element,
      roots: [...roots].toSorted(compareText),
      via: shortest.via.map(({ from, to, because }) => ({ from, to, because })),
      route: routeInWords(shortest.via),
      distance: shortest.via.length,
      ...consequenceOf(shortest.element),
    }))
    .toSorted((a, b) => a.distance - b.distance || compareText(a.element, b.element));
}
