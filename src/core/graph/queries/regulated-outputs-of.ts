import { compareText } from '../../diagnostics/order.ts';
import type { Element, ElementKey } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { SpecGraph } from '../spec-graph.ts';

/**
 * Everything that a regulated output rests on: its content items, the fields and statuses that they show, what those depend
 * on (codes, units, maps, conversions), the mapped fields that bring them to where the output is put together, and the acts
 * and conditions that approve and issue it. Not what those conditions read in turn: a status is where the way of data ends.
 */
export function lineageOf(graph: SpecGraph, output: Element<'output'>): ReadonlySet<ElementKey> {
  const lineage = new Set<ElementKey>([output.key, ...graph.parts(output.key).map(({ key }) => key)]);
  const open = [...lineage];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    for (const next of [...sources(graph, key), ...carriers(graph, key, output)]) {
      if (lineage.has(next)) continue;
      lineage.add(next);
      open.push(next);
    }
  }
  return lineage;
}

/** Attributes in which an element of this kind names what its content comes from. */
const SOURCES: Readonly<Record<string, ReadonlySet<string>>> = {
  output: new Set(['approvals', 'issue.when']),
  'output-item': new Set(['from', 'uses', 'required.when']),
  field: new Set(['codes', 'uses', 'unit.field']),
  mapping: new Set([
    'from',
    'uses',
    'codes',
    'map',
    'conversion',
    'crosswalk',
    'unit.field',
    'transform.lookup',
    'source.codes',
    'source.unit.field',
  ]),
  'value-map': new Set(['from', 'to']),
  conversion: new Set(['factor.multiplyBy', 'factor.divideBy']),
  set: new Set(['of']),
};

function sources(graph: SpecGraph, key: ElementKey): readonly ElementKey[] {
  const element = graph.element(key);
  const counts = element && SOURCES[element.kind === 'reply' ? 'mapping' : element.kind];
  const named =
    counts === undefined
      ? []
      : graph
          .from(key)
          .filter(({ attribute }) => counts.has(attribute))
          .map(({ to }) => to);
  // A mapped field travels with its interface.
  const carrier =
    (element?.kind === 'mapping' || element?.kind === 'reply') && element.parent !== undefined ? [element.parent] : [];
  return [...named, ...carrier];
}

/** Mapped fields that fill this field, or that bring its value to where the output is put together. */
function carriers(graph: SpecGraph, key: ElementKey, output: Element<'output'>): readonly ElementKey[] {
  if (graph.element(key)?.kind !== 'field') return [];
  const { assembledIn } = output.attributes;
  return graph.to(key).flatMap(({ from, attribute }) => {
    const mapped = graph.element(from);
    if (mapped?.kind !== 'mapping' || mapped.parent === undefined) return [];
    if (attribute === 'to') return [from];
    const receivers = (graph.element(mapped.parent) as Element<'interface'> | undefined)?.attributes.to ?? [];
    return attribute === 'from' && assembledIn !== undefined && receivers.includes(assembledIn) ? [from] : [];
  });
}

/** Regulated outputs that rest on the element (`lineageOf`), or on a part of it; by id. */
export function regulatedOutputsOf(model: SpecModel, graph: SpecGraph, key: ElementKey): readonly Element<'output'>[] {
  const keys = [key, ...graph.parts(key).map((part) => part.key)];
  return model
    .ofKind('output')
    .filter((output) => {
      const lineage = lineageOf(graph, output);
      return keys.some((one) => lineage.has(one));
    })
    .toSorted((a, b) => compareText(a.id, b.id));
}
