import type { DerivationContext } from '../derivation-context.ts';
import { joinDrafts, NOTHING, type Drafts, type ObligationDraft, type StepDraft } from '../draft.ts';
import { triggerOf, type InterfaceTrigger } from '../interface-trigger.ts';
import type { InterfaceView } from '../interface-view.ts';
import type { TransitionView } from '../lifecycle-view.ts';
import { personCasesOf } from '../positive-cases.ts';
import type { Outcome } from '../settled/settled-plant.ts';
import type { Situation } from '../settled/stories.ts';
import { interfaceSupport, transitionSupport } from '../transition-support.ts';
import { startAction, testSignatures } from '../wording/acting.ts';
import { effectWords } from '../wording/effects.ts';
import { listed, notDeclared } from '../wording/gaps.ts';
import { messageLogOf, withinLatency } from '../wording/limits.ts';
import { alarmWords } from '../wording/rejection.ts';
import { cleanUp, initialStates, lifecyclesIn, startingPoint, testRecords } from '../wording/setup-words.ts';
import { actingAccount, recordOf, systemOf } from '../wording/test-names.ts';
import { enteredValues } from './pos.ts';
import type { Strategy } from './strategy.ts';

/** A message that comes late does not undo a later one; a queue keeps its order. */
export const ordering: Strategy = {
  type: 'ORD',
  rule: 'Per interface with a promised order: n + 1 before n leaves the state that n + 1 gives, n is handled as declared, a gap that stays raises the alarm; a queue hands over in the order sent.',
  derive: (context) => joinDrafts(context.interfaces.map((view) => interfaceDrafts(view, context))),
};

function interfaceDrafts(view: InterfaceView, context: DerivationContext): Drafts {
  const { delivery, pattern } = view.attributes;
  const exclude = (reason: string): Drafts => ({
    ...NOTHING,
    exclusions: [{ rule: 'ORD', element: view.key, what: `Order of messages of ${view.id}`, reason }],
  });
  switch (delivery?.order) {
    case 'sequence':
      return sequenceDrafts(view, context);
    case 'fifo':
      return fifoDrafts(view, context);
    case 'none':
      return exclude('The specification declares order: none, so nothing is promised that could be tested.');
    default:
      return exclude(
        pattern === 'request-reply'
          ? 'A question has its own answer; the specification promises no order between questions.'
          : 'NOT DECLARED: order of messages (delivery.order).',
      );
  }
}

/** Two steps after each other, each of which sends a message over the interface. */
interface Pair {
  readonly situation: Situation;
  readonly first: Outcome;
  readonly second: Outcome;
}

/** Two such steps of which only the second moves a receiver: then the state shows which of them counted. Else any two. */
function pairOf(view: InterfaceView, context: DerivationContext): Pair | undefined {
  let spare: Pair | undefined;
  for (const transition of view.emitters) {
    for (const { story } of personCasesOf(transition, context)) {
      for (const next of view.emitters) {
        const second = context.plant.fire(next, story.outcome.after, 'person');
        if (second === undefined) continue;
        const pair = { situation: story.situation, first: story.outcome, second };
        if (moves(pair.first, view).length === 0 && moves(second, view).length > 0) return pair;
        spare ??= pair;
      }
    }
  }
  return spare;
}

function moves(outcome: Outcome, view: InterfaceView): Outcome['consequences'] {
  return outcome.consequences.filter(({ transition }) => view.to.includes(transition.system ?? ''));
}

function say(view: InterfaceView, what: string, objective: string): ObligationDraft {
  return {
    phase: 'OQ',
    type: 'ORD',
    element: view.key,
    elementId: view.id,
    semanticKey: `ORD|${view.id}|${what}`,
    objective,
  };
}

