import type { Condition } from '../language/condition.ts';
import { partsOf } from '../model/condition/normal-form.ts';
import type { DerivationContext } from './derivation-context.ts';
import type { Account, InitialState } from './draft.ts';
import type { InterfaceView } from './interface-view.ts';
import type { TransitionView } from './lifecycle-view.ts';
import { personCasesOf } from './positive-cases.ts';
import type { Outcome } from './settled/settled-plant.ts';
import type { Situation } from './settled/stories.ts';
import { enteredValues } from './strategies/pos.ts';
import { startAction, testSignatures } from './wording/acting.ts';
import { listed, notDeclared } from './wording/gaps.ts';
import { cleanUp, initialStates, lifecyclesIn, startingPoint, testRecords } from './wording/setup-words.ts';
import { actingAccount, recordOfObject, systemOf } from './wording/test-names.ts';

/** How the real sender is made to send one message, and everything that must be so before. */
export interface InterfaceTrigger {
  readonly system: string;
  readonly action: string;
  /** Name of the test record that the message is about. */
  readonly record: string;
  readonly accounts: readonly Account[];
  readonly initialState: readonly InitialState[];
  readonly prerequisites: readonly string[];
  readonly testData: readonly string[];
  readonly cleanUp: readonly string[];
  /** The step of the model that sends it; absent where the trigger lies outside the model. */
  readonly sending:
    | { readonly transition: TransitionView; readonly situation: Situation; readonly outcome: Outcome }
    | undefined;
}

/** The step that sends a message over this interface: an emitting transition, a step that asks over it, or its declared trigger. */
export function triggerOf(view: InterfaceView, context: DerivationContext): InterfaceTrigger {
  return context.once(`trigger ${view.id}`, () => findTrigger(view, context));
}

function findTrigger(view: InterfaceView, context: DerivationContext): InterfaceTrigger {
  const askers = context.lifecycles
    .flatMap(({ transitions }) => transitions)
    .filter(({ when }) => when !== undefined && queries(when, view.id));
  for (const transition of [...view.emitters, ...askers]) {
    const positive = personCasesOf(transition, context)[0];
    if (positive === undefined) continue;
    const { situation, outcome } = positive.story;
    const actor = actingAccount(transition);
    const signers = testSignatures(transition, actor, context).map(({ signer }) => signer);
    const sign = signers.length === 0 ? '' : ` Sign as ${listed(signers.map(({ account }) => account))}.`;
    const lifecycles = lifecyclesIn(situation, transition.lifecycle);
    return {
      system: systemOf(context.lifecycle(transition.lifecycle)),
      action: `${startAction({ transition, way: 'person' }, actor, enteredValues(transition, context), context)}${sign}`,
      record: aboutRecord(view, context),
      accounts: [...new Map([actor, ...signers].map((account) => [account.account, account])).values()],
      initialState: initialStates(situation, transition.lifecycle, positive.arc.from, context),
      prerequisites: startingPoint(situation, transition.lifecycle, positive.arc.from, context),
      testData: testRecords(lifecycles, context),
      cleanUp: cleanUp(lifecycles, context),
      sending: { transition, situation, outcome },
    };
  }
  return outsideTrigger(view, context);
}

function outsideTrigger(view: InterfaceView, context: DerivationContext): InterfaceTrigger {
  const record = aboutRecord(view, context);
  return {
    system: view.from,
    action: outsideAction(view, record),
    record,
    accounts: [],
    initialState: [
      { system: view.from, state: `${record} exists and has not been sent` },
      ...view.to.map((system) => ({ system, state: `nothing of ${view.id} received for ${record}` })),
    ],
    prerequisites: [],
    testData: [
      `${record}: test record, to be prepared in ${view.from}; write the number that the system issues for it.`,
    ],
    cleanUp: [
      `Mark ${record} as test material that must not be used or shipped.`,
      'Restore the test data set before the next case.',
    ],
    sending: undefined,
  };
}

function outsideAction({ id, from, attributes, emitters }: InterfaceView, record: string): string {
  const { trigger } = attributes;
  if (trigger?.event !== undefined) return `In ${from} bring about for ${record}: ${trigger.event}.`;
  if (trigger?.every !== undefined)
    return `In ${from} save ${record} and let the next run of ${id} pass (every ${trigger.every}).`;
  if (trigger?.at !== undefined) return `In ${from} save ${record} and let the run of ${id} at ${trigger.at} pass.`;
  if (trigger?.manual !== undefined) return `In ${from} start ${id} for ${record} (${trigger.manual}).`;
  const [emitter] = emitters;
  if (emitter !== undefined) return `Bring about ${emitter.id} (${emitter.event}) for ${record}.`;
  return `In ${from} make ${record} go out over ${id} (${notDeclared(`what starts ${id}`)}; write what was done).`;
}

/** Name of the record that the messages of an interface are about: declared, else the emitters' object, else the interface's own. */
export function aboutRecord(view: InterfaceView, context: DerivationContext): string {
  return context.once(`about ${view.id}`, () => findAboutRecord(view, context));
}

function findAboutRecord({ id, attributes, emitters, fields }: InterfaceView, context: DerivationContext): string {
  const object =
    attributes.about ?? (emitters[0] === undefined ? undefined : context.lifecycle(emitters[0].lifecycle)?.object);
  if (object !== undefined) return recordOfObject(object);
  const keyed = [...fields].sort((a, b) => Number(b.attributes.key ?? false) - Number(a.attributes.key ?? false));
  const source = keyed
    .flatMap(({ attributes: { from } }) => from ?? [])
    .find((name) => context.model.get('field', name) !== undefined);
  return recordOfObject(source?.split('.')[0] ?? id);
}

function queries(condition: Condition, id: string): boolean {
  if (condition.kind === 'read' && condition.from === 'query' && condition.interface === id) return true;
  return partsOf(condition).some((part) => queries(part, id));
}
