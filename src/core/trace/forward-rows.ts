import type { Derivation } from '../derive/test-case.ts';
import { compareText } from '../diagnostics/order.ts';
import type { SpecGraph } from '../graph/spec-graph.ts';
import type { Element, ElementKey } from '../model/element.ts';
import type { SpecModel } from '../model/spec-model.ts';
import type { ForwardRow, TracedTest } from './traceability.ts';

/** Kinds that people act on by a document, not a system by its configuration. */
const PROCEDURAL = new Set<string>(['document', 'step', 'exception']);

/** One row for each requirement, in the order of their ids. */
export function forwardRows(model: SpecModel, graph: SpecGraph, derivation: Derivation): readonly ForwardRow[] {
  const derived = derivedTests(derivation);
  return model.ofKind('requirement').map((requirement) => {
    const elements = realisationOf(requirement, graph);
    const tests = [...(derived.get(requirement.id) ?? []), ...authoredTests(requirement, model)].toSorted((a, b) =>
      compareText(a.id, b.id),
    );
    return {
      requirement,
      elements,
      risks: risksOf([requirement.key, ...elements], graph),
      control: controlOf(elements, graph),
      tests,
      documents: elements.flatMap((key) => documentsOf(key, graph)).toSorted(compareText),
      status: elements.length === 0 ? 'no element' : tests.length === 0 ? 'no test' : 'traced',
    };
  });
}

/** Elements that realise a requirement, from whichever side the link was written. */
export function realisationOf(requirement: Element<'requirement'>, graph: SpecGraph): readonly ElementKey[] {
  const named = graph
    .from(requirement.key)
    .filter(({ attribute }) => attribute === 'satisfiedBy')
    .map(({ to }) => to);
  const claiming = graph
    .to(requirement.key)
    .filter(({ attribute }) => attribute === 'satisfies')
    .map(({ from }) => from);
  return [...new Set([...named, ...claiming])].toSorted(compareText);
}

function derivedTests(derivation: Derivation): ReadonlyMap<string, readonly TracedTest[]> {
  const tests = new Map<string, TracedTest[]>();
  for (const { id, requirements, ...rest } of [...derivation.cases, ...derivation.checks]) {
    const phase = 'phase' in rest ? rest.phase : 'IQ';
    for (const requirement of requirements) {
      const list = tests.get(requirement) ?? [];
      list.push({ id, phase, origin: 'derived' });
      tests.set(requirement, list);
    }
  }
  return tests;
}

function authoredTests(requirement: Element<'requirement'>, model: SpecModel): readonly TracedTest[] {
  return model
    .ofKind('test')
    .filter(({ attributes }) => attributes.verifies?.includes(requirement.id) === true)
    .map(({ id, attributes }) => ({ id, phase: attributes.level, origin: 'authored' as const }));
}

function risksOf(keys: readonly ElementKey[], graph: SpecGraph): readonly string[] {
  const risks = keys.flatMap((key) =>
    graph.to(key).filter(({ from, attribute }) => from.startsWith('risk:') && attribute === 'element'),
  );
  return [...new Set(risks.map(({ from }) => from.slice('risk:'.length)))].toSorted(compareText);
}

function controlOf(elements: readonly ElementKey[], graph: SpecGraph): ForwardRow['control'] {
  const kinds = elements.map((key) => graph.element(key)?.kind ?? '');
  const procedural = kinds.some((kind) => PROCEDURAL.has(kind));
  const technical = kinds.some((kind) => !PROCEDURAL.has(kind));
  if (technical) return procedural ? 'technical and procedural' : 'technical';
  return procedural ? 'procedural' : 'none';
}

function documentsOf(key: ElementKey, graph: SpecGraph): readonly string[] {
  const named = graph.from(key).filter(({ to }) => to.startsWith('document:'));
  const own = key.startsWith('document:') ? [key] : [];
  return [...new Set([...own, ...named.map(({ to }) => to)])].map((one) => one.slice('document:'.length));
}
