import type { Element } from '../../model/element.ts';
import { stateVocabulary } from '../../model/condition/state-vocabulary.ts';
import type { SpecModel } from '../../model/spec-model.ts';

/** The side of a set that lets through what nobody decided about. */
export type Side = 'in' | 'out';

/** Classes of states of which a consumer must say whether they block. */
const UNRESOLVED: ReadonlySet<string> = new Set(['open', 'held', 'quarantine']);

/** The dangerous side: outside of what blocks, inside of what permits. Undefined while the set does not say what it does. */
export function dangerousSide(set: Element<'set'>): Side | undefined {
  const { effect } = set.attributes;
  return effect === undefined ? undefined : effect === 'blocks' ? 'out' : 'in';
}

/** Where a state or code counts that the list does not name (of a list of exceptions: one that nobody declares), and whether the author says so or the sense of the list does. */
export function unlistedSide(set: Element<'set'>): { readonly side: Side | 'reject'; readonly declared: boolean } {
  const { unknown, except } = set.attributes;
  if (unknown !== undefined) return { side: unknown, declared: true };
  return { side: except === undefined ? 'out' : 'in', declared: false };
}

/**
 * States of class open, held or quarantine that fall on the dangerous side of a set because its list does not name them.
 * What the list names, by itself or by its class, is a decision, whichever way.
 */
export function uncoveredStates(model: SpecModel, set: Element<'set'>): readonly Element<'state'>[] {
  const side = dangerousSide(set);
  const lifecycle = model.get('lifecycle', set.attributes.of);
  if (side === undefined || lifecycle === undefined) return [];
  const { members = [], except = [], classes = [] } = set.attributes;
  const vocabulary = stateVocabulary(model);
  return model.partsOf(lifecycle, 'state').filter(({ localId, attributes }) => {
    const { class: stateClass } = attributes;
    if (stateClass === undefined || !UNRESOLVED.has(stateClass)) return false;
    if (members.includes(localId) || except.includes(localId) || classes.includes(stateClass)) return false;
    return vocabulary.counts(set.id, lifecycle.id, localId) === (side === 'in');
  });
}

/** Codes of trait `blocking` that fall on the dangerous side because the list does not name them. */
export function uncoveredCodes(model: SpecModel, set: Element<'set'>): readonly Element<'code'>[] {
  const side = dangerousSide(set);
  const list = model.get('code-list', set.attributes.of);
  // A list of exceptions takes every other code in that is declared, whatever it says of the unknown.
  const sideOfOthers = set.attributes.except === undefined ? unlistedSide(set).side : 'in';
  if (side === undefined || list === undefined || sideOfOthers !== side) return [];
  const { members = [], except = [] } = set.attributes;
  return model
    .partsOf(list, 'code')
    .filter(
      ({ localId, attributes }) =>
        attributes.trait === 'blocking' && !members.includes(localId) && !except.includes(localId),
    );
}

/** Where a set lists what it takes in. */
export function listPath(set: Element<'set'>): readonly string[] {
  const { members, except, classes } = set.attributes;
  return members !== undefined
    ? ['members']
    : except !== undefined
      ? ['except']
      : classes !== undefined
        ? ['classes']
        : [];
}
