import type { DerivationContext } from '../derivation-context.ts';
import { joinDrafts, NOTHING, type CaseDraft, type Drafts, type ObligationDraft, type StepDraft } from '../draft.ts';
import { triggerOf, type InterfaceTrigger } from '../interface-trigger.ts';
import type { InterfaceView } from '../interface-view.ts';
import { interfaceSupport } from '../transition-support.ts';
import { effectPhrase } from '../wording/effects.ts';
import { listed, notDeclared } from '../wording/gaps.ts';
import { messageLogOf, nothingFailed, withinLatency } from '../wording/limits.ts';
import { alarmWords } from '../wording/rejection.ts';
import { recordOf } from '../wording/test-names.ts';
import type { Strategy } from './strategy.ts';

/** Four outages per interface: nothing is lost, nothing doubled, nothing released that must not be. */
export const downtime: Strategy = {
  type: 'DWN',
  rule: 'Per interface: source down, target down, carrier down, cut in the middle of a message: behaviour as declared, holds stay, fallback is used, backlog arrives once and in order, reconciliation shows no difference.',
  derive: (context) => joinDrafts(context.interfaces.map((view) => interfaceDrafts(view, context))),
};

type Outage = 'source' | 'target' | 'carrier' | 'cut';
const OUTAGES: readonly Outage[] = ['source', 'target', 'carrier', 'cut'];

interface Downtime {
  readonly view: InterfaceView;
  readonly outage: Outage;
  readonly trigger: InterfaceTrigger;
  readonly carrier: string;
  readonly receivers: string;
  readonly context: DerivationContext;
}

function interfaceDrafts(view: InterfaceView, context: DerivationContext): Drafts {
  if (view.attributes.whenDown === undefined) {
    return {
      ...NOTHING,
      exclusions: [
        {
          rule: 'DWN',
          element: view.key,
          what: `Four outages of ${view.id}`,
          reason: 'NOT DECLARED: what holds while an end is down (whenDown); no behaviour can be expected.',
        },
      ],
    };
  }
  const { via, kind } = view.attributes.transport ?? {};
  const carrier =
    via ??
    (kind === undefined
      ? `the carrier of ${view.id} (${notDeclared('transport')})`
      : `the ${kind} connection of ${view.id}`);
  const trigger = triggerOf(view, context);
  return joinDrafts(
    OUTAGES.map((outage) => {
      const scene: Downtime = { view, outage, trigger, carrier, receivers: listed(view.to), context };
      const semanticKey = `DWN|${view.id}|${outage}`;
      const objective = `${sentenceOf(scene)}: ${view.id} does what is declared (${view.attributes.whenDown?.mode ?? ''}), nothing is lost and nothing doubled.`;
      const obligation: ObligationDraft = {
        phase: 'OQ',
        type: 'DWN',
        element: view.key,
        elementId: view.id,
        semanticKey,
        objective,
      };
      return { ...NOTHING, obligations: [obligation], cases: [outageCase(scene, semanticKey, objective)] };
    }),
  );
}

function sentenceOf({ view, outage, receivers, carrier }: Downtime): string {
  return {
    source: `${view.from} is down`,
    target: `${receivers} is down`,
    carrier: `${carrier} is down`,
    cut: `The connection is cut while a message is on its way`,
  }[outage];
}

function outageCase(scene: Downtime, semanticKey: string, objective: string): CaseDraft {
  const { view, trigger, context, outage } = scene;
  const names: Readonly<Record<Outage, string>> = {
    source: 'source down',
    target: 'target down',
    carrier: 'carrier down',
    cut: 'connection cut in the middle of a message',
  };
  const steps = outage === 'source' ? sourceDown(scene) : outage === 'cut' ? cutMidway(scene) : receiverDown(scene);
  const { whenDown } = view.attributes;
  return {
    type: 'DWN',
    element: view.key,
    elementId: view.id,
    semanticKey,
    title: `${view.id}: ${names[outage]}`,
    objective,
    setup: {
      initialState: trigger.initialState,
      prerequisites: [
        ...trigger.prerequisites,
        `The outage is agreed with the owners of ${listed([...new Set([view.from, ...view.to, view.attributes.transport?.via ?? view.from])])}; no productive record is concerned.`,
        ...(whenDown?.buffer === undefined || whenDown.mode !== 'queue'
          ? []
          : [
              `The buffer of ${whenDown.buffer} is not waited for here; its setting is checked at installation (IQ CFG).`,
            ]),
      ],
      accounts: trigger.accounts,
      testData: [
        ...trigger.testData,
        ...(whenDown?.fallback ?? []).map((form) => `${form}: a copy of the current revision; write its revision.`),
      ],
      cleanUp: trigger.cleanUp,
    },
    steps: proving(steps, semanticKey),
    support: [
      ...interfaceSupport(view.id, context),
      ...(view.attributes.reconcile === undefined ? [] : [`reconciliation:${view.attributes.reconcile}`]),
      ...(whenDown?.fallback ?? []).map((form) => `document:${form}`),
    ]
      .filter((key) => context.model.elements.has(key))
      .sort(),
  };
}

