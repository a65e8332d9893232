import type { Change } from '../../diff/delta.ts';
import type { Json } from '../../language/canonical.ts';
import type { Condition } from '../../language/condition.ts';
import { compareConditions } from '../../model/condition/compare.ts';
import { partsOf } from '../../model/condition/normal-form.ts';
import { stateVocabulary } from '../../model/condition/state-vocabulary.ts';
import { PLAIN_NAMES } from '../../model/condition/condition-names.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { ChangeContext, Verdict } from '../change-rule.ts';
import { items } from './values.ts';
import { named, shift } from './wording.ts';

/** Classes in which a record may not be used yet, or no more; a hold takes it into one that is stricter than where it was. */
const STRICTNESS: Readonly<Record<string, number>> = { quarantine: 1, held: 2 };

/**
 * Whether a step that puts a record on hold reacts to fewer, or to more, messages than before. A step that holds in one
 * revision and from one state at least is weaker when it loses a message; only one that holds in both, wherever it starts,
 * is stronger when it gains one: more messages that lift a hold are no assurance.
 */
export function holdVerdict(
  change: Change,
  context: ChangeContext,
  direction: 'weakened' | 'strengthened',
): readonly Verdict[] {
  const { before, after, from, to } = change;
  const holds = [holdsOf(before, context.base), holdsOf(after, context.head)];
  const concerned =
    direction === 'weakened'
      ? holds.some((steps) => steps.includes(true))
      : holds.every((steps) => steps.length > 0 && !steps.includes(false));
  if (!concerned || directionOf(from, to, context) !== direction) return [];
  return [{ what: shift(`${named(after)}, messages that put on hold`, from, to) }];
}

/** For each state from which the step starts, whether it puts the record on hold; a new record is on no hold before. */
function holdsOf(element: Element, model: SpecModel): readonly boolean[] {
  const { from, to } = (element as Element<'transition'>).attributes;
  const lifecycle = element.parent === undefined ? undefined : model.elements.get(element.parent);
  if (typeof to !== 'string' || lifecycle === undefined) return [];
  const strictness = (state: string): number =>
    STRICTNESS[model.get('state', `${lifecycle.id}.${state}`)?.attributes.class ?? ''] ?? 0;
  const others = model
    .partsOf(lifecycle, 'state')
    .map(({ localId }) => localId)
    .filter((state) => state !== to);
  const target = strictness(to);
  return from
    .flatMap((name) => (name === 'any' ? others : [name]))
    .flatMap((name) => {
      if (name !== 'absent') return [strictness(name) < target];
      // Where a new record starts is no hold; that it no longer starts there is one that is lost.
      return target > 0 ? [true, false] : [false];
    });
}

/** Whether a step does nothing but put records on hold, wherever it starts: that it starts more often loses nothing. */
export function onlyPutsOnHold(transition: Element, model: SpecModel): boolean {
  const steps = holdsOf(transition, model);
  return steps.length > 0 && !steps.includes(false);
}

/** Which messages start the step is looked at first; what they must carry, only where none of them is lost. */
function directionOf(
  from: Json | undefined,
  to: Json | undefined,
  context: ChangeContext,
): 'weakened' | 'strengthened' | undefined {
  if (from === undefined || to === undefined) return from === undefined ? 'strengthened' : 'weakened';
  const { base, head } = context;
  const [was, is] = [startsOf(from), startsOf(to)];
  if (was.some((name) => !isCovered(name, is, head))) return 'weakened';
  const more = is.some((name) => !isCovered(name, was, head));
  if (Array.isArray(from) && Array.isArray(to)) return more ? 'strengthened' : undefined;
  // A filter where there was none leaves messages out; without its filter, all of them count.
  if (Array.isArray(from) || Array.isArray(to)) return Array.isArray(from) ? 'weakened' : 'strengthened';
  const verdict = compareConditions(from as Condition, to as Condition, {
    base: { vocabulary: stateVocabulary(base), names: PLAIN_NAMES },
    head: { vocabulary: stateVocabulary(head), names: PLAIN_NAMES },
  });
  if (verdict === 'tightened' || verdict === 'incomparable') return 'weakened';
  return verdict === 'weakened' ? 'strengthened' : undefined;
}

/** Whether every message that starts the step in head started it in base, whatever it carried; a filter that is new leaves some out. */
export function startsByFewer(from: Json | undefined, to: Json | undefined, { head }: ChangeContext): boolean {
  if (from === undefined || to === undefined) return to === undefined;
  const was = startsOf(from);
  const named = startsOf(to).every((name) => isCovered(name, was, head));
  return named && Array.isArray(from);
}

/** The messages that start a step, as named: `IF-002.HOLD`, or `IF-002` for all of them. */
function startsOf(receives: Json): readonly string[] {
  return Array.isArray(receives) ? items(receives) : [...messagesOf(receives as Condition)];
}

function* messagesOf(condition: Condition): Generator<string> {
  if (condition.kind === 'message') yield* condition.messages;
  for (const part of partsOf(condition)) yield* messagesOf(part);
}

function isCovered(name: string, names: readonly string[], model: SpecModel): boolean {
  if (names.includes(name) || names.includes(name.split('.')[0] ?? name)) return true;
  const flow = model.get('interface', name);
  const messages = flow === undefined ? [] : model.partsOf(flow, 'message');
  return messages.length > 0 && messages.every(({ id }) => names.includes(id));
}
