import type { Element } from '../../model/element.ts';
import type { SpecGraph } from '../spec-graph.ts';
import { linkedFrom } from './linked.ts';

type Transition = Element<'transition'>;
export type InterfaceOrMessage = Element<'interface'> | Element<'message'>;

/** Transitions that send it. A step that names the interface alone sends any of its messages; of an interface, all that send one. */
export function emittersOf(graph: SpecGraph, sent: InterfaceOrMessage): readonly Transition[] {
  return linkedFrom(graph, meant(graph, sent), 'transition', (attribute) => attribute === 'emits');
}

/** Transitions that it starts, by name or by what it carries; with the same reading of interface and message. */
export function receiversOf(graph: SpecGraph, received: InterfaceOrMessage): readonly Transition[] {
  return linkedFrom(graph, meant(graph, received), 'transition', (attribute) => attribute === 'receives');
}

function meant(graph: SpecGraph, element: InterfaceOrMessage): readonly string[] {
  if (element.kind === 'message') return [element.key, ...(element.parent === undefined ? [] : [element.parent])];
  return [
    element.key,
    ...graph
      .parts(element.key)
      .filter(({ kind }) => kind === 'message')
      .map(({ key }) => key),
  ];
}
