import { compareText } from '../../diagnostics/order.ts';
import type { Action, Step } from '../plant/composed-plant.ts';
import type { Expression } from '../plant/expression.ts';
import { all, any, freeAtomsOf, not, withoutAtoms } from '../plant/simplify.ts';
import type { Draft } from './draft.ts';
import { isIn } from './variables.ts';
import type { World } from './world.ts';

/** A step without its number, with what orders it among the others. */
export interface RawStep extends Omit<Step, 'id'> {
  /** Id of the transition or interface that it belongs to. */
  readonly element: string;
  readonly record: number;
  /** It only happens where it changes something. */
  readonly changing?: boolean;
}

/** By element, by record, then as they were made. */
export function inOrder(steps: readonly RawStep[]): readonly RawStep[] {
  return steps
    .map((step, at) => ({ step, at }))
    .sort((a, b) => compareText(a.step.element, b.step.element) || a.step.record - b.step.record || a.at - b.at)
    .map(({ step }) => step);
}

/** The step as it stands in the plant; one that must change something says so in its guard. */
export function finished({ element: _element, record: _record, changing, ...step }: RawStep): Omit<Step, 'id'> {
  if (changing !== true) return step;
  const differs = step.actions.flatMap((action): readonly Expression[] => {
    if (action.kind === 'set') return [not(isIn(action.variable, action.value))];
    if (action.kind !== 'copy') return [];
    return action.map.map((kept, value) => all(isIn(action.source, value), not(isIn(action.variable, kept))));
  });
  return { ...step, guard: all(step.guard, any(...differs)) };
}

type Told = Omit<RawStep, 'transitions' | 'guard' | 'guardWithAtoms' | 'actions' | 'correction' | 'fills'>;

/** The finished draft as a step; nothing where it can never happen. */
export function stepOf(
  world: World,
  draft: Draft,
  told: Told,
  more: { readonly guard: Expression; readonly takes: readonly Action[]; readonly increase?: number } = {
    guard: all(),
    takes: [],
  },
): readonly RawStep[] {
  const full = all(more.guard, draft.guard);
  if (draft.contradictory) {
    const happening = draft.transitions.map(({ id }) => id).join(' and ');
    world.leftOut.add(`What ${happening || told.name} would do at once contradicts itself, so that it is left out.`);
    return [];
  }
  const guard = withoutAtoms(full);
  if (guard.kind === 'false') return [];
  const sets = [...draft.sets].sort(([a], [b]) => a - b);
  return [
    {
      ...told,
      transitions: draft.transitions,
      ...(draft.fills.size === 0 ? {} : { fills: Object.fromEntries(draft.fills) }),
      guard,
      ...(freeAtomsOf(full).length === 0 ? {} : { guardWithAtoms: full }),
      actions: [
        ...sets.map(([variable, value]) => ({ kind: 'set' as const, variable, value })),
        ...draft.copies,
        ...(more.increase === undefined ? [] : [{ kind: 'increase' as const, variable: more.increase }]),
        ...more.takes,
        ...(draft.lacking.length > 0
          ? [...new Set(draft.lacking)].map((channel) => ({ kind: 'send' as const, channel, message: 1 }))
          : draft.sends.map(({ inbox, number }) => ({
              kind: 'send' as const,
              channel: inbox.channel ?? 0,
              message: number,
            }))),
      ],
      correction: draft.correction,
    },
  ];
}

/** 0, 1, … up to one less than `count`. */
export function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, value) => value);
}
