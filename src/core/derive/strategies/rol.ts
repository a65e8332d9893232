import type { DerivationContext } from '../derivation-context.ts';
import { joinDrafts, NOTHING, type Account, type Drafts, type ObligationDraft, type SweepItem } from '../draft.ts';
import type { LifecycleView, TransitionView } from '../lifecycle-view.ts';
import { negativeExcluded } from '../negatives.ts';
import { nearestSituation, storyOf } from '../transition-stories.ts';
import { transitionSupport } from '../transition-support.ts';
import { conditionWords } from '../wording/condition-words.ts';
import { afterRefusal, beforeRefusal, unchanged, type RefusalPlace } from '../wording/refusal.ts';
import { cleanUp, initialStates, lifecyclesIn, startingPoint, testRecords } from '../wording/setup-words.ts';
import { accountOf, DISABLED, NO_RIGHTS, recordOf, systemOf } from '../wording/test-names.ts';
import type { Strategy } from './strategy.ts';

/** Each role that is not allowed to start a transition is refused; one sweep per transition. */
export const roles: Strategy = {
  type: 'ROL',
  rule: 'Each human role outside `by`, administrators and a user without rights are refused each transition; a step of a machine refuses every person. A disabled user and service accounts are refused once per lifecycle, where they sign in.',
  derive: (context) =>
    joinDrafts([
      ...context.lifecycles.flatMap(({ transitions }) => transitions.map((transition) => roleSweep(transition, context))),
      ...context.lifecycles.map((lifecycle) => signInSweep(lifecycle, context)),
    ]),
};

/** Human roles that a transition refuses: all that are not in `by`, after inheritance. */
export function refusedRoles(transition: TransitionView, context: DerivationContext): readonly string[] {
  return context.rights.human.filter((role) => !context.rights.mayAct(role, transition.by));
}

function roleSweep(transition: TransitionView, context: DerivationContext): Drafts {
  const exclude = (reason: string): Drafts => ({
    ...NOTHING,
    exclusions: [{ rule: 'ROL', element: transition.key, what: `Roles that ${transition.id} refuses`, reason }],
  });
  const negative = negativeExcluded(transition);
  if (negative !== undefined) return exclude(negative);
  if (transition.by.length === 0 && transition.receives === undefined && !transition.auto && transition.after === undefined) {
    return exclude('NOT DECLARED: who or what starts it; so nobody can be said to be refused.');
  }
  if (context.rights.human.length === 0) return exclude('NOT DECLARED: roles; the specification has none that persons hold.');
  const refused = [
    ...refusedRoles(transition, context).map((role) => ({ name: role, account: accountOf(role) })),
    ...context.rights.administrators.filter((role) => !context.rights.mayAct(role, transition.by)).map((role) => ({ name: role, account: accountOf(role) })),
    ...(transition.by.includes('anyone') ? [] : [{ name: 'no role', account: NO_RIGHTS }]),
  ];
  if (refused.length === 0) return exclude('Every role may start it.');
  return sweep(transition, refused, context);
}

function sweep(transition: TransitionView, refused: readonly { readonly name: string; readonly account: Account }[], context: DerivationContext): Drafts {
  const lifecycle = context.lifecycle(transition.lifecycle);
  const [system, record] = [systemOf(lifecycle), recordOf(lifecycle)];
  const from = transition.sources[0] ?? '';
  const started = transition.by.length > 0;
  const story = started ? storyOf(transition, from, 'person', context) : undefined;
  const situation = story?.situation ?? nearestSituation(transition.lifecycle, from, context);
  const observer = observerOf(transition, context);
  const place: RefusalPlace = { transition, state: from, observer: observer.account };
  const obligations: ObligationDraft[] = [];
  const items: SweepItem[] = refused.map(({ name, account }) => {
    const semanticKey = `ROL|${transition.id}|${name}`;
    obligations.push({
      phase: 'OQ',
      type: 'ROL',
      element: transition.key,
      elementId: transition.id,
      semanticKey,
      objective: `${transition.id} (${transition.event}) is refused to ${name === 'no role' ? 'a user without any role' : name}.`,
    });
    return {
      accounts: [account],
      testData: [],
      steps: [
        {
          system,
          action: `As ${account.account} in ${system} open ${record} and try to start ${transition.event}.`,
          expected: `${transition.event} is not offered, or is refused with a text that names the missing right; where the role has no access to ${system}, the sign-in is refused. ${unchanged(place)}.`,
          record: 'Write what was offered or the text of the refusal, status and version.',
          proves: [semanticKey],
        },
      ],
    };
  });
  const lifecycles = lifecyclesIn(situation, transition.lifecycle);
  // What a machine does as soon as its condition holds cannot be tried by people while it holds.
  const guard = transition.when === undefined || !started ? [] : [`Prepared, so that only the role is missing: ${conditionWords(transition.when, context.model)}.`];
  return {
    ...NOTHING,
    obligations,
    sweeps: [
      {
        type: 'ROL',
        element: transition.key,
        elementId: transition.id,
        semanticKey: `ROL|${transition.id}`,
        title: `${transition.id} ${transition.event}: refused to every role that may not start it`,
        objective: `${transition.id} is refused to ${refused.length} accounts and leaves nothing changed.`,
        setup: {
          initialState: initialStates(situation, transition.lifecycle, from, context),
          prerequisites: [...startingPoint(situation, transition.lifecycle, from, context), ...guard],
          accounts: [observer],
          testData: testRecords(lifecycles, context),
          cleanUp: cleanUp(lifecycles, context),
        },
        opening: [beforeRefusal(place, context)],
        items,
        closing: afterRefusal(place, 'each attempt', context),
        support: transitionSupport(transition, undefined, context),
      },
    ],
  };
}

