import type { DerivationContext } from './derivation-context.ts';
import { NOTHING, type Drafts, type ObligationDraft, type SweepItem } from './draft.ts';
import { aboutRecord, triggerOf } from './interface-trigger.ts';
import type { InterfaceView } from './interface-view.ts';
import type { MappingView } from './mapping-view.ts';
import type { Exclusion, ObligationType } from './test-case.ts';
import { fieldSupport } from './transition-support.ts';
import { messageLogOf } from './wording/limits.ts';
import { afterMessages, beforeMessages, counterNote } from './wording/rejection.ts';

/** One message sent with the message tool, and what must be seen of it. */
export interface MessageProbe {
  /** Names the obligation within its field: `length + 1`. */
  readonly what: string;
  /** The kind of message, where it matters which. */
  readonly message?: string;
  readonly objective: string;
  /** What is sent, after `Send one IF-001 about TEST-NCR-1 with the approved message tool: `: `hold_ref = …`. */
  readonly input: string;
  readonly expected: string;
  readonly testData?: readonly string[];
}

/** A message of the interface for a test of its fields: one that starts no step, where there is such a kind. */
export function messageToSend({ id, messages, receivers }: InterfaceView): string {
  const names = messages.map((name) => `${id}.${name}`);
  const quiet = names.find((name) => !receivers.some(({ receives }) => receives?.messages.includes(name)));
  return quiet ?? names[0] ?? id;
}

/**
 * A sweep of single messages over one mapped field. Each is a message of its own with a key of its own, so none hides what the
 * next one shows.
 */
export function messageSweep(
  type: ObligationType,
  view: InterfaceView,
  field: MappingView,
  title: string,
  probes: readonly MessageProbe[],
  exclusions: readonly Exclusion[],
  context: DerivationContext,
  prerequisites: readonly string[] = [],
): Drafts {
  if (probes.length === 0) return { ...NOTHING, exclusions };
  const record = aboutRecord(view, context);
  const trigger = triggerOf(view, context);
  const obligations: readonly ObligationDraft[] = probes.map(({ what, objective }) => ({
    phase: 'OQ',
    type,
    element: field.element.key,
    elementId: field.id,
    semanticKey: `${type}|${field.id}|${what}`,
    objective,
  }));
  const items: readonly SweepItem[] = probes.map(({ what, message, input, expected, testData }) => ({
    accounts: [],
    testData: testData ?? [],
    steps: [
      {
        system: messageLogOf(view.id, context),
        action: `Send one ${message ?? messageToSend(view)} about ${record} with the approved message tool: ${input}.`,
        expected,
        record: 'Write message id, time, the value seen at the receiver and where the message ended.',
        proves: [`${type}|${field.id}|${what}`],
      },
    ],
  }));
  return {
    ...NOTHING,
    obligations,
    exclusions,
    sweeps: [
      {
        type,
        element: field.element.key,
        elementId: field.id,
        semanticKey: `${type}|${field.id}`,
        title,
        objective: `${title}.`,
        setup: {
          initialState: trigger.initialState,
          prerequisites: [
            ...trigger.prerequisites,
            'Each message has a key of its own, so that none is taken for a repeat.',
            ...counterNote(view),
            ...prerequisites,
          ],
          accounts: [],
          testData: trigger.testData,
          cleanUp: trigger.cleanUp,
        },
        opening: [beforeMessages(view, record, context)],
        items,
        closing: afterMessages(
          view,
          record,
          'Every value is that of the last accepted message of this case; nothing of a rejected one is found.',
          context,
        ),
        support: fieldSupport(view, field.element.key, context),
      },
    ],
  };
}
