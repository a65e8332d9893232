import type { Change } from '../../diff/delta.ts';
import type { Json } from '../../language/canonical.ts';
import type { Condition } from '../../language/condition.ts';
import { compareConditions } from '../../model/condition/compare.ts';
import { stateVocabulary } from '../../model/condition/state-vocabulary.ts';
import { PLAIN_NAMES } from '../../model/condition/condition-names.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { items, without } from './values.ts';
import { named, shift } from './wording.ts';

/** Whether a step that puts a record on hold reacts to fewer, or to more, messages than before. */
export function holdVerdict(
  change: Change,
  context: ChangeContext,
  direction: 'weakened' | 'strengthened',
): readonly Verdict[] {
  const { after, from, to } = change;
  if (!leadsToHold(after, context.head) || directionOf(from, to, context) !== direction) return [];
  return [{ what: shift(`${named(after)}, messages that put on hold`, from, to) }];
}

function leadsToHold(element: Element, model: SpecModel): boolean {
  const { to } = (element as Element<'transition'>).attributes;
  const lifecycle = element.parent === undefined ? undefined : model.elements.get(element.parent);
  const target =
    typeof to === 'string' && lifecycle !== undefined ? model.get('state', `${lifecycle.id}.${to}`) : undefined;
  return target?.attributes.class === 'held' || target?.attributes.class === 'quarantine';
}

function directionOf(
  from: Json | undefined,
  to: Json | undefined,
  { base, head }: ChangeContext,
): 'weakened' | 'strengthened' | undefined {
  if (from === undefined || to === undefined) return from === undefined ? 'strengthened' : 'weakened';
  if (Array.isArray(from) && Array.isArray(to)) {
    const [lost, gained] = [without(items(from), items(to)), without(items(to), items(from))];
    return lost.length > 0 ? 'weakened' : gained.length > 0 ? 'strengthened' : undefined;
  }
  // A filter where there was none leaves messages out; without its filter, all of them count.
  if (Array.isArray(from) || Array.isArray(to)) return Array.isArray(from) ? 'weakened' : 'strengthened';
  const verdict = compareConditions(from as Condition, to as Condition, {
    base: { vocabulary: stateVocabulary(base), names: PLAIN_NAMES },
    head: { vocabulary: stateVocabulary(head), names: PLAIN_NAMES },
  });
  if (verdict === 'tightened' || verdict === 'incomparable') return 'weakened';
  return verdict === 'weakened' ? 'strengthened' : undefined;
}
