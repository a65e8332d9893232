import { compareText } from '../diagnostics/order.ts';
import { elementKey, type ElementKey } from '../model/element.ts';
import type { DerivationContext } from './derivation-context.ts';
import type { InterfaceView } from './interface-view.ts';
import { interfaceOf, type TransitionView } from './lifecycle-view.ts';
import type { Outcome } from './settled/settled-plant.ts';

/**
 * What a case on a transition depends on: the transition, its lifecycle and states, everything that it names (roles, sets, fields,
 * interfaces), and the transitions and interfaces that its story passes through.
 */
export function transitionSupport(
  transition: TransitionView,
  outcome: Outcome | undefined,
  context: DerivationContext,
): readonly ElementKey[] {
  const found = new Set<ElementKey>();
  addTransition(transition);
  for (const { transition: passed } of outcome === undefined ? [] : [outcome.step, ...outcome.consequences])
    addTransition(passed);
  for (const { message } of outcome?.messages ?? []) addInterface(interfaceOf(message));
  return [...found].sort(compareText);

  function addTransition(view: TransitionView): void {
    found.add(view.key);
    found.add(elementKey('lifecycle', view.lifecycle));
    for (const state of [...view.sources, ...targets(view)]) {
      const key = elementKey('state', `${view.lifecycle}.${state}`);
      if (context.model.elements.has(key)) found.add(key);
    }
    for (const key of namedBy(view.key, context)) found.add(key);
    for (const message of view.emits) addInterface(interfaceOf(message));
  }

  function addInterface(id: string): void {
    for (const key of interfaceSupport(id, context)) found.add(key);
  }
}

/** An interface with its mapped fields and the maps, conversions, crosswalks, sets and codes that these use. */
export function interfaceSupport(id: string, context: DerivationContext): readonly ElementKey[] {
  return context.once(`support ${id}`, () => findInterfaceSupport(id, context));
}

/** One mapped field with its interface and what the field uses: the other fields do not bear on it. */
export function fieldSupport(
  view: InterfaceView,
  field: ElementKey,
  context: DerivationContext,
): readonly ElementKey[] {
  return [...new Set([view.key, field, ...namedBy(field, context)])].sort(compareText);
}

function findInterfaceSupport(id: string, context: DerivationContext): readonly ElementKey[] {
  const view = context.interface(id);
  if (view === undefined) return [];
  const found = new Set<ElementKey>([view.key]);
  for (const field of [...view.fields, ...view.reply]) {
    found.add(field.key);
    for (const key of namedBy(field.key, context)) found.add(key);
  }
  return [...found].sort(compareText);
}

/** Kinds whose change changes what a case means; systems, objects, documents and requirements are reached through the impact graph. */
const MEANINGFUL = [
  'role',
  'set',
  'value-map',
  'conversion',
  'crosswalk',
  'code-list',
  'field',
  'interface',
  'mapping',
  'reply',
  'message',
  'unit',
];

/** What an element names that bears on what it means, and what that names again (a map its code lists). */
export function namedBy(key: ElementKey, context: DerivationContext, depth = 2): readonly ElementKey[] {
  const named = context.graph
    .from(key)
    .map(({ to }) => to)
    .filter((to) => MEANINGFUL.includes(context.graph.element(to)?.kind ?? ''));
  return depth === 0 ? named : [...named, ...named.flatMap((to) => namedBy(to, context, depth - 1))];
}

function targets({ to }: TransitionView): readonly string[] {
  return to.kind === 'state' ? [to.state] : to.kind === 'last' ? to.states : [];
}
