import type { Condition } from '../../language/condition.ts';
import { guardAtoms, guardCases, ineffectiveAtoms, type Atom, type GuardCase } from '../../model/condition/atoms.ts';
import { ABSENT } from '../../model/condition/state-vocabulary.ts';
import type { DerivationContext } from '../derivation-context.ts';
import { joinDrafts, NOTHING, type CaseDraft, type Drafts, type ObligationDraft, type StepDraft } from '../draft.ts';
import { interfacesEmitted } from '../emitted.ts';
import type { TransitionView } from '../lifecycle-view.ts';
import { negativeExcluded } from '../negatives.ts';
import type { Way } from '../settled/settled-plant.ts';
import type { Situation } from '../settled/stories.ts';
import { sceneWhere, type AskedAtom, type GuardScene } from '../transition-stories.ts';
import { transitionSupport } from '../transition-support.ts';
import { signatureWindow, startAction, testSignatures } from '../wording/acting.ts';
import { conditionWords, oppositeWords } from '../wording/condition-words.ts';
import { listed, notDeclared } from '../wording/gaps.ts';
import { LEFT_EMPTY } from '../wording/filled-values.ts';
import { valuesPrepared, valuesUnder } from '../wording/guard-values.ts';
import { afterRefusal, beforeRefusal, unchanged, type RefusalPlace } from '../wording/refusal.ts';
import { cleanUp, initialStates, lifecyclesIn, startingPoint, testRecords } from '../wording/setup-words.ts';
import { actingAccount, observerOf, recordOf, systemOf } from '../wording/test-names.ts';
import type { Strategy } from './strategy.ts';

/** Each atomic condition of a guard decides alone: unique-cause coverage, one case per situation. */
export const guards: Strategy = {
  type: 'GRD',
  rule: 'Each atomic condition of a guard, of a message filter and of a time decides alone: refused where only it is not met, allowed where only it carries an alternative.',
  derive: (context) =>
    joinDrafts(
      context.lifecycles.flatMap(({ transitions }) =>
        transitions.map((transition) => guardDrafts(transition, context)),
      ),
    ),
};

function guardDrafts(transition: TransitionView, context: DerivationContext): Drafts {
  const filter = transition.receives?.filter;
  const none = [filter, transition.when, fieldTimer(transition)].every((part) => part === undefined);
  if (none) return NOTHING;
  const negative = negativeExcluded(transition);
  if (negative !== undefined) {
    return {
      ...NOTHING,
      exclusions: [
        { rule: 'GRD', element: transition.key, what: `Conditions of ${transition.id} not met`, reason: negative },
      ],
    };
  }
  return joinDrafts([
    ...(transition.when === undefined
      ? []
      : [conditionDrafts(transition, transition.when, guardWay(transition), '', context)]),
    ...(filter === undefined ? [] : [conditionDrafts(transition, filter, 'message', 'message:', context)]),
    ...(fieldTimer(transition) === undefined ? [] : [timerDraft(transition, context)]),
  ]);
}

/** The way in which a guard is tried: as a person where one may start the step, else as the machine would. */
function guardWay(transition: TransitionView): Way {
  if (transition.by.length > 0) return 'person';
  if (transition.receives !== undefined) return 'message';
  if (transition.auto) return 'automatic';
  return transition.after === undefined ? 'not declared' : 'time';
}

function fieldTimer({ after }: TransitionView): string | undefined {
  return after === undefined || typeof after === 'string' ? undefined : after.field;
}

