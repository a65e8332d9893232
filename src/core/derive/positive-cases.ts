import type { DerivationContext } from './derivation-context.ts';
import { arcsOf, type Arc, type LifecycleView, type TransitionView } from './lifecycle-view.ts';
import { positiveKey, storyFor, waysOf, type PositiveWay } from './strategies/pos.ts';
import type { TransitionStory } from './transition-stories.ts';

/** A positive case that exists, for what is read in the same pass. */
export interface PositiveCase {
  readonly arc: Arc;
  readonly way: PositiveWay;
  readonly story: TransitionStory;
  readonly semanticKey: string;
}

/** The positive cases of a lifecycle. */
export function positiveCasesOf(lifecycle: LifecycleView, context: DerivationContext): readonly PositiveCase[] {
  return arcsOf(lifecycle).flatMap((arc) => casesOfArc(arc, context));
}

/** The positive cases in which this transition is the tester's own step as a person. */
export function personCasesOf(transition: TransitionView, context: DerivationContext): readonly PositiveCase[] {
  return transition.sources
    .flatMap((from) => casesOfArc({ transition, from }, context))
    .filter(({ way }) => way.kind === 'person');
}

function casesOfArc(arc: Arc, context: DerivationContext): readonly PositiveCase[] {
  return waysOf(arc).flatMap((way) => {
    const story = storyFor(arc, way, context);
    return story === undefined ? [] : [{ arc, way, story, semanticKey: positiveKey(arc, way) }];
  });
}
