import type { DerivationContext } from '../derivation-context.ts';
import {
  joinDrafts,
  NOTHING,
  type Account,
  type Drafts,
  type ObligationDraft,
  type StepDraft,
  type SweepItem,
} from '../draft.ts';
import { ABSENT } from '../../model/condition/state-vocabulary.ts';
import { interfaceOf, type LifecycleView, type TransitionView } from '../lifecycle-view.ts';
import { negativeExcluded } from '../negatives.ts';
import type { Exclusion } from '../test-case.ts';
import { nearestSituation } from '../transition-stories.ts';
import { namedBy, transitionSupport } from '../transition-support.ts';
import { conditionWords } from '../wording/condition-words.ts';
import { listed, notDeclared } from '../wording/gaps.ts';
import { withinLatency } from '../wording/limits.ts';
import { afterRefusal, beforeRefusal, unchanged, type RefusalPlace } from '../wording/refusal.ts';
import { cleanUp, initialStates, lifecyclesIn, startingPoint, testRecords } from '../wording/setup-words.ts';
import { actingAccount, observerOf, recordOf, systemOf } from '../wording/test-names.ts';
import type { Strategy } from './strategy.ts';

/** Each event is refused in each state from which no transition answers it; one sweep per state. */
export const illegal: Strategy = {
  type: 'ILL',
  rule: 'Each event is refused in each state from which no transition answers it: state and version unchanged, nothing sent, the attempt logged.',
  derive: (context) =>
    joinDrafts(
      context.lifecycles.flatMap((lifecycle) => lifecycle.states.map((state) => stateSweep(lifecycle, state, context))),
    ),
};

/** Pairs of state and event that no transition answers. Events that only make a record are not among them. */
export function illegalPairs(lifecycle: LifecycleView): readonly { readonly state: string; readonly event: string }[] {
  const existing = lifecycle.transitions.filter(({ sources }) => sources.some((source) => source !== ABSENT));
  const events = [...new Set(existing.map(({ event }) => event))].sort();
  return lifecycle.states.flatMap((state) =>
    events
      .filter((event) => !existing.some((one) => one.event === event && one.sources.includes(state)))
      .map((event) => ({ state, event })),
  );
}

function stateSweep(lifecycle: LifecycleView, state: string, context: DerivationContext): Drafts {
  const obligations: ObligationDraft[] = [];
  const exclusions: Exclusion[] = [];
  const items: SweepItem[] = [];
  const situation = nearestSituation(lifecycle.id, state, context);
  const sent: TransitionView[] = [];
  for (const { event } of illegalPairs(lifecycle).filter((pair) => pair.state === state)) {
    const transitions = lifecycle.transitions.filter((transition) => transition.event === event);
    const reasons = transitions.map(negativeExcluded);
    const [reason] = reasons;
    if (reason !== undefined && reasons.every((one) => one !== undefined)) {
      exclusions.push({
        rule: 'ILL',
        element: lifecycle.key,
        what: `${event} refused in ${lifecycle.id} ${state}`,
        reason,
      });
      continue;
    }
    const semanticKey = `ILL|${lifecycle.id}|${state}|${event}`;
    obligations.push({
      phase: 'OQ',
      type: 'ILL',
      element: lifecycle.key,
      elementId: lifecycle.id,
      semanticKey,
      objective: `${event} is refused in ${lifecycle.id} ${state}.`,
    });
    sent.push(...transitions);
    items.push(item(lifecycle, state, transitions, semanticKey, context));
  }
  const [first] = sent;
  if (first === undefined) return { ...NOTHING, exclusions };
  const place: RefusalPlace = {
    transition: { ...first, emits: sent.flatMap(({ emits }) => emits) },
    state,
    observer: observerOf(first, context).account,
  };
  const lifecycles = lifecyclesIn(situation, lifecycle.id);
  const support = new Set([
    lifecycle.key,
    `state:${lifecycle.id}.${state}`,
    ...sent.flatMap((transition) => transitionSupport(transition, undefined, context)),
    ...namedBy(lifecycle.key, context),
  ]);
  return {
    ...NOTHING,
    obligations,
    exclusions,
    sweeps: [
      {
        type: 'ILL',
        element: lifecycle.key,
        elementId: lifecycle.id,
        semanticKey: `ILL|${lifecycle.id}|${state}`,
        title: `${lifecycle.id} ${state}: events that are refused here`,
        objective: `In ${lifecycle.id} ${state} each of ${items.length} events without a transition is refused and leaves nothing changed.`,
        setup: {
          initialState: initialStates(situation, lifecycle.id, state, context),
          prerequisites: startingPoint(situation, lifecycle.id, state, context),
          accounts: [observerOf(first, context)],
          testData: testRecords(lifecycles, context),
          cleanUp: cleanUp(lifecycles, context),
        },
        opening: [beforeRefusal(place, context)],
        items,
        closing: afterRefusal(place, 'each attempt', context),
        support: [...support].sort(),
      },
    ],
  };
}