/** Who looks at the record before and after: somebody who may start the step, else the first role of the plant. */
export function observerOf(transition: TransitionView, context: DerivationContext): Account {
  const role = transition.by[0] ?? context.lifecycle(transition.lifecycle)?.transitions.find(({ by }) => by.length > 0)?.by[0] ?? context.rights.human[0];
  return role === undefined ? { account: 'observer1', role: 'NOT DECLARED: role that may read the record' } : accountOf(role);
}

/** Accounts that no person may sign in with: they never reach a transition, so one attempt per lifecycle shows it for all. */
function signInSweep(lifecycle: LifecycleView, context: DerivationContext): Drafts {
  const what = `Sign-in of a disabled user and of service accounts, repeated for each of the ${lifecycle.transitions.length} transitions of ${lifecycle.id}`;
  const once = { rule: 'ROL', element: lifecycle.key, what, reason: 'The sign-in is refused before any transition can be chosen; it is tried once for this lifecycle.' } as const;
  const line = Object.keys(context.model.project?.attributes.package.lines ?? {}).length > 1
    ? [{ rule: 'ROL', element: lifecycle.key, what: `A user of another line on records of ${lifecycle.id}`, reason: 'NOT DECLARED: to which lines the rights of a role are limited.' } as const]
    : [];
  if (context.rights.human.length === 0 || lifecycle.transitions.length === 0) return { ...NOTHING, exclusions: line };
  const system = systemOf(lifecycle);
  const accounts = [DISABLED, ...context.rights.services.map((role) => ({ account: `${role.toLowerCase()} (service account)`, role }))];
  const obligations: ObligationDraft[] = [];
  const items: SweepItem[] = accounts.map((account) => {
    const name = account === DISABLED ? 'disabled user' : account.role;
    const semanticKey = `ROL|${lifecycle.id}|sign-in|${name}`;
    obligations.push({ phase: 'OQ', type: 'ROL', element: lifecycle.key, elementId: lifecycle.id, semanticKey, objective: `Nobody signs in to ${system} as ${name}.` });
    return {
      accounts: [account],
      testData: [],
      steps: [
        {
          system,
          action: `Sign in to the user screens of ${system} as ${account.account}.`,
          expected: 'The sign-in is refused; no screen with records opens.',
          record: 'Write the text shown and the time.',
          proves: [semanticKey],
        },
      ],
    };
  });
  return {
    ...NOTHING,
    obligations,
    exclusions: [once, ...line],
    sweeps: [
      {
        type: 'ROL',
        element: lifecycle.key,
        elementId: lifecycle.id,
        semanticKey: `ROL|${lifecycle.id}|sign-in`,
        title: `${lifecycle.id}: accounts that no person may sign in with`,
        objective: `A disabled user and service accounts are refused at the sign-in of ${system}.`,
        setup: { initialState: [{ system, state: 'any; no record is touched' }], prerequisites: [], accounts: [], testData: [], cleanUp: ['Unlock no account that this case has locked without the approval that the site asks for.'] },
        opening: [
          {
            system,
            action: `In the user administration of ${system} read the status of ${accounts.map(({ account }) => account).join(', ')}.`,
            expected: `${DISABLED.account} is disabled; service accounts are marked as not interactive.`,
            record: 'Write the status of each account.',
            proves: [],
          },
        ],
        items,
        closing: [
          {
            system,
            action: `Export the security log of ${system} for the times of these attempts.`,
            expected: 'Each attempt has an entry with account, time with offset and the refusal.',
            record: 'Write account and time of each entry; attach the export.',
            proves: [],
          },
        ],
        support: [lifecycle.key],
      },
    ],
  };
}
