import type { DerivationContext } from '../derivation-context.ts';
import { joinDrafts, NOTHING, type Drafts, type ObligationDraft, type SweepDraft, type SweepItem } from '../draft.ts';
import type { InterfaceView } from '../interface-view.ts';
import { aboutRecord, triggerOf, type InterfaceTrigger } from '../interface-trigger.ts';
import { messageToSend } from '../message-sweep.ts';
import { mappingViews, sourceWords, type MappingView } from '../mapping-view.ts';
import { interfaceSupport } from '../transition-support.ts';
import { conditionWords } from '../wording/condition-words.ts';
import { listed, notDeclared } from '../wording/gaps.ts';
import { messageLogOf, nothingFailed, withinLatency } from '../wording/limits.ts';
import { afterMessages, beforeMessages, counterNote, rejectionWords } from '../wording/rejection.ts';
import { enteredValues } from './pos.ts';
import type { Strategy } from './strategy.ts';

/** Each mapped field arrives with value and meaning; a mandatory one that is missing is rejected, an optional one leaves nothing old. */
export const mappings: Strategy = {
  type: 'MAP',
  rule: 'Each mapped field arrives with value and meaning; without a mandatory field the message is rejected; without an optional one the declared default or nothing arrives, never the value of an earlier message.',
  derive: (context) =>
    joinDrafts(context.interfaces.flatMap((view) => [typical(view, context), missing(view, context)])),
};

function typical(view: InterfaceView, context: DerivationContext): Drafts {
  const fields = mappingViews(view, context);
  if (fields.length === 0) {
    return {
      ...NOTHING,
      exclusions: [
        {
          rule: 'MAP',
          element: view.key,
          what: `Mapped fields of ${view.id}`,
          reason: 'NOT DECLARED: the interface maps no field.',
        },
      ],
    };
  }
  const trigger = triggerOf(view, context);
  const obligations = fields.map((field) =>
    obligation(
      field,
      'typical',
      `${field.id} arrives with the value and meaning of ${sourceWords(field, view, context)}.`,
    ),
  );
  const items: readonly SweepItem[] = fields.map((field) => ({
    accounts: [],
    testData: [],
    steps: [comparison(field, view, trigger, context)],
  }));
  const log = messageLogOf(view.id, context);
  return {
    ...NOTHING,
    obligations,
    sweeps: [
      {
        ...base(
          view,
          'typical',
          `${view.id}: each mapped field arrives with value and meaning`,
          `Every one of ${fields.length} mapped fields of ${view.id} arrives with its value and meaning.`,
          trigger,
          context,
        ),
        opening: [
          {
            system: trigger.system,
            action: `${trigger.action} Note the time on the reference clock as T0.`,
            expected: `One message of ${view.id} leaves ${view.from} for ${listed(view.to)}.`,
            record: 'Write T0 and the message id.',
            proves: [],
          },
        ],
        items,
        closing: [
          {
            system: log,
            action: `Open the message log of ${log} and look up this message.`,
            expected: `Acknowledged by ${listed(view.to)}; ${nothingFailed([view.id], context)}.`,
            record: 'Write message id and times; attach the log extract of both sides.',
            proves: [],
          },
        ],
      },
    ],
  };
}

function comparison(
  field: MappingView,
  view: InterfaceView,
  trigger: InterfaceTrigger,
  context: DerivationContext,
): SweepItem['steps'][number] {
  const receivers = field.reply ? [view.from] : (field.element.attributes.for ?? view.to);
  const sender = field.reply ? listed(view.to) : view.from;
  const where = `${field.reply ? 'in the reply at' : 'in'} ${listed(receivers)}`;
  return {
    system: receivers[0] ?? view.from,
    action: `Read ${field.target} ${where} for ${trigger.record} and ${sourceWords(field, view, context)} in ${sender}.`,
    expected: `${withinLatency([view.id], context)}: ${valueSeen(field, view, trigger, context)}`,
    record: 'Write both values and the time seen.',
    proves: [key(field, 'typical')],
  };
}

