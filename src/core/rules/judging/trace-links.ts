import type { Change } from '../../diff/delta.ts';
import type { Element, ElementKey } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { weightsOf } from '../adjustments/critical-element.ts';
import { gated } from '../adjustments/gated-step.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { items, without } from './values.ts';
import { listed, named } from './wording.ts';

const MOVED = 'The trace matrix has no hole, but something else is said to realise or test it now.';

/** Links that an edit took away or added; one that is now written on its other side is neither. */
export function linkVerdict(change: Change, context: ChangeContext, aspect: 'lost' | 'gained'): readonly Verdict[] {
  const { after, from, to } = change;
  const [was, is] = [items(from), items(to)];
  const names = aspect === 'lost' ? without(was, is) : without(is, was);
  const truly = names.filter(
    (name) => !isWrittenElsewhere(change, name, aspect === 'lost' ? context.head : context.base),
  );
  if (truly.length === 0) return [];
  if (aspect === 'gained') return [{ what: `${named(after)} is now linked with ${listed(truly)}.` }];
  const instead = without(is, was);
  const what = `${named(after)} is ${instead.length === 0 ? 'no longer linked with' : `linked with ${listed(instead)} instead of`} ${listed(truly)}.`;
  const unproven = change.path[0] === 'verifies' ? losingProof(truly, context) : undefined;
  if (unproven !== undefined) return [{ what, raise: { risk: 'H', reason: unproven } }];
  const isLast = is.length === 0 && otherEnds(after, change.path, context.head).length === 0;
  if (isLast) return [{ what, raise: { risk: 'H', reason: 'it was the last link' } }];
  if (instead.length === 0) return [{ what }];
  // A link that moved leaves no hole; moved in many places the same way it is one edit.
  return [{ what, why: MOVED, edit: `${truly.join(' ')} -> ${instead.join(' ')}` }];
}

/** Why the first of these elements matters that a test no longer verifies: it, or a part of it, is critical or gated. */
function losingProof(names: readonly string[], { base, head }: ChangeContext): string | undefined {
  for (const name of names) {
    for (const model of [head, base]) {
      for (const element of model.named(name)) {
        const own = [
          element.key,
          ...[...model.elements.values()].flatMap((part) => (part.parent === element.key ? [part.key] : [])),
        ];
        const why = own
          .map((key) => weightsOf(model).get(key)?.reason ?? gated(model).get(key))
          .find((text) => text !== undefined);
        if (why !== undefined) return `${element.id} loses a proof: ${why}`;
      }
    }
  }
  return undefined;
}

/** Edits that only write a link on its other side. */
export function linksOnTheOtherSide({ diff, base, head }: ChangeContext): readonly Verdict[] {
  return diff.deltas.flatMap((delta) => {
    if (delta.action !== 'changed' || !['satisfies', 'satisfiedBy'].includes(delta.path.join('.'))) return [];
    const [was, is] = [items(delta.from), items(delta.to)];
    const moved = [
      ...without(was, is).filter((name) => isWrittenElsewhere(delta, name, head)),
      ...without(is, was).filter((name) => isWrittenElsewhere(delta, name, base)),
    ];
    if (moved.length === 0) return [];
    const { before, after, path } = delta;
    const all = moved.length === without(was, is).length + without(is, was).length;
    const what = `${named(after)} is still linked with ${listed(moved)}; the link is written on the other side.`;
    return [
      { what, before, after, path, values: { from: delta.from, to: delta.to }, ...(all ? {} : { partial: true }) },
    ];
  });
}

/** Whether the other revision has the link, written on the other end. */
function isWrittenElsewhere({ before, after, path }: Change, name: string, model: SpecModel): boolean {
  const ids = [before.id, after.id];
  if (path[0] === 'satisfies') {
    const satisfiers = model.get('requirement', name)?.attributes.satisfiedBy ?? [];
    return satisfiers.some((reference) =>
      model.named(reference).some(({ key }) => key === before.key || key === after.key),
    );
  }
  if (path[0] !== 'satisfiedBy') return false;
  return model.named(name).some((element) => satisfied(element).some((requirement) => ids.includes(requirement)));
}

/** Elements that satisfy a requirement, or requirements that an element satisfies, as far as the other ends say so. */
function otherEnds(element: Element, path: readonly string[], model: SpecModel): readonly ElementKey[] {
  if (path[0] === 'satisfiedBy') {
    return [...model.elements.values()].filter((other) => satisfied(other).includes(element.id)).map(({ key }) => key);
  }
  if (path[0] !== 'satisfies') return [];
  return model
    .ofKind('requirement')
    .filter(({ attributes: { satisfiedBy = [] } }) =>
      satisfiedBy.some((reference) => model.named(reference).some(({ key }) => key === element.key)),
    )
    .map(({ key }) => key);
}

function satisfied(element: Element): readonly string[] {
  const { attributes } = element;
  return 'satisfies' in attributes ? (attributes.satisfies ?? []) : [];
}
