import { compareText } from '../../diagnostics/order.ts';
import type { ElementKey } from '../../model/element.ts';
import type { DocumentContext } from '../document-context.ts';

/** What an element stands for: the requirements that it realises and the regulated outputs that it feeds. */
export interface Service {
  requirements(key: ElementKey): readonly string[];
  outputs(key: ElementKey): readonly string[];
}

/** Reads from the trace of head, and from the ways that the changes took, which requirements and outputs an element serves. */
export function servicesOf({ trace, assessment, head }: DocumentContext): Service {
  const requirements = new Map<ElementKey, Set<string>>();
  const outputs = new Map<ElementKey, Set<string>>();
  const add = (map: Map<ElementKey, Set<string>>, key: ElementKey, id: string): void => {
    const known = map.get(key) ?? new Set<string>();
    known.add(id);
    map.set(key, known);
  };
  for (const { requirement, elements } of trace.forward) {
    add(requirements, requirement.key, requirement.id);
    for (const key of elements) add(requirements, key, requirement.id);
  }
  for (const { element, via } of assessment.impacts) {
    const output = outputOf(element);
    if (output === undefined) continue;
    for (const { from, to } of via) for (const key of [from, to]) add(outputs, key, output);
  }
  for (const output of head.model.ofKind('output')) {
    add(outputs, output.key, output.id);
    for (const { to } of head.graph.from(output.key)) add(outputs, to, output.id);
    for (const { from } of head.graph.to(output.key)) add(outputs, from, output.id);
  }
  const read = (map: ReadonlyMap<ElementKey, ReadonlySet<string>>, key: ElementKey): readonly string[] =>
    [...(map.get(key) ?? [])].toSorted(compareText);
  return { requirements: (key) => read(requirements, key), outputs: (key) => read(outputs, key) };
}

/** `RO-01` of `output:RO-01`, and of an item of it. */
function outputOf(key: ElementKey): string | undefined {
  if (key.startsWith('output:')) return key.slice('output:'.length);
  return key.startsWith('output-item:') ? key.slice('output-item:'.length).split('.')[0] : undefined;
}
