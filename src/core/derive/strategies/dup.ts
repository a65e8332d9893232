import type { DerivationContext } from '../derivation-context.ts';
import { joinDrafts, NOTHING, type Drafts, type ObligationDraft, type StepDraft } from '../draft.ts';
import { triggerOf } from '../interface-trigger.ts';
import type { InterfaceView } from '../interface-view.ts';
import { interfaceSupport } from '../transition-support.ts';
import { effectPhrase } from '../wording/effects.ts';
import { listed } from '../wording/gaps.ts';
import { messageLogOf, nothingFailed, withinLatency } from '../wording/limits.ts';
import type { Strategy } from './strategy.ts';

/** A message that comes twice has one effect. */
export const duplicates: Strategy = {
  type: 'DUP',
  rule: 'Per interface with a repeat key: the same message at once again, and again after a restart of the receiver: one effect, each repeat logged.',
  derive: (context) => joinDrafts(context.interfaces.map((view) => interfaceDrafts(view, context))),
};

function interfaceDrafts(view: InterfaceView, context: DerivationContext): Drafts {
  const key = view.attributes.delivery?.key;
  if (key === undefined || key.length === 0) {
    return {
      ...NOTHING,
      exclusions: [
        {
          rule: 'DUP',
          element: view.key,
          what: `Repeated messages of ${view.id}`,
          reason: 'NOT DECLARED: key by which a repeat is recognised (delivery.key).',
        },
      ],
    };
  }
  const trigger = triggerOf(view, context);
  const receivers = listed(view.to);
  const question = view.attributes.pattern === 'request-reply';
  const log = messageLogOf(view.id, context);
  const say = (what: string, objective: string): ObligationDraft => ({
    phase: 'OQ',
    type: 'DUP',
    element: view.key,
    elementId: view.id,
    semanticKey: `DUP|${view.id}|${what}`,
    objective,
  });
  const once = say(
    'at once',
    `A message of ${view.id} with the same ${listed(key)} sent again at once has no second effect.`,
  );
  const restart = say(
    'after restart',
    `A message of ${view.id} with the same ${listed(key)} sent again after a restart of the receiver has no second effect.`,
  );
  const effect = effectPhrase(view, trigger, context);
  const again = (proves: string, before: string): StepDraft => ({
    system: log,
    action: `${before}Send the message of step 10 again with the approved message tool, with the same ${listed(key)} and the same content.`,
    expected: question
      ? `${receivers} gives the same answer as in step 10; nothing is stored or changed in ${receivers}.`
      : `${withinLatency([view.id], context, 'sending')}: logged as a repeat. Record versions and values in ${receivers} equal step 20; ${effect}; nothing more was sent on.`,
    record: 'Write message id, time, the log entry and the record versions.',
    proves: [proves],
  });
  const steps: readonly StepDraft[] = [
    {
      system: trigger.system,
      action: `${trigger.action} Note the time on the reference clock as T0.`,
      expected: `One message of ${view.id} leaves ${view.from}; write its ${listed(key)}.`,
      record: `Write T0, message id and ${listed(key)}.`,
      proves: [],
    },
    {
      system: view.to[0] ?? view.from,
      action: `In ${receivers} read what ${view.id} has brought for ${trigger.record}, with record version.`,
      expected: `${withinLatency([view.id], context)}: ${effect}.`,
      record: 'Write status, values and record versions.',
      proves: [],
    },
    again(once.semanticKey, ''),
    again(
      restart.semanticKey,
      `Restart the service in ${receivers} that receives ${view.id} and wait until it is up. `,
    ),
    {
      system: log,
      action: `Open the message log of ${log} from T0 on and look up this message.`,
      expected: `Three deliveries with the same ${listed(key)}; ${question ? 'three equal answers' : 'one is processed, two are logged as repeats'}; ${nothingFailed([view.id], context)}.`,
      record: 'Write times and outcomes; attach the log extract of both sides.',
      proves: [once.semanticKey, restart.semanticKey],
    },
  ];
  return {
    ...NOTHING,
    obligations: [once, restart],
    cases: [
      {
        type: 'DUP',
        element: view.key,
        elementId: view.id,
        semanticKey: `DUP|${view.id}`,
        title: `${view.id}: a message that comes twice has one effect`,
        objective: `A message of ${view.id} with the same ${listed(key)} has one effect, however often it comes.`,
        setup: {
          initialState: trigger.initialState,
          prerequisites: [
            ...trigger.prerequisites,
            `The restart of the receiver in ${receivers} is agreed with its system owner.`,
          ],
          accounts: trigger.accounts,
          testData: trigger.testData,
          cleanUp: trigger.cleanUp,
        },
        steps,
        support: interfaceSupport(view.id, context),
      },
    ],
  };
}
