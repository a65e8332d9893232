import { startsIn } from '../../graph/queries/transitions-into.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { statusOf } from './declared.ts';

export type Transition = Element<'transition'>;

/** A lifecycle with its parts, and the questions that lints ask of it. */
export interface LifecycleSteps {
  readonly lifecycle: Element<'lifecycle'>;
  readonly states: readonly Element<'state'>[];
  readonly transitions: readonly Transition[];
  /** Existing states from which a transition starts; `absent` is none of them. */
  origins(transition: Transition): readonly string[];
  /** States to which a transition may lead; none when it stays. */
  targets(transition: Transition): readonly string[];
  /** States in which a new record may begin, each with the element that says so and where. */
  readonly starts: readonly Start[];
  classOf(state: string): string | undefined;
}

/** Where a record of the lifecycle begins. */
export interface Start {
  readonly state: string;
  readonly by: 'initial' | 'transition' | 'created elsewhere';
  readonly element: Element;
  readonly path: readonly (string | number)[];
}

/** A model does not change: several lints ask the same of it. */
const KNOWN = new WeakMap<SpecModel, readonly LifecycleSteps[]>();

/** Every lifecycle of a model with its parts, by id. */
export function lifecycleSteps(model: SpecModel): readonly LifecycleSteps[] {
  const known = KNOWN.get(model);
  if (known !== undefined) return known;
  const creating = model.ofKind('transition').filter(({ attributes }) => attributes.creates !== undefined);
  const steps = model.ofKind('lifecycle').map((lifecycle) => stepsOf(model, lifecycle, creating));
  KNOWN.set(model, steps);
  return steps;
}

function stepsOf(model: SpecModel, lifecycle: Element<'lifecycle'>, creating: readonly Transition[]): LifecycleSteps {
  const states = model.partsOf(lifecycle, 'state');
  // What is retired is written for the record; nothing moves by it.
  const transitions = model
    .partsOf(lifecycle, 'transition')
    .filter((transition) => statusOf(model, transition) !== 'retired');
  const names = states.map(({ localId }) => localId);
  const classes = new Map(states.map(({ localId, attributes }) => [localId, attributes.class]));
  const origins = new Map(
    transitions.map(({ key, attributes: { from } }) => [
      key,
      from.includes('any') ? names : names.filter((name) => from.includes(name)),
    ]),
  );
  return {
    lifecycle,
    states,
    transitions,
    origins: ({ key }) => origins.get(key) ?? [],
    targets: ({ attributes: { to } }) => (typeof to === 'object' ? to.last : to === 'same' ? [] : [to]),
    starts: [...ownStarts(lifecycle, transitions), ...createdStarts(lifecycle, creating)],
    classOf: (state) => classes.get(state),
  };
}

function ownStarts(lifecycle: Element<'lifecycle'>, transitions: readonly Transition[]): readonly Start[] {
  const { initial } = lifecycle.attributes;
  const first: readonly Start[] =
    initial === undefined ? [] : [{ state: initial, by: 'initial', element: lifecycle, path: ['initial'] }];
  const created = transitions.flatMap((transition): readonly Start[] => {
    const { from, to } = transition.attributes;
    return from.includes('absent') && typeof to === 'string' && to !== 'same'
      ? [{ state: to, by: 'transition', element: transition, path: ['to'] }]
      : [];
  });
  return [...first, ...created];
}

/** States that steps of any lifecycle give to a new record: `creates: {lot: {LOT: Held}}`. */
function createdStarts(lifecycle: Element<'lifecycle'>, creating: readonly Transition[]): readonly Start[] {
  return creating.flatMap((transition) =>
    startsIn(transition.attributes.creates, lifecycle.id, []).map((state): Start => ({
      state,
      by: 'created elsewhere',
      element: transition,
      path: ['creates'],
    })),
  );
}

/** States that some transition leaves for another one. */
export function statesWithExit(steps: LifecycleSteps): ReadonlySet<string> {
  const left = steps.transitions.flatMap((transition) => {
    const targets = steps.targets(transition);
    return steps.origins(transition).filter((origin) => targets.some((target) => target !== origin));
  });
  return new Set(left);
}
