import type { Condition } from '../../language/condition.ts';
import { guardAtoms } from '../../model/condition/atoms.ts';
import { ABSENT } from '../../model/condition/state-vocabulary.ts';
import type { DerivationContext } from '../derivation-context.ts';
import { joinDrafts, NOTHING, type Account, type CaseDraft, type Drafts, type StepDraft } from '../draft.ts';
import { arcsOf, type Arc, type TransitionView } from '../lifecycle-view.ts';
import { storyOf, storyWithConsequence, type TransitionStory } from '../transition-stories.ts';
import { transitionSupport } from '../transition-support.ts';
import { signatureSteps, signatureWindow, startAction, testSignatures } from '../wording/acting.ts';
import { conditionWords } from '../wording/condition-words.ts';
import type { FilledValue } from '../wording/filled-values.ts';
import { valuesPrepared, valuesUnder } from '../wording/guard-values.ts';
import { listed } from '../wording/gaps.ts';
import { withinLatency } from '../wording/limits.ts';
import { followerSteps, messageLogSteps } from '../wording/observations.ts';
import { cleanUp, initialStates, lifecyclesIn, startingPoint, systemsUp, testRecords } from '../wording/setup-words.ts';
import { actingAccount, observerOf, recordOf, systemOf } from '../wording/test-names.ts';
import type { Strategy } from './strategy.ts';

/** Each arc fires from each source state, in each way that starts it, by each role that may. */
export const positive: Strategy = {
  type: 'POS',
  rule: 'Each transition fires from each of its source states, in each way that may start it and by each role that may.',
  derive: (context) =>
    joinDrafts(context.lifecycles.flatMap(arcsOf).flatMap((arc) => waysOf(arc).map((way) => draft(arc, way, context)))),
};

/** One way to start an arc, as its semantic key names it. */
export type PositiveWay =
  | { readonly kind: 'person'; readonly role: string }
  | { readonly kind: 'message'; readonly message: string }
  | { readonly kind: 'automatic' | 'time' | 'not declared' };

/** All ways of an arc. From the first source state every role that may start it does; from the others the first one. */
export function waysOf({ transition, from }: Arc): readonly PositiveWay[] {
  const ways: PositiveWay[] = [];
  const roles = from === transition.sources[0] ? transition.by : transition.by.slice(0, 1);
  for (const role of roles) ways.push({ kind: 'person', role });
  for (const message of transition.receives?.messages ?? []) ways.push({ kind: 'message', message });
  if (transition.auto) ways.push({ kind: 'automatic' });
  if (transition.after !== undefined) ways.push({ kind: 'time' });
  return ways.length > 0 ? ways : [{ kind: 'not declared' }];
}

/** `POS|NCR.T03|UnderReview|person:MRB_CHAIR`. */
export function positiveKey({ transition, from }: Arc, way: PositiveWay): string {
  const how =
    way.kind === 'person' ? `person:${way.role}` : way.kind === 'message' ? `message:${way.message}` : way.kind;
  return `POS|${transition.id}|${from}|${how}`;
}

/** The situation in which an arc fires in a way, and what it leads to; undefined = the declared steps lead to none. */
export function storyFor(
  { transition, from }: Arc,
  way: PositiveWay,
  context: DerivationContext,
): TransitionStory | undefined {
  switch (way.kind) {
    case 'person':
    case 'time':
    case 'not declared':
      return storyOf(transition, from, way.kind, context);
    case 'automatic':
      return (
        storyWithConsequence(transition, from, 'automatic', context) ?? storyOf(transition, from, 'automatic', context)
      );
    case 'message':
      return (
        storyWithConsequence(transition, from, { message: way.message }, context) ??
        storyOf(transition, from, 'message', context)
      );
  }
}

function draft(arc: Arc, way: PositiveWay, context: DerivationContext): Drafts {
  const { transition, from } = arc;
  const semanticKey = positiveKey(arc, way);
  const objective = `${transition.id} (${transition.event}) fires from ${from === ABSENT ? 'no record' : from} ${wayWords(way)} and leads to ${targetWords(arc)}.`;
  const obligation = {
    phase: 'OQ',
    type: 'POS',
    element: transition.key,
    elementId: transition.id,
    semanticKey,
    objective,
  } as const;
  const story = storyFor(arc, way, context);
  if (story === undefined) {
    const reason = context.stories.cut(transition.lifecycle)
      ? 'No situation in which it fires was found before the bound on situations was reached.'
      : 'By the declared steps no situation with one record of each object is reached in which it fires in this way.';
    return { ...NOTHING, exclusions: [{ rule: 'POS', element: transition.key, what: objective, reason }] };
  }
  return {
    ...NOTHING,
    obligations: [obligation],
    cases: [positiveCase(arc, way, story, semanticKey, objective, context)],
  };
}

