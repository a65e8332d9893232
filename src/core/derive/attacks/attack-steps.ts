import { compareText } from '../../diagnostics/order.ts';
import { ABSENT } from '../../model/condition/state-vocabulary.ts';
import type { DerivationContext } from '../derivation-context.ts';
import type { Account, StepDraft } from '../draft.ts';
import { signatureWindow, startAction, testSignatures } from '../wording/acting.ts';
import { conditionWords, oppositeWords } from '../wording/condition-words.ts';
import { filledValues } from '../wording/filled-values.ts';
import { listed, notDeclared, sentence } from '../wording/gaps.ts';
import { messageLogOf, withinLatency } from '../wording/limits.ts';
import { afterRefusal, beforeRefusal, unchanged, type RefusalPlace } from '../wording/refusal.ts';
import { recordOf, systemOf } from '../wording/test-names.ts';
import type { Attack, AttackSituation } from './attack.ts';
import { attackWay, isTriedByPerson } from './attack-way.ts';
import { forbiddenWords } from './attack-words.ts';
import { aliasOf } from './test-records.ts';
import { heldWords, type HeldBack } from './way-in-words.ts';

/** What the steps of an attack are written from. */
export interface AttackScript {
  readonly attack: Attack;
  readonly situation: AttackSituation;
  readonly actor: Account;
  readonly heldBack: readonly HeldBack[];
  /** Consumers were stopped on the way. */
  readonly stopped: boolean;
  readonly proves: readonly string[];
}

/** Look, show what waits, attempt, look again, let everything arrive. */
export function attackSteps(script: AttackScript, context: DerivationContext): readonly StepDraft[] {
  const { attack, situation, actor, heldBack } = script;
  const { transition } = attack;
  const place: RefusalPlace = { transition, state: situation.attempt.from, observer: actor.account };
  const passing = situation.outcome.kind === 'passing';
  const person = isTriedByPerson(transition);
  return [
    beforeRefusal(place, context),
    ...pendingSteps(heldBack, context),
    ...(passing
      ? passingSteps(script, context)
      : [attemptStep(script, place, context), ...afterRefusal(place, person ? 'the attempt' : undefined, context)]),
    ...(passing || heldBack.length === 0 ? [] : [arrivalStep(script, [], context)]),
  ];
}

/** That the messages wait is seen before anything is tried. */
function pendingSteps(heldBack: readonly HeldBack[], context: DerivationContext): readonly StepDraft[] {
  const logs = new Map<string, HeldBack[]>();
  for (const one of heldBack) {
    const log = messageLogOf(one.interface, context);
    logs.set(log, [...(logs.get(log) ?? []), one]);
  }
  return [...logs].map(([system, waiting]) => ({
    system,
    action: `Open the message log of ${system} and look up ${heldWords(waiting)}.`,
    expected: `${sentence(heldWords(waiting))}: sent, not delivered.`,
    record: 'Write message ids and the times of sending; attach the extract.',
    proves: [],
  }));
}

/** The attempt, and that it changes nothing. */
function attemptStep(
  { attack, situation, actor, proves }: AttackScript,
  place: RefusalPlace,
  context: DerivationContext,
): StepDraft {
  const { transition, invariant } = attack;
  const lifecycle = context.lifecycle(transition.lifecycle);
  const [system, record] = [systemOf(lifecycle), recordOf(lifecycle)];
  const cause =
    situation.unmet.length === 0
      ? forbiddenWords(invariant, context)
      : situation.unmet.map(({ condition }) => oppositeWords(condition, context.model)).join('; ');
  const way = attackWay(transition);
  const person = isTriedByPerson(transition);
  const filter = transition.receives?.filter;
  const action =
    way === 'automatic'
      ? `Leave ${record} as prepared until ${system} has looked at it twice (${notDeclared(`how often ${system} looks`)}; write how it was made sure).`
      : startAction(
          { transition, way, message: transition.receives?.messages[0] },
          actor,
          valuesOfAttempt(attack, situation, context),
          context,
        );
  return {
    system,
    action: named(action, situation, record),
    expected: named(
      person
        ? `Refused, before or at the signature, with a text that names the cause: ${cause}. ${sentence(unchanged(place))}.`
        : `${sentence(unchanged(place))}; the log of ${system} shows why ${transition.event} did not happen${filter === undefined ? '' : ' although the message was received'}: ${cause}.`,
      situation,
      record,
    ),
    record: 'Write the text shown, status and version.',
    proves,
  };
}

