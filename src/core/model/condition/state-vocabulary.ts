import type { StatePattern } from '../../language/condition.ts';
import type { SpecModel } from '../spec-model.ts';
import { opposite } from './truth.ts';
import type { Truth } from './truth.ts';

/** What one revision says about states: which there are, what class they have, which set counts them in. */
export interface StateVocabulary {
  /** Undefined when the revision has no such lifecycle. */
  statesOf(lifecycle: string): readonly string[] | undefined;
  classOf(lifecycle: string, state: string): string | undefined;
  /** Whether the set counts the state in; unknown where the list refuses what it does not name, or where there is no such set. */
  counts(set: string, lifecycle: string, state: string): Truth;
}

/** The record does not exist. */
export const ABSENT = 'absent';

/** The states, classes and sets of a model. */
export function stateVocabulary(model: SpecModel): StateVocabulary {
  const classOf = (lifecycle: string, state: string): string | undefined =>
    model.get('state', `${lifecycle}.${state}`)?.attributes.class;
  return {
    statesOf: (lifecycle) => {
      const element = model.get('lifecycle', lifecycle);
      return element && model.partsOf(element, 'state').map(({ localId }) => localId);
    },
    classOf,
    counts: (set, lifecycle, state) => {
      const attributes = model.get('set', set)?.attributes;
      if (attributes === undefined) return undefined;
      const { members, except, classes, unknown } = attributes;
      if (members?.includes(state) === true) return true;
      if (except?.includes(state) === true) return false;
      const stateClass = classOf(lifecycle, state);
      // Everything is in but the exceptions: `unknown` speaks of states that nobody declares.
      if (except !== undefined && model.get('state', `${lifecycle}.${state}`) !== undefined) return true;
      if (classes !== undefined && stateClass !== undefined) return (classes as readonly string[]).includes(stateClass);
      // The list does not name it: what it says about such states decides, else the sense of the list.
      return unknown === undefined ? except !== undefined : unknown === 'reject' ? undefined : unknown === 'in';
    },
  };
}

/**
 * Whether a record whose status is `state` matches the pattern. A class or set that the vocabulary does not know is unknown.
 */
export function matches(pattern: StatePattern, lifecycle: string, state: string, vocabulary: StateVocabulary): Truth {
  switch (pattern.kind) {
    case 'states':
      return pattern.states.includes(state);
    case 'classes': {
      const stateClass = vocabulary.classOf(lifecycle, state);
      return state !== ABSENT && stateClass !== undefined && pattern.classes.includes(stateClass);
    }
    case 'set':
      return state === ABSENT ? false : vocabulary.counts(pattern.set, lifecycle, state);
    case 'not':
      return state === ABSENT ? false : opposite(matches(pattern.of, lifecycle, state, vocabulary));
  }
}

/** States of the lifecycle that match the pattern; empty when the revision has no such lifecycle. */
export function matchingStates(
  pattern: StatePattern,
  lifecycle: string,
  vocabulary: StateVocabulary,
): readonly string[] {
  return (vocabulary.statesOf(lifecycle) ?? []).filter(
    (state) => matches(pattern, lifecycle, state, vocabulary) === true,
  );
}

/** Two revisions as one: what the first does not know of a state, the second may. Membership of sets stays the first one's. */
export function withFallback(own: StateVocabulary, other: StateVocabulary): StateVocabulary {
  return {
    statesOf: (lifecycle) => {
      const [mine, theirs] = [own.statesOf(lifecycle), other.statesOf(lifecycle)];
      return mine === undefined && theirs === undefined
        ? undefined
        : [...new Set([...(mine ?? []), ...(theirs ?? [])])];
    },
    classOf: (lifecycle, state) => own.classOf(lifecycle, state) ?? other.classOf(lifecycle, state),
    counts: (set, lifecycle, state) => own.counts(set, lifecycle, state),
  };
}

/** Knows nothing: every lifecycle, class and set is open. */
export const NO_VOCABULARY: StateVocabulary = {
  statesOf: () => undefined,
  classOf: () => undefined,
  counts: () => undefined,
};