/** What must be seen at the receiver for what the sender holds. */
function valueSeen(
  field: MappingView,
  view: InterfaceView,
  trigger: InterfaceTrigger,
  context: DerivationContext,
): string {
  const { attributes } = field.element;
  const { target } = field;
  const entered = trigger.sending === undefined ? [] : enteredValues(trigger.sending.transition, context);
  const input = entered.find(({ field: name }) => field.sources.includes(name))?.value;
  if (attributes.map !== undefined) {
    const pairs = context.model.get('value-map', attributes.map)?.attributes.map ?? {};
    const output = input === undefined ? undefined : pairs[input];
    return output === undefined
      ? `${target} holds the code to which ${attributes.map} maps what ${field.sources.join(', ')} holds.`
      : `${target} is ${output} (${attributes.map} maps ${input ?? ''} to ${output}).`;
  }
  if (attributes.conversion !== undefined)
    return `${target} holds the value of ${field.sources.join(', ')} converted by ${attributes.conversion}, in ${field.unit ?? notDeclared(`unit of ${field.id}`)}; the worked sheet is attached (limits: type UOM).`;
  if (attributes.crosswalk !== undefined)
    return `${target} holds the key that ${attributes.crosswalk} gives for ${field.sources.join(', ')} on the side of ${listed(view.to)}.`;
  const [source] = field.sources;
  if (source === 'message') {
    const sent = trigger.sending?.outcome.messages.find(({ message }) => message.startsWith(`${view.id}.`))?.message;
    return `${target} is ${sent?.split('.')[1] ?? 'the name of the message sent'}.`;
  }
  if (source !== undefined && context.lifecycle(source) !== undefined) {
    const state =
      trigger.sending?.outcome.step.transition.lifecycle === source ? trigger.sending.outcome.step.to : undefined;
    const derived = attributes.derivation === undefined ? '' : `: ${attributes.derivation}`;
    return attributes.type === 'integer' || state === undefined
      ? `${target} is what follows from the status ${source}${derived}.`
      : `${target} is ${state}.`;
  }
  if (attributes.derivation !== undefined)
    return `${target} is ${attributes.derivation}, counted by hand from the data set.`;
  if (attributes.constant !== undefined) return `${target} is ${attributes.constant}.`;
  switch (field.type) {
    case 'integer':
    case 'decimal':
      return `${target} is the same number${input === undefined ? '' : ` (${input})`}${field.unit === undefined ? '' : ` in ${field.unit}`}, with no digit lost.`;
    case 'timestamp':
    case 'time':
    case 'date':
      return `${target} is the same point in time${attributes.zone === undefined ? '' : `, given in ${attributes.zone}`}; the shown times differ by the offset of their zones and by nothing else.`;
    default:
      return `${target} holds the same characters${input === undefined ? '' : ` (${input})`}, blanks and case included.`;
  }
}

function missing(view: InterfaceView, context: DerivationContext): Drafts {
  const fields = mappingViews(view, context).filter(
    ({ reply, element }) =>
      !reply && element.attributes.constant === undefined && element.attributes.capture !== 'manual',
  );
  if (fields.length === 0) return NOTHING;
  const record = aboutRecord(view, context);
  const obligations: ObligationDraft[] = [];
  const items: SweepItem[] = [];
  for (const field of fields) {
    for (const one of absences(field, view, context)) {
      obligations.push(obligation(field, one.what, one.objective));
      items.push({
        accounts: [],
        testData: [],
        steps: [
          {
            system: messageLogOf(view.id, context),
            action: `Send one ${one.message ?? messageToSend(view)} about ${record} with the approved message tool: ${one.input}, every other field as in the data set.`,
            expected: one.expected,
            record: 'Write message id, time, where the message ended and what the receiver shows.',
            proves: [key(field, one.what)],
          },
        ],
      });
    }
  }
  const trigger = triggerOf(view, context);
  return {
    ...NOTHING,
    obligations,
    sweeps: [
      {
        ...base(
          view,
          'missing',
          `${view.id}: fields left out`,
          `What ${view.id} does when a field is missing, field by field.`,
          { ...trigger, accounts: [], initialState: trigger.initialState },
          context,
        ),
        opening: [beforeMessages(view, record, context)],
        items,
        closing: afterMessages(
          view,
          record,
          'No value of a rejected message is found; no value of an earlier message stands where a field was left out.',
          context,
        ),
      },
    ],
  };
}