function conditionDrafts(
  transition: TransitionView,
  condition: Condition,
  way: Way,
  part: string,
  context: DerivationContext,
): Drafts {
  const atoms = guardAtoms(condition);
  const cases = guardCases(condition);
  const refused = cases.filter(({ expected }) => expected === 'refused');
  // What is allowed with everything fulfilled is shown by the positive cases.
  const allowed = cases.filter(
    ({ expected, assignment }) => expected === 'allowed' && [...assignment.values()].includes(false),
  );
  const silent = ineffectiveAtoms(condition).map((atom) => ({
    rule: 'GRD' as const,
    element: transition.key,
    what: `${transition.id} refused where only this is not met: ${conditionWords(atom.condition, context.model)}`,
    reason: 'This condition never decides alone: no situation differs in it and in nothing else.',
  }));
  return joinDrafts([
    ...[...bySituation(refused), ...bySituation(allowed)].map((group) =>
      guardDraft(transition, atoms, group, way, part, context),
    ),
    { ...NOTHING, exclusions: silent },
  ]);
}

/** Cases of several atoms that ask for one and the same situation are one script. */
function bySituation(cases: readonly GuardCase[]): readonly (readonly GuardCase[])[] {
  const groups = new Map<string, GuardCase[]>();
  for (const one of cases) {
    const key = [...one.assignment]
      .map(([atom, holds]) => `${atom}=${holds}`)
      .sort()
      .join('|');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

function guardDraft(
  transition: TransitionView,
  atoms: readonly Atom[],
  group: readonly GuardCase[],
  way: Way,
  part: string,
  context: DerivationContext,
): Drafts {
  const [first] = group;
  if (first === undefined) return NOTHING;
  const { assignment, expected } = first;
  const asked: readonly AskedAtom[] = atoms.map(({ key, condition }) => ({
    condition,
    holds: assignment.get(key) ?? true,
  }));
  const missing = asked.filter(({ holds }) => !holds).map(({ condition }) => oppositeWords(condition, context.model));
  const obligations = group.map(({ atom }): ObligationDraft => {
    const words =
      expected === 'refused'
        ? oppositeWords(atom.condition, context.model)
        : conditionWords(atom.condition, context.model);
    const objective =
      expected === 'refused'
        ? `${transition.id} (${transition.event}) is refused when ${words}, everything else being as it must.`
        : `${transition.id} (${transition.event}) is allowed when ${words}, although ${listed(missing)}.`;
    const semanticKey = `GRD|${transition.id}|${part}${atom.key}|${expected === 'refused' ? 'false' : 'alone'}`;
    return { phase: 'OQ', type: 'GRD', element: transition.key, elementId: transition.id, semanticKey, objective };
  });
  const proves = obligations.map(({ semanticKey }) => semanticKey);
  const title = `${transition.id} ${transition.event}: ${expected} when ${listed(missing)}`;
  const from =
    transition.sources.find((source) => sceneWhere(transition, source, asked, context).complete) ??
    transition.sources[0] ??
    ABSENT;
  const scene = sceneWhere(transition, from, asked, context);
  const prepared = asked.map(
    ({ condition, holds }) =>
      `Prepared for ${transition.id}: ${holds ? conditionWords(condition, context.model) : oppositeWords(condition, context.model)}.`,
  );
  const steps =
    expected === 'refused'
      ? refusedSteps(transition, from, way, asked, listed(missing), proves, context)
      : allowedSteps(transition, from, way, asked, proves, context);
  const script = {
    transition,
    from,
    way,
    semanticKey: proves[0] ?? '',
    title,
    objective: obligations.map(({ objective }) => objective).join(' '),
    situation: scene.situation,
    prerequisites: [...sceneWords(scene, context), ...prepared],
    asked,
    steps,
  };
  return { ...NOTHING, obligations, cases: [guardCaseDraft(script, context)] };
}

/** What has to be held back, and what the model alone does not bring about. */
function sceneWords(
  { situation, heldBack, waiting, complete }: GuardScene,
  context: DerivationContext,
): readonly string[] {
  const words: string[] = [];
  if (heldBack !== undefined) {
    const ids = interfacesEmitted(heldBack);
    const record = recordOf(context.lifecycle(heldBack.lifecycle));
    const to = [...new Set(ids.flatMap((id) => context.interface(id)?.to ?? []))];
    words.push(
      `Before step 10: stop the consumers of ${listed(ids)} in ${listed(to)}; then do ${heldBack.id} (${heldBack.event}) on ${record} and see in the log of the sender that its message waits. Start the consumers again as clean-up.`,
    );
  }
  for (const id of waiting) {
    const view = context.interface(id);
    words.push(
      `Before step 10: stop the consumer of ${id} in ${listed(view?.to ?? [])} and send one ${id} for the record, so that it waits undelivered. Start the consumer again as clean-up.`,
    );
  }
  if (!complete && situation !== undefined) {
    words.push(
      'With one record of each object and all messages delivered, these conditions do not come together. Prepare them with further test records or with messages held back; write how.',
    );
  }
  return words;
}

interface GuardScript {
  readonly transition: TransitionView;
  readonly from: string;
  readonly way: Way;
  readonly semanticKey: string;
  readonly title: string;
  readonly objective: string;
  readonly situation: Situation | undefined;
  readonly prerequisites: readonly string[];
  readonly asked: readonly AskedAtom[];
  readonly steps: readonly StepDraft[];
}

function guardCaseDraft(
  { transition, from, way, situation, prerequisites, asked, ...script }: GuardScript,
  context: DerivationContext,
): CaseDraft {
  const lifecycles = lifecyclesIn(situation, transition.lifecycle);
  const actor =
    way === 'person' || way === 'not declared' ? actingAccount(transition) : observerOf(transition, context);
  const values = [
    ...valuesUnder(transition, asked, context.model),
    ...valuesPrepared(transition, asked, context.model),
  ];
  return {
    ...script,
    type: 'GRD',
    element: transition.key,
    elementId: transition.id,
    setup: {
      initialState: initialStates(situation, transition.lifecycle, from, context),
      prerequisites: [...startingPoint(situation, transition.lifecycle, from, context), ...prerequisites],
      accounts: [actor, ...testSignatures(transition, actor, context).map(({ signer }) => signer)].filter(
        (one, at, all) => all.findIndex(({ account }) => account === one.account) === at,
      ),
      testData: [
        ...testRecords(lifecycles, context),
        ...values
          .filter(({ value }) => value !== LEFT_EMPTY)
          .map(({ field, value }) => `${field} = ${value}: test value, to be prepared.`),
      ],
      cleanUp: cleanUp(lifecycles, context),
    },
    support: transitionSupport(transition, undefined, context),
  };
}

function refusedSteps(
  transition: TransitionView,
  from: string,
  way: Way,
  asked: readonly AskedAtom[],
  words: string,
  proves: readonly string[],
  context: DerivationContext,
): readonly StepDraft[] {
  const lifecycle = context.lifecycle(transition.lifecycle);
  const actor =
    way === 'person' || way === 'not declared' ? actingAccount(transition) : observerOf(transition, context);
  const place: RefusalPlace = { transition, state: from, observer: actor.account };
  const started = { transition, way, message: transition.receives?.messages[0] };
  const person = way === 'person' || way === 'not declared';
  const action =
    way === 'automatic'
      ? `Leave ${recordOf(lifecycle)} as prepared until ${systemOf(lifecycle)} has looked at it twice (${notDeclared(`how often ${systemOf(lifecycle)} looks`)}; write how it was made sure).`
      : way === 'message'
        ? `Send one ${started.message ?? 'message'} about ${recordOf(lifecycle)} with the approved message tool, so that ${words}.`
        : startAction(started, actor, valuesUnder(transition, asked, context.model), context);
  const expected = person
    ? `Refused, before or at the signature, with a text that names the cause: ${words}. ${unchanged(place)}.`
    : `${unchanged(place)}; the log of ${systemOf(lifecycle)} shows why ${transition.event} did not happen.`;
  return [
    beforeRefusal(place, context),
    { system: systemOf(lifecycle), action, expected, record: 'Write the text shown, status and version.', proves },
    ...afterRefusal(place, person ? 'the attempt' : undefined, context),
  ];
}

function allowedSteps(
  transition: TransitionView,
  from: string,
  way: Way,
  asked: readonly AskedAtom[],
  proves: readonly string[],
  context: DerivationContext,
): readonly StepDraft[] {
  const lifecycle = context.lifecycle(transition.lifecycle);
  const system = systemOf(lifecycle);
  const actor =
    way === 'person' || way === 'not declared' ? actingAccount(transition) : observerOf(transition, context);
  const place: RefusalPlace = { transition, state: from, observer: actor.account };
  const started = { transition, way, message: transition.receives?.messages[0] };
  const signatures = way === 'person' ? testSignatures(transition, actor, context) : [];
  const [signature] = signatures;
  const to = transition.to.kind === 'state' ? transition.to.state : from;
  const result = `${transition.lifecycle} is ${to}; the record version is one higher than in step 10.`;
  const action = startAction(started, actor, valuesUnder(transition, asked, context.model), context);
  const record = 'Write status, version and time.';
  const acting: readonly StepDraft[] =
    signature === undefined
      ? [{ system, action, expected: result, record, proves }]
      : [
          { system, action, expected: signatureWindow(signature), record: 'Write the meaning shown.', proves: [] },
          {
            system,
            action: `Enter the credentials of ${signatures.map(({ signer }) => signer.account).join(', then ')} and confirm.`,
            expected: result,
            record,
            proves,
          },
        ];
  return [
    beforeRefusal(place, context),
    ...acting,
    {
      system,
      action: `Export the audit trail of ${recordOf(lifecycle)} from T0 on.`,
      expected: `One entry for ${transition.event}: old value ${from}, new value ${to}. No second change of status.`,
      record: 'Write user, old value, new value and time; attach the export.',
      proves: [],
    },
  ];
}

/** Before its date has come, a timed step does not happen. */
function timerDraft(transition: TransitionView, context: DerivationContext): Drafts {
  const field = fieldTimer(transition) ?? '';
  const lifecycle = context.lifecycle(transition.lifecycle);
  const [system, record] = [systemOf(lifecycle), recordOf(lifecycle)];
  const semanticKey = `GRD|${transition.id}|after:${field}|false`;
  const objective = `${transition.id} (${transition.event}) does not happen before ${field} has passed.`;
  const from = transition.sources[0] ?? ABSENT;
  const asked: readonly AskedAtom[] =
    transition.when === undefined
      ? []
      : guardAtoms(transition.when).map(({ condition }) => ({ condition, holds: true }));
  const { situation } = sceneWhere(transition, from, asked, context);
  const observer = observerOf(transition, context);
  const place: RefusalPlace = { transition, state: from, observer: observer.account };
  const steps: readonly StepDraft[] = [
    beforeRefusal(place, context),
    {
      system,
      action: `In ${system} set ${field} of ${record} to the day after the date of the reference clock, save, and wait until the system has looked at it twice (${notDeclared(`how often ${system} looks`)}; write how it was made sure).`,
      expected: `${transition.lifecycle} stays ${from}; no field other than ${field} has changed.`,
      record: 'Write status, date set and time waited.',
      proves: [semanticKey],
    },
    ...afterRefusal(place, undefined, context).slice(-1),
  ];
  const draft = guardCaseDraft(
    {
      transition,
      from,
      way: 'time',
      semanticKey,
      title: `${transition.id} ${transition.event}: not before ${field}`,
      objective,
      situation,
      prerequisites: [],
      asked,
      steps,
    },
    context,
  );
  return {
    ...NOTHING,
    obligations: [
      { phase: 'OQ', type: 'GRD', element: transition.key, elementId: transition.id, semanticKey, objective },
    ],
    cases: [draft],
  };
}