function sequenceDrafts(view: InterfaceView, context: DerivationContext): Drafts {
  const { delivery } = view.attributes;
  const counter = delivery?.sequence ?? notDeclared(`counter of ${view.id}`);
  const stale = delivery?.stale ?? 'discard';
  const late = say(
    view,
    'overtaken',
    `A message of ${view.id} that comes after a later one is handled as declared (stale: ${stale}).`,
  );
  const gap = say(view, 'gap', `A gap in ${counter} of ${view.id} that stays raises the alarm.`);
  const pair = pairOf(view, context);
  const trigger = triggerOf(view, context);
  const scene = sceneOf(view, pair, trigger, context);
  const receivers = listed(view.to);
  const log = messageLogOf(view.id, context);
  const per = delivery?.per === undefined ? '' : ` of the same ${delivery.per}`;
  const steps: readonly StepDraft[] = [
    stop(view, context),
    ...scene.sends,
    {
      system: log,
      action: `With the approved message tool deliver the message of step 30 (the greater ${counter}${per}) to ${receivers}. Note the time on the reference clock as T0.`,
      expected: `${withinLatency([view.id], context)}: ${scene.after}.`,
      record: 'Write T0, status, values and record versions.',
      proves: [],
    },
    {
      system: log,
      action: `Before the alarm limit has passed, deliver the message of step 20 (the smaller ${counter}) to ${receivers}.`,
      expected:
        stale === 'discard'
          ? `Logged as stale. ${scene.after}; status, values and record versions equal step 40. No alarm for the gap, because it was closed in time.`
          : `Processed, as declared (stale: process): the values of step 20 are shown, and the log says that an older message came later.`,
      record: 'Write the log entry, status, values and record versions.',
      proves: [late.semanticKey],
    },
    {
      system: log,
      action: `Deliver one more message whose ${counter} is greater by 2 than the last one processed, and keep back the one between.`,
      expected:
        delivery?.alarmAfter === undefined
          ? `${notDeclared(`after what time a gap in ${counter} raises an alarm`)}; write whether and when one is raised.`
          : `If the gap stays, ${alarmWords(view)}; the alarm names ${view.id} and the missing ${counter}.`,
      record: 'Write the time of the alarm, its text and who got it.',
      proves: [gap.semanticKey],
    },
    restart(view, context),
  ];
  return {
    ...NOTHING,
    obligations: [late, gap],
    cases: [
      orderCase(
        view,
        'overtaken',
        `${view.id}: a message overtaken by a later one`,
        late.objective,
        steps,
        scene,
        pair,
        context,
      ),
    ],
  };
}

function fifoDrafts(view: InterfaceView, context: DerivationContext): Drafts {
  const kept = say(view, 'order kept', `${view.id} hands over messages in the order in which they were sent.`);
  const pair = pairOf(view, context);
  const scene = sceneOf(view, pair, triggerOf(view, context), context);
  const log = messageLogOf(view.id, context);
  const steps: readonly StepDraft[] = [
    stop(view, context),
    ...scene.sends,
    {
      system: log,
      action: `Start the consumer of ${view.id} in ${listed(view.to)} again. Note the time on the reference clock as T0.`,
      expected: `${withinLatency([view.id], context)}: ${scene.after}.`,
      record: 'Write T0, status, values and record versions.',
      proves: [kept.semanticKey],
    },
    {
      system: log,
      action: `Open the message log of ${log} and read the order in which both messages were handed over.`,
      expected: 'The message of step 20 was handed over and acknowledged before that of step 30; each once.',
      record: 'Write message ids and times; attach the log extract of both sides.',
      proves: [kept.semanticKey],
    },
  ];
  return {
    ...NOTHING,
    obligations: [kept],
    cases: [
      orderCase(
        view,
        'order kept',
        `${view.id}: messages are handed over in the order sent`,
        kept.objective,
        steps,
        scene,
        pair,
        context,
      ),
    ],
  };
}

interface Scene {
  readonly sends: readonly StepDraft[];
  /** What both receivers show once the later message counted. */
  readonly after: string;
  readonly trigger: InterfaceTrigger;
}

