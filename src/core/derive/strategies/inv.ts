import { compareText } from '../../diagnostics/order.ts';
import type { ElementKey } from '../../model/element.ts';
import { ATTACK_VARIANTS, type Attack, type AttackSituation, type AttackVariant } from '../attacks/attack.ts';
import { attacksOn } from '../attacks/attack-search.ts';
import { attackSteps } from '../attacks/attack-steps.ts';
import { isTriedByPerson } from '../attacks/attack-way.ts';
import { objectiveOf, titleOf } from '../attacks/attack-words.ts';
import { aliasOf } from '../attacks/test-records.ts';
import { heldWords, wayInWords, type WayInWords } from '../attacks/way-in-words.ts';
import type { DerivationContext } from '../derivation-context.ts';
import { joinDrafts, NOTHING, type Account, type Drafts, type InitialState, type ObligationDraft } from '../draft.ts';
import { negativeExcluded } from '../negatives.ts';
import { ABSENT } from '../../model/condition/state-vocabulary.ts';
import type { Exclusion } from '../test-case.ts';
import { interfaceSupport, namedBy, transitionSupport } from '../transition-support.ts';
import { testSignatures } from '../wording/acting.ts';
import { cleanUp, testRecords } from '../wording/setup-words.ts';
import { actingAccount, observerOf, recordOf, systemOf } from '../wording/test-names.ts';
import type { Strategy } from './strategy.ts';

/** Each step that could break an invariant is attempted where it must not succeed. */
export const invariants: Strategy = {
  type: 'INV',
  rule: 'Each step that could break an invariant is attempted where it must not succeed: with nothing on its way, with a message pending, and after the nearest near miss.',
  derive: (context) => {
    if (context.model.ofKind('invariant').length === 0) return NOTHING;
    const { attacks, exclusions } = attacksOn(context);
    return joinDrafts([{ ...NOTHING, exclusions }, ...attacks.map((attack) => attackDrafts(attack, context))]);
  },
};

/** One way to a situation that serves one variant or several. */
interface SharedSituation {
  readonly situation: AttackSituation;
  readonly variants: readonly AttackVariant[];
}

function attackDrafts(attack: Attack, context: DerivationContext): Drafts {
  const { invariant, transition, found } = attack;
  const negative = negativeExcluded(transition);
  const exclude = (variant: AttackVariant | undefined, reason: string): Exclusion => ({
    rule: 'INV',
    element: transition.key,
    what:
      variant === undefined
        ? `${transition.id} attempted against ${invariant.id}`
        : `${titleOf(invariant, transition, [variant])}`,
    reason,
  });
  if (negative !== undefined) return { ...NOTHING, exclusions: [exclude(undefined, negative)] };
  const reasons = new Set(ATTACK_VARIANTS.map((variant) => ('reason' in found[variant] ? found[variant].reason : '')));
  const [only, another] = reasons;
  if (only !== undefined && only !== '' && another === undefined)
    return { ...NOTHING, exclusions: [exclude(undefined, only)] };
  const exclusions: Exclusion[] = [];
  const shared = new Map<string, SharedSituation>();
  for (const variant of ATTACK_VARIANTS) {
    const one = found[variant];
    if ('reason' in one) {
      exclusions.push(exclude(variant, one.reason));
      continue;
    }
    const key = JSON.stringify([one.trace, one.attempt.from, one.attempt.step?.id]);
    const known = shared.get(key);
    shared.set(key, { situation: known?.situation ?? one, variants: [...(known?.variants ?? []), variant] });
  }
  return joinDrafts([
    { ...NOTHING, exclusions },
    ...[...shared.values()].map((one) => attackDraft(attack, one, context)),
  ]);
}

function attackDraft(attack: Attack, { situation, variants }: SharedSituation, context: DerivationContext): Drafts {
  const { invariant, transition } = attack;
  const obligations = variants.map((variant): ObligationDraft => ({
    phase: 'OQ',
    type: 'INV',
    element: transition.key,
    elementId: transition.id,
    semanticKey: `INV|${invariant.id}|${transition.id}|${variant}`,
    objective: objectiveOf(invariant, transition, variant, situation.outcome.kind, context),
    serves: [invariant.key],
  }));
  const [leading] = obligations;
  if (leading === undefined) return NOTHING;
  const way = wayInWords(situation.plant, situation.trace, context);
  const actor = isTriedByPerson(transition) ? actingAccount(transition) : observerOf(transition, context);
  const proves = obligations.map(({ semanticKey }) => semanticKey);
  const lifecycles = lifecyclesOf(situation);
  return {
    ...NOTHING,
    obligations,
    cases: [
      {
        type: 'INV',
        element: transition.key,
        elementId: transition.id,
        semanticKey: leading.semanticKey,
        title: titleOf(invariant, transition, variants),
        objective: leading.objective,
        serves: [invariant.key],
        setup: {
          initialState: initialStates(situation, context),
          prerequisites: prerequisites(attack, situation, way, context),
          accounts: distinct([
            actor,
            ...testSignatures(transition, actor, context).map(({ signer }) => signer),
            ...way.accounts,
          ]),
          testData: [
            ...testRecords(lifecycles, context),
            ...furtherRecords(situation),
            ...situation.together.map(([one, other]) => `${one} is prepared so that it belongs to ${other}.`),
          ],
          cleanUp: cleanUp(lifecycles, context),
        },
        steps: attackSteps(
          { attack, situation, actor, heldBack: way.heldBack, stopped: way.keepsBack, proves },
          context,
        ),
        support: supportOf(attack, way, context),
      },
    ],
  };
}