/** Every step from the outage on proves the obligation, for it is about the whole course. */
function proving(steps: readonly StepDraft[], semanticKey: string): readonly StepDraft[] {
  return steps.map((step, position) => (position < 2 ? step : { ...step, proves: [semanticKey] }));
}

/** Records with a status at the receivers, else the one that the message is about. */
function recordsAtReceiver({ view, trigger, context }: Downtime): string {
  const records = view.receivers.map(({ lifecycle }) => recordOf(context.lifecycle(lifecycle)));
  return records.length === 0 ? trigger.record : listed([...new Set(records)].sort());
}

function before(scene: Downtime): StepDraft {
  const { view, trigger, receivers } = scene;
  return {
    system: view.to[0] ?? view.from,
    action: `In ${view.from} and ${receivers} read status, values and record version of ${listed([...new Set([trigger.record, recordsAtReceiver(scene)])])}.`,
    expected: 'They are those of the initial state.',
    record: 'Write status, values and record versions of both sides.',
    proves: [],
  };
}

function stop(system: string, what: string): StepDraft {
  return {
    system,
    action: `${what} Note the time on the reference clock as T0.`,
    expected: `${system} is shown as not reachable in its monitor.`,
    record: 'Write T0 and what the monitor shows.',
    proves: [],
  };
}

/** The target or the carrier does not answer, while the sender goes on. */
function receiverDown(scene: Downtime): readonly StepDraft[] {
  const { view, outage, trigger, carrier, receivers } = scene;
  const down = outage === 'target' ? receivers : carrier;
  return [
    before(scene),
    stop(down, outage === 'target' ? `Stop ${receivers}.` : `Stop ${carrier}.`),
    {
      system: trigger.system,
      action: trigger.action,
      expected: whileDown(scene),
      record: 'Write the text shown, status and version in the sender, and the number of waiting messages.',
      proves: [],
    },
    alarm(scene),
    ...fallback(scene),
    recovery(scene, `Start ${down} again.`),
    ...reconciliation(scene),
    count(scene, view),
  ];
}

/** The sender itself is down: nothing new can be sent, and what holds must go on holding. */
function sourceDown(scene: Downtime): readonly StepDraft[] {
  const { view, trigger, receivers } = scene;
  const question = view.attributes.pattern === 'request-reply';
  return [
    before(scene),
    stop(view.from, `Stop ${view.from}.`),
    {
      system: view.to[0] ?? view.from,
      action: `In ${receivers} open ${recordsAtReceiver(scene)} and read what ${view.id} has brought; then try one step that its status refuses.`,
      expected: question
        ? `No question of ${view.id} arrives and no answer is given; the step is refused as it is with ${view.from} up.`
        : `Status and values are those of step 10; the step is refused as it is with ${view.from} up. A record that is held stays held.`,
      record: 'Write the step tried, the text shown, status and values.',
      proves: [],
    },
    ...fallback(scene),
    recovery(scene, `Start ${view.from} again. ${trigger.action}`),
    ...reconciliation(scene),
    count(scene, view),
  ];
}

function cutMidway(scene: Downtime): readonly StepDraft[] {
  const { view, trigger, carrier, receivers } = scene;
  return [
    before(scene),
    {
      system: carrier,
      action: `Prepare the cut between ${view.from} and ${receivers} so that it takes effect in the moment in which ${view.from} sends. Note the time on the reference clock as T0.`,
      expected: 'The cut is ready; traffic passes until it is made.',
      record: 'Write T0 and how the cut is made.',
      proves: [],
    },
    {
      system: trigger.system,
      action: `${trigger.action} Make the cut in that moment.`,
      expected: `The step is completed as a whole or refused as a whole; ${receivers} shows either the state of step 10 or the whole effect, no half update.`,
      record: 'Write what both sides show, the text in the sender, status and versions.',
      proves: [],
    },
    alarm(scene),
    recovery(scene, 'Close the cut.'),
    ...reconciliation(scene),
    count(scene, view),
  ];
}