function sceneOf(
  view: InterfaceView,
  pair: Pair | undefined,
  trigger: InterfaceTrigger,
  context: DerivationContext,
): Scene {
  const waiting = (which: string): string =>
    `The step is completed; its message of ${view.id} waits (${which} of two), nothing has arrived in ${listed(view.to)}.`;
  if (pair === undefined) {
    const tool = (which: string): StepDraft => ({
      system: view.from,
      action: `${which === 'second' ? 'Change one value of the record. ' : ''}${trigger.action}`,
      expected: waiting(which),
      record: 'Write message id, counter and values.',
      proves: [],
    });
    return {
      sends: [tool('first'), tool('second')],
      after: `the values of ${view.id} for ${trigger.record} in ${listed(view.to)} are those of the message of step 30`,
      trigger,
    };
  }
  const sends = [pair.first, pair.second].map(({ step }, position): StepDraft => {
    const actor = actingAccount(step.transition);
    const signers = testSignatures(step.transition, actor, context).map(({ signer }) => signer.account);
    const sign = signers.length === 0 ? '' : ` Sign as ${listed(signers)}.`;
    return {
      system: systemOf(context.lifecycle(step.transition.lifecycle)),
      action: `${startAction(step, actor, enteredValues(step.transition, context), context)}${sign}`,
      expected: `${step.transition.lifecycle} is ${step.to}. ${waiting(position === 0 ? 'first' : 'second')}`,
      record: 'Write status, message id and counter.',
      proves: [],
    };
  });
  const effects = effectWords([...moves(pair.first, view), ...moves(pair.second, view)], context);
  const after =
    effects.length === 0
      ? `the values of ${view.id} for ${recordOf(context.lifecycle(pair.second.step.transition.lifecycle))} in ${listed(view.to)} are those of the message of step 30`
      : listed(effects);
  return { sends, after, trigger };
}

function stop(view: InterfaceView, context: DerivationContext): StepDraft {
  return {
    system: messageLogOf(view.id, context),
    action: `Stop the consumer of ${view.id} in ${listed(view.to)}.`,
    expected: `No message of ${view.id} is waiting; the consumer is shown as stopped.`,
    record: 'Write the time and the number of waiting messages.',
    proves: [],
  };
}

function restart(view: InterfaceView, context: DerivationContext): StepDraft {
  return {
    system: messageLogOf(view.id, context),
    action: `Start the consumer of ${view.id} in ${listed(view.to)} again and open the message log.`,
    expected: 'Each message of this case is found with the outcome written at its step; none waits.',
    record: 'Write message ids and outcomes; attach the log extract of both sides.',
    proves: [],
  };
}

function orderCase(
  view: InterfaceView,
  what: string,
  title: string,
  objective: string,
  steps: readonly StepDraft[],
  scene: Scene,
  pair: Pair | undefined,
  context: DerivationContext,
) {
  const support = new Set([
    ...interfaceSupport(view.id, context),
    ...transitionsOf(pair).flatMap(({ transition, outcome }) => transitionSupport(transition, outcome, context)),
  ]);
  const first = pair?.first.step.transition;
  const lifecycles = first === undefined ? [] : lifecyclesIn(pair?.situation, first.lifecycle);
  return {
    type: 'ORD' as const,
    element: view.key,
    elementId: view.id,
    semanticKey: `ORD|${view.id}|case ${what}`,
    title,
    objective,
    setup:
      first === undefined || pair === undefined
        ? {
            initialState: scene.trigger.initialState,
            prerequisites: scene.trigger.prerequisites,
            accounts: scene.trigger.accounts,
            testData: scene.trigger.testData,
            cleanUp: scene.trigger.cleanUp,
          }
        : {
            initialState: initialStates(pair.situation, first.lifecycle, pair.first.step.from, context),
            prerequisites: [
              ...startingPoint(pair.situation, first.lifecycle, pair.first.step.from, context),
              'The consumer may be stopped and single messages delivered with the approved message tool.',
            ],
            accounts: transitionsOf(pair)
              .flatMap(({ transition }) => [
                actingAccount(transition),
                ...testSignatures(transition, actingAccount(transition), context).map(({ signer }) => signer),
              ])
              .filter((one, at, all) => all.findIndex(({ account }) => account === one.account) === at),
            testData: testRecords(lifecycles, context),
            cleanUp: cleanUp(lifecycles, context),
          },
    steps,
    support: [...support].sort(),
  };
}

function transitionsOf(
  pair: Pair | undefined,
): readonly { readonly transition: TransitionView; readonly outcome: Outcome }[] {
  return pair === undefined
    ? []
    : [pair.first, pair.second].map((outcome) => ({ transition: outcome.step.transition, outcome }));
}