function positiveCase(
  arc: Arc,
  way: PositiveWay,
  story: TransitionStory,
  semanticKey: string,
  objective: string,
  context: DerivationContext,
): CaseDraft {
  const { transition, from } = arc;
  const { situation, outcome } = story;
  const acting = outcome.step.transition;
  const person = outcome.step.way === 'person' || outcome.step.way === 'not declared';
  const actor = person
    ? actingAccount(acting, way.kind === 'person' && acting.id === transition.id ? way.role : undefined)
    : observerOf(acting, context);
  const followers = followerSteps(outcome, situation, context);
  const proving = followers.find(({ lifecycle }) => lifecycle === transition.lifecycle)?.step;
  const own = acts(story, actor, context);
  const proof = acting.id === transition.id ? own.at(-1) : (proving ?? own.at(-1));
  const steps: readonly StepDraft[] = [
    before(acting, situation.world.states[acting.lifecycle] ?? ABSENT, actor, context),
    ...own,
    ...followers.map(({ step }) => step),
    ...messageLogSteps(outcome, context),
  ].map((step) => (step === proof ? { ...step, proves: [semanticKey] } : step));
  const lifecycles = lifecyclesIn(situation, transition.lifecycle);
  return {
    type: 'POS',
    element: transition.key,
    elementId: transition.id,
    semanticKey,
    title: `${transition.id} ${transition.event}: from ${from === ABSENT ? 'no record' : from} ${wayWords(way)}`,
    objective,
    setup: {
      initialState: initialStates(situation, transition.lifecycle, from, context),
      prerequisites: [
        ...startingPoint(situation, transition.lifecycle, from, context),
        ...conditionsPrepared(story, context),
        ...systemsUp(
          outcome.messages.map(({ message }) => message),
          context,
        ),
      ],
      accounts: person ? accounts(acting, actor, context) : [actor],
      testData: [...testRecords(lifecycles, context), ...valuesEntered(acting, context)],
      cleanUp: cleanUp(lifecycles, context),
    },
    steps,
    support: transitionSupport(transition, outcome, context),
  };
}

function before(transition: TransitionView, from: string, actor: Account, context: DerivationContext): StepDraft {
  const lifecycle = context.lifecycle(transition.lifecycle);
  const [system, record] = [systemOf(lifecycle), recordOf(lifecycle)];
  const who = `As ${actor.account} in`;
  return from === ABSENT
    ? {
        system,
        action: `${who} ${system} look for ${record}.`,
        expected: `No ${transition.lifecycle} record is found for it.`,
        record: 'Write the number of records found.',
        proves: [],
      }
    : {
        system,
        action: `${who} ${system} open ${record} and read status, record version and all fields.`,
        expected: `${transition.lifecycle} is ${from}.`,
        record: 'Write status, version and field values; attach a screen that shows user, clock and environment.',
        proves: [],
      };
}

/** What is done and what the owner then shows: one step, or a signature window and the signing. */
function acts(story: TransitionStory, actor: Account, context: DerivationContext): readonly StepDraft[] {
  const { step } = story.outcome;
  const { transition } = step;
  const system = systemOf(context.lifecycle(transition.lifecycle));
  const start = startAction(step, actor, enteredValues(transition, context), context);
  const result = ownResult(step.to, story, context);
  const signatures =
    step.way === 'person' || step.way === 'not declared' ? testSignatures(transition, actor, context) : [];
  const [first] = signatures;
  const last = signatures.at(-1);
  if (first === undefined || last === undefined) {
    return [
      {
        system,
        action: `${start} Note the time on the reference clock as T0.`,
        expected: result,
        record: 'Write T0, status, version and every field that changed.',
        proves: [],
      },
    ];
  }
  return [
    {
      system,
      action: start,
      expected: signatureWindow(first),
      record: 'Write what the window asks for and the meaning shown.',
      proves: [],
    },
    ...signatureSteps(transition, actor, context),
    {
      system,
      action: `Enter the credentials of ${last.signer.account} and confirm. Note the time on the reference clock as T0.`,
      expected: result,
      record: 'Write T0, status, version and every field that changed.',
      proves: [],
    },
  ];
}