/** What the sender does while nobody answers. */
function whileDown({ view, outage, trigger, receivers, context }: Downtime): string {
  const { whenDown } = view.attributes;
  const step = trigger.sending?.outcome.step;
  const sent =
    step === undefined ? 'The sender completes its step' : `${step.transition.lifecycle} is ${step.to} in ${view.from}`;
  const state =
    step === undefined
      ? 'the record is as in step 10'
      : `${step.transition.lifecycle} stays ${step.from}; the record version equals step 10`;
  switch (whenDown?.mode) {
    case 'queue':
      return `${sent}. One message of ${view.id} waits in ${outage === 'carrier' ? `${view.from}, which cannot hand it over` : messageLogOf(view.id, context)}; none is lost, none set aside before its retries have ended.`;
    case 'refuse':
      return `Refused with a text that names ${receivers} as not reachable; ${state}.`;
    case 'last-known':
      return `${receivers === '' ? 'The receiver' : receivers} keeps the last values that it got, with their time; the sender shows that nothing new was taken.${whenDown.note === undefined ? '' : ` (${whenDown.note}.)`}`;
    case 'proceed':
      return `${sent}, UNCHECKED, as declared (whenDown: proceed); the record is marked so that it can be checked afterwards. Write how it is marked.`;
    case 'manual':
      return `The screen says that ${view.id} is not available and names ${listed(whenDown.fallback ?? [notDeclared(`fallback of ${view.id}`)])}; ${state}.`;
    case undefined:
      return notDeclared(`what ${view.id} does while it is down`);
  }
}

function alarm({ view, context }: Downtime): StepDraft {
  return {
    system: messageLogOf(view.id, context),
    action: `Watch where alarms of ${view.id} arrive until the limit has passed.`,
    expected: `While the outage lasts, ${alarmWords(view)}; none before that time.`,
    record: 'Write the time of the alarm, its text and who got it.',
    proves: [],
  };
}

function fallback({ view, trigger }: Downtime): readonly StepDraft[] {
  const { whenDown } = view.attributes;
  const forms = whenDown?.fallback ?? [];
  if (forms.length === 0) {
    const said = whenDown?.notApplicable?.['fallback'] ?? whenDown?.note;
    if (said === undefined) return [];
    return [
      {
        system: view.from,
        action: `Ask the user on shift what is done for ${trigger.record} until ${view.id} is back, without a hint.`,
        expected: `The answer is what is declared: ${said}.`,
        record: 'Write the answer and the function of the person.',
        proves: [],
      },
    ];
  }
  return forms.map((form) => ({
    system: 'paper',
    action: `Fill in ${form} for ${trigger.record} as its instructions say.`,
    expected: `${form} can be completed with what is known during the outage${whenDown?.note === undefined ? '' : ` (${whenDown.note})`}; it carries record, event, time of the event and signature.`,
    record: 'Write the number of the form and its revision; attach a copy.',
    proves: [],
  }));
}

function recovery(scene: Downtime, action: string): StepDraft {
  const { view, trigger, context, receivers } = scene;
  const { whenDown } = view.attributes;
  const refused = (whenDown?.mode === 'refuse' || whenDown?.mode === 'manual') && scene.outage !== 'source';
  const again = refused ? ` ${trigger.action}` : '';
  const caught =
    whenDown?.catchUp === undefined
      ? (whenDown?.fallback ?? []).length === 0
        ? ''
        : ` Entries on the form come back as follows: ${notDeclared(`catchUp of ${view.id}`)}; write order, event time and entry time.`
      : ` Entries come back as declared: ${whenDown.catchUp}; event time and entry time are both shown.`;
  const seen = withinLatency([view.id], context, 'the moment in which the connection is back');
  return {
    system: view.to[0] ?? view.from,
    action: `${action}${again}`,
    expected: `${seen}: ${effectPhrase(view, trigger, context)}${view.attributes.pattern === 'request-reply' ? '' : `. ${receivers} shows it once`}.${caught}`,
    record: 'Write the time at which the connection was back, the time of the effect, status, values and versions.',
    proves: [],
  };
}

function reconciliation({ view, context }: Downtime): readonly StepDraft[] {
  const id = view.attributes.reconcile;
  const control = id === undefined ? undefined : context.model.get('reconciliation', id);
  if (control === undefined) {
    const reason = view.attributes.notApplicable?.['reconcile'];
    return [
      {
        system: view.to[0] ?? view.from,
        action: `Compare the records of this case in ${view.from} and ${listed(view.to)}, field by field.`,
        expected: `No difference. (${reason === undefined ? notDeclared(`reconciliation of ${view.id}`) : `No reconciliation: ${reason}`}.)`,
        record: 'Write each value on both sides.',
        proves: [],
      },
    ];
  }
  const between = control.attributes.between ?? [view.from, ...view.to];
  return [
    {
      system: between[0] ?? view.from,
      action: `Run ${control.id} for the records of this case, between ${listed(between)}.`,
      expected: `0 differences (tolerance ${control.attributes.tolerance ?? '0'}); the records of this case are among those compared.`,
      record: 'Write the numbers of records compared and of differences; attach the result.',
      proves: [],
    },
  ];
}

function count({ context }: Downtime, view: InterfaceView): StepDraft {
  const log = messageLogOf(view.id, context);
  return {
    system: log,
    action: `Open the message log of ${log} from T0 on and count the messages of ${view.id} for this case.`,
    expected: `Each message that was sent is processed exactly once, in the order sent; none waits; ${nothingFailed([view.id], context)}.`,
    record: 'Write message ids, times and outcomes; attach the log extract of both sides.',
    proves: [],
  };
}