/** An event is tried in each way in which it could come: by a person who may start it elsewhere, by its message, by the machine. */
function item(
  lifecycle: LifecycleView,
  state: string,
  transitions: readonly TransitionView[],
  semanticKey: string,
  context: DerivationContext,
): SweepItem {
  const [system, record] = [systemOf(lifecycle), recordOf(lifecycle)];
  const steps: StepDraft[] = [];
  const accounts: Account[] = [];
  const [first] = transitions;
  if (first === undefined) return { steps, accounts, testData: [] };
  const place: RefusalPlace = { transition: first, state, observer: '' };
  const starter = transitions.find(({ by }) => by.length > 0);
  if (
    starter !== undefined ||
    transitions.every(({ receives, auto, after }) => receives === undefined && !auto && after === undefined)
  ) {
    const account = actingAccount(starter ?? first);
    accounts.push(account);
    steps.push({
      system,
      action: `As ${account.account} in ${system} open ${record} and try to start ${first.event}.`,
      expected: `${first.event} is not offered, or is refused with a text that names ${lifecycle.id} ${state}. ${unchanged(place)}.`,
      record: 'Write what was offered or the text of the refusal, status and version.',
      proves: [semanticKey],
    });
  }
  for (const message of new Set(transitions.flatMap(({ receives }) => receives?.messages ?? []))) {
    const filter = transitions.find(({ receives }) => receives?.filter !== undefined)?.receives?.filter;
    steps.push({
      system,
      action: `Send one ${message} about ${record} with the approved message tool${filter === undefined ? '' : `, so that ${conditionWords(filter, context.model)}`}.`,
      expected: `${withinLatency([interfaceOf(message)], context, 'sending')}: ${unchanged(place)}; ${unexpected(interfaceOf(message), context)}.`,
      record: 'Write message id, time, what the log of the receiver shows, status and version.',
      proves: [semanticKey],
    });
  }
  const machine = transitions.find(({ auto, after }) => auto || after !== undefined);
  if (machine !== undefined) {
    const condition = machine.when === undefined ? '' : `, so that ${conditionWords(machine.when, context.model)}`;
    const time =
      machine.after === undefined
        ? ''
        : ` and its time (${typeof machine.after === 'string' ? machine.after : machine.after.field}) has passed`;
    steps.push({
      system,
      action: `Prepare ${record}${condition}${time}. Wait until the system has looked at it twice (${notDeclared(`how often ${system} looks`)}; write how it was made sure).`,
      expected: `${unchanged(place)}, apart from what was prepared.`,
      record: 'Write status, version and the time waited.',
      proves: [semanticKey],
    });
  }
  return { steps, accounts, testData: [] };
}

/** What the receiver does with a message that finds no step in its state. */
export function unexpected(interfaceId: string, context: DerivationContext): string {
  switch (context.interface(interfaceId)?.attributes.unexpected) {
    case 'ignore':
      return 'the message is acknowledged and logged as without effect';
    case 'wait':
      return 'the message stays in the queue and is not acknowledged';
    case 'refuse':
      return 'the caller gets a refusal';
    default:
      return `the message is reported as one that nobody handles here (${listed(['policy error, the default'])}), with an alarm`;
  }
}
