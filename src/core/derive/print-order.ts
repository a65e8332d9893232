import { compareText } from '../diagnostics/order.ts';
import type { ElementKey } from '../model/element.ts';
import type { DerivationContext } from './derivation-context.ts';
import type { TestCase } from './test-case.ts';

/** In the order of the process, then element, then type: a tester can walk the floor. What no process step names comes last. */
export function printOrder(context: DerivationContext): (a: TestCase, b: TestCase) => number {
  const position = processPositions(context);
  const last = position.size;
  const placeOf = (key: ElementKey): number => {
    const own = position.get(key);
    if (own !== undefined) return own;
    const parent = context.model.elements.get(key)?.parent;
    return (parent === undefined ? undefined : position.get(parent)) ?? last;
  };
  return (a, b) =>
    placeOf(a.element) - placeOf(b.element) ||
    compareText(a.element, b.element) ||
    compareText(a.type, b.type) ||
    compareText(a.id, b.id);
}

/** Element → place of the first process step that names it; steps after what they follow, else by id. */
function processPositions(context: DerivationContext): ReadonlyMap<ElementKey, number> {
  const steps = context.model.ofKind('step');
  const waiting = new Map(steps.map((step) => [step.id, step]));
  const done: string[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting.values()].find(({ attributes }) =>
      (attributes.after ?? []).every((before) => !waiting.has(before)),
    );
    const next = ready ?? [...waiting.values()][0];
    if (next === undefined) break;
    waiting.delete(next.id);
    done.push(next.id);
  }
  const position = new Map<ElementKey, number>();
  for (const [place, id] of done.entries()) {
    for (const reference of steps.find((step) => step.id === id)?.attributes.elements ?? []) {
      for (const element of context.model.named(reference))
        if (!position.has(element.key)) position.set(element.key, place);
    }
  }
  return position;
}