/** The step is allowed; what it leads to must not stay. */
function passingSteps(script: AttackScript, context: DerivationContext): readonly StepDraft[] {
  const { attack, situation, actor } = script;
  const { transition } = attack;
  const lifecycle = context.lifecycle(transition.lifecycle);
  const [system, record] = [systemOf(lifecycle), recordOf(lifecycle)];
  const way = attackWay(transition);
  const signatures = way === 'person' ? testSignatures(transition, actor, context) : [];
  const [signature] = signatures;
  const action = startAction(
    { transition, way, message: transition.receives?.messages[0] },
    actor,
    valuesOfAttempt(attack, situation, context),
    context,
  );
  const to = situation.attempt.step?.transitions[0]?.to ?? '';
  const result = to === '' || to === ABSENT ? `${transition.event} is done.` : `${transition.lifecycle} is ${to}.`;
  const acting: readonly Omit<StepDraft, 'proves'>[] =
    signature === undefined
      ? [{ system, action, expected: result, record: 'Write status, version and time.' }]
      : [
          { system, action, expected: signatureWindow(signature), record: 'Write the meaning shown.' },
          {
            system,
            action: `Enter the credentials of ${signatures.map(({ signer }) => signer.account).join(', then ')} and confirm.`,
            expected: result,
            record: 'Write status, version and time.',
          },
        ];
  return [
    ...acting.map((step) => ({ ...step, action: named(step.action, situation, record), proves: [] })),
    arrivalStep(script, script.proves, context),
  ];
}

/** Everything arrives: what must never stay does not, and the plant comes to rest where the specification says. */
function arrivalStep(
  { attack, situation, stopped }: AttackScript,
  proves: readonly string[],
  context: DerivationContext,
): StepDraft {
  const { plant, outcome } = situation;
  const { never } = attack.invariant.attributes;
  const systems = [
    ...new Set(plant.variables.flatMap(({ role }) => (role.kind === 'status' ? (role.system ?? []) : []))),
  ].sort(compareText);
  const first = stopped ? 'Start all stopped consumers again. ' : '';
  const statuses = [...(outcome.settled ?? [])].map(([variable, value]) => {
    const role = plant.variables[variable]?.role;
    const record = role?.kind === 'status' ? plant.records[role.record] : undefined;
    const lifecycle = role?.kind === 'status' ? role.lifecycle : '';
    const of = record === undefined ? '' : ` of ${aliasOf(record)}`;
    return value === ABSENT ? `there is no ${lifecycle}${of}` : `${lifecycle}${of} is ${value}`;
  });
  const kept =
    never === undefined || proves.length === 0 ? '' : ` It is not so that ${conditionWords(never, context.model)}.`;
  const words =
    statuses.length === 0 || outcome.stays
      ? 'nothing of them waits or has failed; the statuses are read.'
      : `${listed(statuses)}.`;
  return {
    system: systems[0] ?? systemOf(context.lifecycle(attack.transition.lifecycle)),
    action: `${first}When nothing is on its way any more, read the status of each test record${systems.length === 0 ? '' : ` in ${listed(systems)}`}.`,
    expected: `${outcome.through.length === 0 ? 'When everything has arrived' : withinLatency(outcome.through, context, stopped ? 'starting them' : 'confirming')}: ${words}${kept}`,
    record: 'Write each status and the time seen.',
    proves,
  };
}

/** What is entered: what the situation asks for, else the usual test values. */
function valuesOfAttempt(
  { transition }: Attack,
  { attempt }: AttackSituation,
  context: DerivationContext,
): ReturnType<typeof filledValues> {
  return filledValues(transition, context.model).map((filled) => {
    const [entered] = attempt.step?.fills?.[filled.field]?.split(' or ') ?? [];
    return entered === undefined || entered === 'empty' ? filled : { ...filled, value: entered };
  });
}

function named(text: string, { plant, attempt }: AttackSituation, record: string): string {
  const own = plant.records[attempt.record];
  return own === undefined ? text : text.replaceAll(record, aliasOf(own));
}