/** Statuses of the plant as they are where the attempt is made. */
function statusesOf({ plant, state }: AttackSituation): readonly {
  readonly lifecycle: string;
  readonly record: number;
  readonly value: string;
}[] {
  return plant.variables.flatMap(({ role, values }, variable) =>
    role.kind === 'status'
      ? [{ lifecycle: role.lifecycle, record: role.record, value: values[state.values[variable] ?? 0] ?? '' }]
      : [],
  );
}

function lifecyclesOf(situation: AttackSituation): readonly string[] {
  return [...new Set(statusesOf(situation).map(({ lifecycle }) => lifecycle))].sort(compareText);
}

function initialStates(situation: AttackSituation, context: DerivationContext): readonly InitialState[] {
  return statusesOf(situation)
    .map(({ lifecycle, record, value }) => {
      const alias = aliasAt(situation, record);
      return {
        system: systemOf(context.lifecycle(lifecycle)),
        state: value === ABSENT ? `${alias}: no ${lifecycle} record yet` : `${alias}: ${lifecycle} ${value}`,
      };
    })
    .sort((a, b) => compareText(a.system, b.system) || compareText(a.state, b.state));
}

function aliasAt({ plant }: AttackSituation, record: number): string {
  const own = plant.records[record];
  return own === undefined ? '' : aliasOf(own);
}

/** Test records beyond the first of each kind with a status, which `testRecords` names. */
function furtherRecords({ plant }: AttackSituation): readonly string[] {
  const named = new Set(plant.variables.flatMap(({ role }) => (role.kind === 'status' ? [role.record] : [])));
  return plant.records
    .filter(({ number, spare }, record) => !spare && (number > 1 || !named.has(record)))
    .map(
      (record) =>
        `${aliasOf(record)}: further test record, to be prepared; write the number that the system issues for it.`,
    );
}

function prerequisites(
  { invariant, transition }: Attack,
  situation: AttackSituation,
  way: WayInWords,
  context: DerivationContext,
): readonly string[] {
  const begun = Object.entries(situation.plant.bounds.start)
    .filter(([id]) => lifecyclesOf(situation).includes(id))
    .map(([id, at]) => `${recordOf(context.lifecycle(id))} begins in ${id} ${at}, as the project's stories do.`);
  const held = way.heldBack;
  const words: string[] = [...begun];
  if (way.sentences.length === 0) words.push('Initial states are those of new records.');
  else
    words.push(
      `The way below leads from ${begun.length === 0 ? 'new records' : 'there, all other records being new,'} to the initial states. ${way.keepsBack ? 'Consumers are stopped; messages arrive only where it says so.' : 'Its messages arrive before the next act.'}`,
      ...way.sentences,
    );
  if (held.length > 0) words.push(`The attempt is made while these still wait: ${heldWords(held)}.`);
  if (situation.prepared.length > 0) words.push(`Prepare for the attempt: ${situation.prepared.join('; ')}.`);
  if (situation.outcome.kind === 'let-through')
    words.push(
      `Known beforehand: the specification as it stands lets ${transition.id} through here, against ${invariant.id}. A system that is built to it fails this case.`,
    );
  if (situation.outcome.stays)
    words.push(
      `Known beforehand: the specification as it stands can come to rest here with ${invariant.id} broken. A system that is built to it may fail this case.`,
    );
  return words;
}

function supportOf(
  { invariant, transition }: Attack,
  way: WayInWords,
  context: DerivationContext,
): readonly ElementKey[] {
  const found = new Set<ElementKey>([invariant.key, ...namedBy(invariant.key, context)]);
  for (const one of [transition, ...way.transitions])
    for (const key of transitionSupport(one, undefined, context)) found.add(key);
  for (const { interface: id } of way.heldBack) for (const key of interfaceSupport(id, context)) found.add(key);
  return [...found].sort(compareText);
}

function distinct(accounts: readonly Account[]): readonly Account[] {
  return [...new Map(accounts.map((account) => [account.account, account])).values()];
}
