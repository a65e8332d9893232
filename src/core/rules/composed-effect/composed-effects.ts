import { compareText } from '../../diagnostics/order.ts';
import type { Element } from '../../model/element.ts';
import type { ChangeContext } from '../change-rule.ts';
import { mappedFields } from '../linting/mapped-value.ts';
import type { MappedField } from '../linting/mapped-value.ts';
import { comparePaths } from './compare-paths.ts';
import type { PathComparison } from './compare-paths.ts';
import type { ComposedEffect, TouchedPlace } from './composed-effect.ts';
import { noticesIn, touchesOf } from './touched.ts';
import type { Touch } from './touched.ts';
import type { Source, ValuePath } from './value-path.ts';
import { valuePath } from './value-path.ts';

const KNOWN = new WeakMap<ChangeContext, readonly ComposedEffect[]>();

/**
 * The composed-effect check (rules section 1.2): of every mapped field on whose way something changed, what arrives in base and
 * in head. Fields that came or went have no before or no after, and are not among them. Sorted by element.
 */
export function composedEffects(context: ChangeContext): readonly ComposedEffect[] {
  const known = KNOWN.get(context);
  if (known !== undefined) return known;
  const effects = [...readEffects(context)].sort(
    (a, b) => compareText(a.element.kind, b.element.kind) || compareText(a.element.id, b.element.id),
  );
  KNOWN.set(context, effects);
  return effects;
}

function* readEffects(context: ChangeContext): Generator<ComposedEffect> {
  const touches = touchesOf(context);
  if (![...touches.values()].flat().some(({ followed }) => followed)) return;
  const [noticesBefore, noticesAfter] = [noticesIn(context.base, touches), noticesIn(context.head, touches)];
  const known = new Map<string, PathComparison>();
  for (const after of mappedFields(context.head)) {
    const before = context.inBase(after);
    if (before === undefined || before.kind !== after.kind) continue;
    if (!noticesBefore(before as MappedField) && !noticesAfter(after)) continue;
    const effect = effectOf(before as MappedField, after, touches, context, known);
    if (effect !== undefined) yield effect;
  }
}

function effectOf(
  before: MappedField,
  after: MappedField,
  touches: ReadonlyMap<string, readonly Touch[]>,
  context: ChangeContext,
  known: Map<string, PathComparison>,
): ComposedEffect | undefined {
  const [base, head] = [valuePath(context.base, before), valuePath(context.head, after)];
  const found = new Set([...base.elements, ...head.elements].flatMap(({ key }) => touches.get(key) ?? []));
  const onTheWay = [...found].filter(({ place }) => isOnTheWay(place, base, head));
  if (!onTheWay.some(({ followed }) => followed)) return undefined;
  const same = (was: Source, is: Source): boolean => isSameSource(was, is, context);
  return {
    element: { kind: after.kind, id: after.id },
    touchedBy: places(onTheWay.filter(({ followed }) => followed)),
    notFollowed: places(onTheWay.filter(({ followed }) => !followed)),
    ...comparePaths(base, head, same, known),
  };
}

/** A message that came or went matters to the field that carries the name of the message, and to no other. */
function isOnTheWay({ element }: TouchedPlace, base: ValuePath, head: ValuePath): boolean {
  return (
    element.kind !== 'message' || [base, head].some(({ sources }) => sources.some(({ name }) => name === 'message'))
  );
}

/** One thing under whatever id; plain names of the sender are the same when they are written alike. */
function isSameSource(before: Source, after: Source, context: ChangeContext): boolean {
  const [was, is]: readonly (Element | undefined)[] = [before.element, after.element];
  if (was === undefined || is === undefined) return was === is && before.name === after.name;
  return context.inHead(was)?.key === is.key;
}

function places(touches: readonly Touch[]): readonly TouchedPlace[] {
  return touches
    .map(({ place }) => place)
    .toSorted(
      (a, b) =>
        compareText(a.element.kind, b.element.kind) ||
        compareText(a.element.id, b.element.id) ||
        compareText(a.attribute, b.attribute),
    );
}
