import type { ElementKind } from '../../language/collections.ts';
import { testsOf } from '../../graph/queries/tests-of.ts';
import type { SpecGraph } from '../../graph/spec-graph.ts';
import type { Element, ElementKey } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { statusOf } from './declared.ts';

/** Kinds of element from which tests are derived. */
const TESTED: ReadonlySet<ElementKind> = new Set([
  'transition',
  'state',
  'lifecycle',
  'interface',
  'mapping',
  'reply',
  'value-map',
  'set',
  'conversion',
  'crosswalk',
  'system',
  'environment',
]);

/** Elements that say which requirement they realise, or of which a requirement says so; retired ones are no longer there. */
export function realising(model: SpecModel, graph: SpecGraph, requirement: Element<'requirement'>): readonly Element[] {
  const keys = [
    ...graph.to(requirement.key).flatMap(({ attribute, from }) => (attribute === 'satisfies' ? [from] : [])),
    ...graph.from(requirement.key).flatMap(({ attribute, to }) => (attribute === 'satisfiedBy' ? [to] : [])),
  ];
  return [...new Set(keys)].flatMap((key) => {
    const element = graph.element(key);
    return element === undefined || statusOf(model, element) === 'retired' ? [] : [element];
  });
}

/** Whether tests are derived from an element of this kind. */
export function isTested(element: Element): boolean {
  return TESTED.has(element.kind);
}

/** Whether an authored test that is not retired verifies this element. */
export function isVerified(model: SpecModel, graph: SpecGraph, key: ElementKey): boolean {
  return testsOf(graph, key).some((test) => statusOf(model, test) !== 'retired');
}

/** Every element that a requirement is linked with, from either side. */
export function tracedElements(model: SpecModel, graph: SpecGraph): ReadonlySet<ElementKey> {
  return new Set(
    model.ofKind('requirement').flatMap((requirement) => realising(model, graph, requirement).map(({ key }) => key)),
  );
}
