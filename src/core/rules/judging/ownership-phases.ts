import type { Condition } from '../../language/condition.ts';
import { matches, stateVocabulary } from '../../model/condition/state-vocabulary.ts';
import type { StateVocabulary } from '../../model/condition/state-vocabulary.ts';
import { allOf, anyOf, opposite } from '../../model/condition/truth.ts';
import type { Truth } from '../../model/condition/truth.ts';
import type { Element } from '../../model/element.ts';
import type { ChangeContext } from '../change-rule.ts';
import type { Owners } from './ownership.ts';
import { listed } from './wording.ts';

/** What the hand-over of ownership comes to, state by state. */
export interface OwnershipPhases {
  /** Sentences about the states in which another system owns now; empty where conditions do not depend on a state. */
  readonly text: string;
  /** States in which head has no owner, or two, and base had one; undefined where there are none. */
  readonly opened: string | undefined;
}

/** Who owns in a state: the systems whose condition holds; undefined where some condition depends on more than the state. */
type OwnersInState = readonly string[] | undefined;

/** Compares the owners in every state of every lifecycle of the object. */
export function phasesInWords(element: Element, was: Owners, is: Owners, context: ChangeContext): OwnershipPhases {
  const object = element.kind === 'field' ? context.head.elements.get(element.parent ?? '') : element;
  const { head, base } = context;
  const vocabularies = { base: stateVocabulary(base), head: stateVocabulary(head) };
  const states = head
    .ofKind('lifecycle')
    .filter(({ attributes }) => object !== undefined && attributes.object === object.id)
    .flatMap((lifecycle) => head.partsOf(lifecycle, 'state').map(({ localId }) => [lifecycle.id, localId] as const));
  const phases = states.flatMap(([lifecycle, state]) => {
    const before = ownersIn(was, lifecycle, state, vocabularies.base);
    const after = ownersIn(is, lifecycle, state, vocabularies.head);
    return before === undefined || after === undefined ? [] : [{ name: `${lifecycle}.${state}`, before, after }];
  });
  const moved = phases.filter(({ before, after }) => before.join() !== after.join());
  const opened = phases.filter(({ before, after }) => before.length === 1 && after.length !== 1);
  const says = moved.map(({ name, before, after }) => `${name} ${nobody(before)} → ${nobody(after)}`);
  const gaps = opened.map(
    ({ name, after }) => `${after.length === 0 ? 'nobody owns' : `${listed(after)} both own`} in ${name}`,
  );
  return {
    text: says.length === 0 ? '' : `By state: ${listed(says)}.`,
    opened: gaps.length === 0 ? undefined : listed(gaps),
  };
}

function nobody(owners: readonly string[]): string {
  return owners.length === 0 ? 'nobody' : owners.join(' and ');
}

function ownersIn(owners: Owners, lifecycle: string, state: string, vocabulary: StateVocabulary): OwnersInState {
  const truths = [...owners].map(([system, condition]) => {
    return [system, condition === undefined ? true : holds(condition, lifecycle, state, vocabulary)] as const;
  });
  if (truths.some(([, truth]) => truth === undefined)) return undefined;
  return truths.filter(([, truth]) => truth === true).map(([system]) => system);
}

/** Whether a condition holds in a state, as far as the state alone decides. */
function holds(condition: Condition, lifecycle: string, state: string, vocabulary: StateVocabulary): Truth {
  const inState = (part: Condition): Truth => holds(part, lifecycle, state, vocabulary);
  switch (condition.kind) {
    case 'status':
      return condition.lifecycle === lifecycle ? matches(condition.states, lifecycle, state, vocabulary) : undefined;
    case 'all':
      return allOf(condition.of.map(inState));
    case 'any':
      return anyOf(condition.of.map(inState));
    case 'not':
      return opposite(inState(condition.of));
    default:
      return undefined;
  }
}