interface Absence {
  readonly what: string;
  /** The kind of message, where the requirement depends on it. */
  readonly message?: string;
  readonly objective: string;
  readonly input: string;
  readonly expected: string;
}

function absences(field: MappingView, view: InterfaceView, context: DerivationContext): readonly Absence[] {
  const { required } = field.element.attributes;
  const name = field.element.localId;
  const rejected = `${rejectionWords(view)}.`;
  if (required === true)
    return [
      {
        what: 'missing',
        objective: `${view.id} without ${name} is rejected.`,
        input: `${name} left out`,
        expected: rejected,
      },
    ];
  if (typeof required === 'object') {
    const when = conditionWords(required.when, context.model);
    const { when: asked } = required;
    const kinds =
      asked.kind === 'message' ? asked.messages.map((name) => (name.includes('.') ? name : `${view.id}.${name}`)) : [];
    const [kind] = kinds;
    const other = view.messages.map((message) => `${view.id}.${message}`).find((message) => !kinds.includes(message));
    if (kind !== undefined && other !== undefined) {
      return [
        {
          what: 'missing where required',
          message: kind,
          objective: `${kind} without ${name} is rejected.`,
          input: `${name} left out`,
          expected: rejected,
        },
        {
          what: 'missing where optional',
          message: other,
          objective: `${other} without ${name} is accepted.`,
          input: `${name} left out`,
          expected: emptyWords(field, view, context),
        },
      ];
    }
    return [
      {
        what: 'missing where required',
        objective: `${view.id} without ${name} is rejected when ${when}.`,
        input: `${name} left out while ${when}`,
        expected: rejected,
      },
      {
        what: 'missing where optional',
        objective: `${view.id} without ${name} is accepted when it is not required.`,
        input: `${name} left out while it is not so that ${when}`,
        expected: emptyWords(field, view, context),
      },
    ];
  }
  return [
    {
      what: 'missing',
      objective: `${view.id} without ${name} brings the declared default or nothing.`,
      input: `${name} left out`,
      expected: emptyWords(field, view, context),
    },
  ];
}

function emptyWords(field: MappingView, view: InterfaceView, context: DerivationContext): string {
  const { attributes } = field.element;
  const seen = withinLatency([view.id], context, 'sending');
  if (attributes.default !== undefined) return `${seen}: accepted; ${field.target} is ${attributes.default}.`;
  switch (attributes.whenEmpty) {
    case 'reject':
      return `${rejectionWords(view)}.`;
    case 'keep':
      return `${seen}: accepted; ${field.target} keeps the value of step 10, as declared.`;
    case 'clear':
      return `${seen}: accepted; ${field.target} is empty.`;
    case 'omit':
      return `${seen}: accepted; the message carries no ${field.target}; the receiver shows it empty for a new record.`;
    default:
      return `${seen}: accepted; ${field.target} does not show the value of an earlier message. (${notDeclared(`what an empty ${field.id} does at the receiver`)}; write what it shows.)`;
  }
}

function key(field: MappingView, what: string): string {
  return `MAP|${field.id}|${what}`;
}

function obligation(field: MappingView, what: string, objective: string): ObligationDraft {
  return {
    phase: 'OQ',
    type: 'MAP',
    element: field.element.key,
    elementId: field.id,
    semanticKey: key(field, what),
    objective,
  };
}

function base(
  view: InterfaceView,
  what: string,
  title: string,
  objective: string,
  trigger: InterfaceTrigger,
  context: DerivationContext,
): Omit<SweepDraft, 'opening' | 'items' | 'closing'> {
  return {
    type: 'MAP',
    element: view.key,
    elementId: view.id,
    semanticKey: `MAP|${view.id}|${what}`,
    title,
    objective,
    setup: {
      initialState: trigger.initialState,
      prerequisites: [...trigger.prerequisites, ...counterNote(view)],
      accounts: trigger.accounts,
      testData: trigger.testData,
      cleanUp: trigger.cleanUp,
    },
    support: interfaceSupport(view.id, context),
  };
}
