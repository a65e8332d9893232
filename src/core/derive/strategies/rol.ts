import type { DerivationContext } from '../derivation-context.ts';
import { joinDrafts, NOTHING, type Account, type Drafts, type ObligationDraft, type SweepItem } from '../draft.ts';
import type { TransitionView } from '../lifecycle-view.ts';
import { negativeExcluded } from '../negatives.ts';
import { nearestSituation, storyOf } from '../transition-stories.ts';
import { transitionSupport } from '../transition-support.ts';
import { conditionWords } from '../wording/condition-words.ts';
import { listed } from '../wording/gaps.ts';
import { afterRefusal, beforeRefusal, unchanged, type RefusalPlace } from '../wording/refusal.ts';
import { cleanUp, initialStates, lifecyclesIn, startingPoint, testRecords } from '../wording/setup-words.ts';
import { accountOf, DISABLED, NO_RIGHTS, observerOf, recordOf, systemOf } from '../wording/test-names.ts';
import type { Strategy } from './strategy.ts';

/** Each role that is not allowed to start a transition is refused; one sweep per transition. */
export const roles: Strategy = {
  type: 'ROL',
  rule: 'Each human role outside `by`, administrators and a user without rights are refused each transition; a step of a machine refuses every person. A disabled user and service accounts are refused once per system, where they sign in.',
  derive: (context) =>
    joinDrafts([
      ...context.lifecycles.flatMap(({ transitions }) =>
        transitions.map((transition) => roleSweep(transition, context)),
      ),
      ...context.model.ofKind('system').map(({ id }) => signInSweep(id, context)),
      otherLine(context),
    ]),
};

/** Human roles that a transition refuses: all that are not in `by`, after inheritance. */
export function refusedRoles(
  transition: TransitionView,
  context: Pick<DerivationContext, 'rights'>,
): readonly string[] {
  return context.rights.human.filter((role) => !context.rights.mayAct(role, transition.by));
}

function roleSweep(transition: TransitionView, context: DerivationContext): Drafts {
  const exclude = (reason: string): Drafts => ({
    ...NOTHING,
    exclusions: [{ rule: 'ROL', element: transition.key, what: `Roles that ${transition.id} refuses`, reason }],
  });
  const negative = negativeExcluded(transition);
  if (negative !== undefined) return exclude(negative);
  if (
    transition.by.length === 0 &&
    transition.receives === undefined &&
    !transition.auto &&
    transition.after === undefined
  ) {
    return exclude('NOT DECLARED: who or what starts it; so nobody can be said to be refused.');
  }
  if (context.rights.human.length === 0)
    return exclude('NOT DECLARED: roles; the specification has none that persons hold.');
  const refused = [
    ...refusedRoles(transition, context).map((role) => ({ name: role, account: accountOf(role) })),
    ...context.rights.administrators
      .filter((role) => !context.rights.mayAct(role, transition.by))
      .map((role) => ({ name: role, account: accountOf(role) })),
    ...(transition.by.includes('anyone') ? [] : [{ name: 'no role', account: NO_RIGHTS }]),
  ];
  if (refused.length === 0) return exclude('Every role may start it.');
  return sweep(transition, refused, context);
}

function sweep(
  transition: TransitionView,
  refused: readonly { readonly name: string; readonly account: Account }[],
  context: DerivationContext,
): Drafts {
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
  const guard =
    transition.when === undefined || !started
      ? []
      : [`Prepared, so that only the role is missing: ${conditionWords(transition.when, context.model)}.`];
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

/** Accounts that no person may sign in with: they never reach a transition, so one attempt per system shows it for all. */
function signInSweep(system: string, context: DerivationContext): Drafts {
  const decided = context.lifecycles.filter((lifecycle) => lifecycle.system === system);
  const transitions = decided.reduce((sum, lifecycle) => sum + lifecycle.transitions.length, 0);
  const element = context.model.get('system', system)?.key;
  if (element === undefined || transitions === 0 || context.rights.human.length === 0) return NOTHING;
  const accounts = [
    DISABLED,
    ...context.rights.services.map((role) => ({ account: `${role.toLowerCase()} (service account)`, role })),
  ];
  const keyOf = (account: Account): string =>
    `ROL|${system}|sign-in|${account === DISABLED ? 'disabled user' : account.role}`;
  const obligations = accounts.map((account): ObligationDraft => ({
    phase: 'OQ',
    type: 'ROL',
    element,
    elementId: system,
    semanticKey: keyOf(account),
    objective: `Nobody signs in to ${system} as ${account === DISABLED ? 'a disabled user' : account.role}.`,
  }));
  const items: readonly SweepItem[] = accounts.map((account) => ({
    accounts: [account],
    testData: [],
    steps: [
      {
        system,
        action: `Sign in to the user screens of ${system} as ${account.account}.`,
        expected: 'The sign-in is refused; no screen with records opens.',
        record: 'Write the text shown and the time.',
        proves: [keyOf(account)],
      },
    ],
  }));
  return {
    ...NOTHING,
    obligations,
    exclusions: [
      {
        rule: 'ROL',
        element,
        what: `Sign-in of a disabled user and of service accounts, repeated for each of the ${transitions} transitions that ${system} decides`,
        reason: 'The sign-in is refused before any transition can be chosen; it is tried once for the system.',
      },
    ],
    sweeps: [
      {
        type: 'ROL',
        element,
        elementId: system,
        semanticKey: `ROL|${system}|sign-in`,
        title: `${system}: accounts that no person may sign in with`,
        objective: `A disabled user and service accounts are refused at the sign-in of ${system}.`,
        setup: {
          initialState: [{ system, state: 'any; no record is touched' }],
          prerequisites: [],
          accounts: [],
          testData: [],
          cleanUp: ['Unlock what this case has locked by the approved procedure and write who did it.'],
        },
        opening: [
          {
            system,
            action: `In the user administration of ${system} read the status of ${listed(accounts.map(({ account }) => account))}.`,
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
        support: [element, ...decided.map(({ key }) => key)].sort(),
      },
    ],
  };
}

/** Whose rights are limited to a line is nowhere declared, so that nobody can be said to be outside of it. */
function otherLine({ model }: DerivationContext): Drafts {
  if (Object.keys(model.project?.attributes.package.lines ?? {}).length < 2) return NOTHING;
  return {
    ...NOTHING,
    exclusions: [
      {
        rule: 'ROL',
        element: model.project?.key ?? 'project:project',
        what: 'A user of another line or site on each record',
        reason: 'NOT DECLARED: to which lines the rights of a role are limited.',
      },
    ],
  };
}