function ownResult(to: string, { outcome }: TransitionStory, context: DerivationContext): string {
  const { transition, way } = outcome.step;
  const changed = [
    'status',
    ...enteredValues(transition, context).map(({ field }) => field),
    ...(transition.element.attributes.sign === undefined ? [] : ['signature']),
  ];
  const state = outcome.step.from === to ? `${transition.lifecycle} stays ${to}` : `${transition.lifecycle} is ${to}`;
  const when = way === 'message' ? `${withinLatency(outcome.step.through, context)}: ` : '';
  const entered = enteredValues(transition, context).map(({ field, value }) => `${field} is ${value}`);
  const rest =
    outcome.step.from === ABSENT
      ? 'Its fields hold the values brought.'
      : `The record version is one higher than in step 10. Apart from ${listed(changed)} and the stamps of the change, every field equals step 10.`;
  const made = Object.keys(transition.element.attributes.creates ?? {});
  const created = made.length === 0 ? '' : ` One new ${listed(made)} record exists with ${createdStates(transition)}.`;
  const does = (transition.element.attributes.does ?? []).map((effect) => ` Also seen: ${effect}.`).join('');
  return `${when}${state}${entered.length === 0 ? '' : `; ${listed(entered)}`}. ${rest}${created}${does}`;
}

function createdStates(transition: TransitionView): string {
  const parts: string[] = [];
  for (const statuses of Object.values(transition.element.attributes.creates ?? {})) {
    if (typeof statuses !== 'object' || statuses === null) continue;
    for (const [lifecycle, state] of Object.entries(statuses))
      if (typeof state === 'string')
        parts.push(`${lifecycle} ${state === 'same' ? 'as on the record it came from' : state}`);
  }
  return parts.length === 0 ? 'its first statuses' : listed(parts);
}

/** Conditions of the step and of what follows from it that the tester has to prepare. */
function conditionsPrepared({ outcome }: TransitionStory, context: DerivationContext): readonly string[] {
  return [outcome.step, ...outcome.consequences].flatMap(({ transition, prepared, way }) => {
    if (!prepared || way === 'automatic') return [];
    const parts = [transition.when, way === 'message' ? transition.receives?.filter : undefined].filter(
      (part) => part !== undefined,
    );
    return [`Prepared for ${transition.id}: ${parts.map((part) => conditionWords(part, context.model)).join('; ')}.`];
  });
}

function accounts(transition: TransitionView, actor: Account, context: DerivationContext): readonly Account[] {
  const signers = testSignatures(transition, actor, context).map(({ signer }) => signer);
  return [...new Map([actor, ...signers].map((account) => [account.account, account])).values()];
}

function valuesEntered(transition: TransitionView, context: DerivationContext): readonly string[] {
  const prepared = valuesPrepared(transition, allHold(transition), context.model);
  return [...enteredValues(transition, context), ...prepared].map(
    ({ field, value }) => `${field} = ${value}: test value, to be prepared.`,
  );
}

/** What the tester enters in the step, so that every atom of its condition holds. */
export function enteredValues(transition: TransitionView, context: DerivationContext): readonly FilledValue[] {
  return valuesUnder(transition, allHold(transition), context.model);
}

function allHold({ when }: TransitionView): readonly { readonly condition: Condition; readonly holds: boolean }[] {
  return when === undefined ? [] : guardAtoms(when).map(({ condition }) => ({ condition, holds: true }));
}

/** `by MRB_CHAIR`, `by IF-002.HOLD`, `by the system`. */
export function wayWords(way: PositiveWay): string {
  switch (way.kind) {
    case 'person':
      return `by ${way.role}`;
    case 'message':
      return `by message ${way.message}`;
    case 'automatic':
      return 'by the system';
    case 'time':
      return 'by time';
    case 'not declared':
      return '(NOT DECLARED: who starts it)';
  }
}

function targetWords({ transition, from }: Arc): string {
  const { to } = transition;
  return to.kind === 'state'
    ? to.state
    : to.kind === 'same'
      ? `the same state ${from}`
      : `whichever of ${listed(to.states, 'or')} it was in last`;
}
