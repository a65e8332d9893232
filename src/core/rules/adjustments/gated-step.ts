import type { ElementKind } from '../../language/collections.ts';
import type { Condition, StatePattern } from '../../language/condition.ts';
import { partsOf } from '../../model/condition/normal-form.ts';
import { elementKey } from '../../model/element.ts';
import type { ElementKey } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { oneHigher } from '../judging/raw-finding.ts';
import type { RawFinding } from '../judging/raw-finding.ts';
import { gatedStarts } from '../judging/started-steps.ts';
import { actOf } from '../judging/step-acts.ts';
import { defineAdjustment, keysOf } from './adjustment.ts';

/** What says why a thing is so, or whose it is, changes nothing of what the step does. */
const DESCRIPTIVE: ReadonlySet<string> = new Set(['rationale', 'refs', 'satisfies', 'owner', 'lines']);

/**
 * A1. What a step does for release is told by the classes of its states, never by its name: it enters a released state, leaves
 * a held state or quarantine, puts on hold, or reopens what was released or closed. Sets that its conditions count by,
 * interfaces over which they ask, messages that start it and the steps of any lifecycle that send them belong to it.
 */
export const gatedStep = defineAdjustment({
  id: 'A1',
  purpose:
    'Raises by one what touches a step that releases, holds, lifts a hold or reopens, or what its conditions rest on.',
  lowers: false,
  prepare({ base, head }) {
    const reasons = new Map([...gated(base), ...gated(head)]);
    return (raw) => {
      const { risk, attribute } = raw.finding;
      if (DESCRIPTIVE.has(attribute)) return undefined;
      const reason =
        keysOf(raw)
          .map((key) => reasons.get(key))
          .find((text) => text !== undefined) ?? messageReason(raw, { base, head });
      if (reason === undefined || risk === undefined) return undefined;
      // What makes a control stronger, or only adds to what is there, is no reason to stop.
      return { risk: oneHigher(risk, raw.finding.class === 'compatible' ? 'M' : 'C'), reason };
    };
  },
});

/** What decides whether a message is sent, or comes in at all; what it carries is judged by the rules about fields. */
const STARTING: Readonly<Partial<Record<ElementKind, ReadonlySet<string>>>> = {
  interface: new Set(['filter']),
  message: new Set(['', 'filter']),
};

/** Of messages that only put on hold, more are the safe direction. */
const MORE_MESSAGES: ReadonlySet<string> = new Set([
  'interface-message-added',
  'interface-trigger-widened',
  'effect-added',
]);

/** Why a message, or a step that sends it, belongs to a gated step: it starts that step in another lifecycle. */
function messageReason(
  { rule, before, after, finding: { attribute, ruleId } }: RawFinding,
  models: { readonly base: SpecModel; readonly head: SpecModel },
): string | undefined {
  // What a lint says of a message is no edit of what starts a step.
  if (rule === undefined) return undefined;
  const sides = [
    [before, models.base],
    [after, models.head],
  ] as const;
  for (const [element, model] of sides) {
    if (element === undefined) continue;
    const { byMessage, byEmitter } = gatedStarts(model);
    const sent = STARTING[element.kind]?.has(attribute) === true ? byMessage.get(element.key) : undefined;
    const sends = element.kind === 'transition' ? byEmitter.get(element.key) : undefined;
    const started = sent ?? sends;
    if (started === undefined) continue;
    const { transition, act } = started;
    if (act.withdraws && (MORE_MESSAGES.has(ruleId) || (sends !== undefined && attribute !== 'emits'))) continue;
    return `${element.id} ${sent === undefined ? 'sends the message that starts' : 'starts'} ${transition.id}, which ${act.words}`;
  }
  return undefined;
}

const GATED = new WeakMap<SpecModel, ReadonlyMap<ElementKey, string>>();

/** Element → why it belongs to a gated step. */
export function gated(model: SpecModel): ReadonlyMap<ElementKey, string> {
  const known = GATED.get(model);
  if (known !== undefined) return known;
  const reasons = new Map<ElementKey, string>();
  GATED.set(model, reasons);
  for (const transition of model.ofKind('transition')) {
    const act = actOf(transition, model);
    if (act === undefined) continue;
    reasons.set(transition.key, `${transition.id} ${act.words}`);
    const { when, procedure, receives } = transition.attributes;
    // Messages that are only named are no condition; what they start is told by `messageReason`.
    const carried = receives !== undefined && 'kind' in receives ? receives : undefined;
    for (const condition of [when, procedure, carried]) {
      if (condition === undefined) continue;
      for (const key of usedBy(condition)) {
        if (!reasons.has(key)) reasons.set(key, `the condition of ${transition.id} uses it, which ${act.words}`);
      }
    }
  }
  return reasons;
}

/** Sets and queried interfaces anywhere in a condition. */
function* usedBy(condition: Condition): Generator<ElementKey> {
  if (condition.kind === 'status') yield* setsOf(condition.states);
  if (condition.kind === 'read' && condition.from === 'query') yield elementKey('interface', condition.interface);
  for (const part of partsOf(condition)) yield* usedBy(part);
}

function* setsOf(pattern: StatePattern): Generator<ElementKey> {
  if (pattern.kind === 'set') yield elementKey('set', pattern.set);
  if (pattern.kind === 'not') yield* setsOf(pattern.of);
}
