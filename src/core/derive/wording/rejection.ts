import type { DerivationContext } from '../derivation-context.ts';
import type { StepDraft } from '../draft.ts';
import type { InterfaceView } from '../interface-view.ts';
import { listed, notDeclared } from './gaps.ts';
import { deadLetterOf, messageLogOf } from './limits.ts';
import { timesDuration } from './durations.ts';

/** What happens to a message that cannot be read or mapped, where it is seen, and by when somebody is told. */
export function rejectionWords(view: InterfaceView): string {
  const { delivery, pattern } = view.attributes;
  const receivers = listed(view.to);
  const nothing = `nothing is stored in ${receivers}`;
  if (pattern === 'request-reply') return `The caller gets an error; ${nothing}`;
  const where = delivery?.deadLetter;
  if (delivery?.onReject === 'skip') return `The message is skipped and logged; ${nothing}`;
  if (delivery?.onReject === 'reject') return `The sender gets a refusal; ${nothing}`;
  if (where === undefined)
    return `Rejected (${notDeclared(`what ${view.id} does with a message that it rejects`)}; write it); ${nothing}`;
  return `The message is in ${where}${retryWords(view)}; ${nothing}; ${alarmWords(view)}`;
}

/** `after 3 retries of 60 s (180 s)`. */
function retryWords({ attributes: { delivery } }: InterfaceView): string {
  const retry = delivery?.retry;
  if (retry === undefined || retry.max === 0 || retry.every === undefined) return '';
  const total = retry.growth === 'doubling' ? undefined : timesDuration(retry.every, retry.max);
  return ` at the latest after ${retry.max} retries of ${retry.every}${total === undefined ? '' : ` (${total})`}`;
}

/** `an alarm is raised after 300 s to QA`. */
export function alarmWords({ id, attributes: { delivery } }: InterfaceView): string {
  if (delivery?.alarmAfter === undefined)
    return `an alarm is raised (${notDeclared(`after what time ${id} raises an alarm`)}; write the time)`;
  const to =
    delivery.alarmTo === undefined ? `(${notDeclared('to whom')}; write who got it)` : `to ${listed(delivery.alarmTo)}`;
  return `an alarm is raised after ${delivery.alarmAfter} ${to}`;
}

/** Before rejected messages: what the receiver holds, and what already waits as failed. */
export function beforeMessages(view: InterfaceView, record: string, context: DerivationContext): StepDraft {
  const system = view.to[0] ?? view.from;
  return {
    system,
    action: `In ${listed(view.to)} read what ${view.id} has brought for ${record}, with record version; count the messages in ${deadLetterOf(view.id, context)}. Note the time on the reference clock as T0.`,
    expected: 'The values are those of the initial state; the number of failed messages is read.',
    record: 'Write T0, values, record version and the count.',
    proves: [],
  };
}

/** After them: the receiver is as before, and every rejected message can be found. */
export function afterMessages(
  view: InterfaceView,
  record: string,
  changed: string,
  context: DerivationContext,
): readonly StepDraft[] {
  const log = messageLogOf(view.id, context);
  return [
    {
      system: view.to[0] ?? view.from,
      action: `In ${listed(view.to)} read again what ${view.id} has brought for ${record} and compare it with step 10.`,
      expected: changed,
      record: 'Write values and record version; attach a screen that shows user, clock and environment.',
      proves: [],
    },
    {
      system: log,
      action: `Open the message log of ${log} and ${deadLetterOf(view.id, context)} from T0 on and match every message of this case by its id.`,
      expected:
        'Each message sent in this case is found once, with the outcome written at its step; no other message has failed.',
      record: 'Write message ids and outcomes; attach both extracts.',
      proves: [],
    },
  ];
}

/** What the message tool needs to be told where messages carry a counter. */
export function counterNote({ id, attributes: { delivery } }: InterfaceView): readonly string[] {
  if (delivery?.sequence === undefined) return [];
  return [
    `Each message sent with the tool carries the next value of ${delivery.sequence} for its ${delivery.per ?? 'flow'} (${id} checks the order).`,
  ];
}
