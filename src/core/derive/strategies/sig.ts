import type { DerivationContext } from '../derivation-context.ts';
import {
  joinDrafts,
  NOTHING,
  type Account,
  type CaseDraft,
  type Drafts,
  type ObligationDraft,
  type StepDraft,
} from '../draft.ts';
import type { TransitionView } from '../lifecycle-view.ts';
import { personCasesOf, type PositiveCase } from '../positive-cases.ts';
import { transitionSupport } from '../transition-support.ts';
import { signatureSteps, signatureWindow, startAction, testSignatures, type TestSignature } from '../wording/acting.ts';
import { listed, notDeclared } from '../wording/gaps.ts';
import { clockLimit } from '../wording/limits.ts';
import { afterRefusal, beforeRefusal, unchanged, type RefusalPlace } from '../wording/refusal.ts';
import { cleanUp, initialStates, lifecyclesIn, startingPoint, testRecords } from '../wording/setup-words.ts';
import { accountOf, actingAccount, recordOf, systemOf } from '../wording/test-names.ts';
import { enteredValues } from './pos.ts';
import type { Strategy } from './strategy.ts';

/** What each signed transition owes, in the order of domain section e.4. */
export const signatures: Strategy = {
  type: 'SIG',
  rule: 'Per signed transition: wrong password refused; other credentials refused; name, time and meaning shown (read with POS); editing after signing; second signing in a session; lockout and timeout; cancel leaves nothing.',
  derive: (context) =>
    joinDrafts(
      context.lifecycles.flatMap(({ transitions }) =>
        transitions
          .filter(({ element }) => (element.attributes.sign ?? []).length > 0)
          .map((transition) => signatureDrafts(transition, context)),
      ),
    ),
};

interface Signing {
  readonly transition: TransitionView;
  readonly positive: PositiveCase;
  readonly actor: Account;
  readonly first: TestSignature;
  readonly place: RefusalPlace;
  readonly system: string;
  readonly record: string;
  readonly context: DerivationContext;
}

function signatureDrafts(transition: TransitionView, context: DerivationContext): Drafts {
  const positive = personCasesOf(transition, context)[0];
  const actor = actingAccount(transition);
  const [first] = testSignatures(transition, actor, context);
  if (positive === undefined || first === undefined) {
    const reason =
      transition.by.length === 0
        ? 'NOT DECLARED: who starts this signed step.'
        : 'By the declared steps no situation is reached in which it fires.';
    return {
      ...NOTHING,
      exclusions: [{ rule: 'SIG', element: transition.key, what: `Signature of ${transition.id}`, reason }],
    };
  }
  const lifecycle = context.lifecycle(transition.lifecycle);
  const signing: Signing = {
    transition,
    positive,
    actor,
    first,
    place: { transition, state: positive.arc.from, observer: actor.account },
    system: systemOf(lifecycle),
    record: recordOf(lifecycle),
    context,
  };
  return joinDrafts([shown(signing), refusals(signing), lockout(signing), afterSigning(signing)]);
}

function obligation({ transition }: Signing, what: string, objective: string): ObligationDraft {
  return {
    phase: 'OQ',
    type: 'SIG',
    element: transition.key,
    elementId: transition.id,
    semanticKey: `SIG|${transition.id}|${what}`,
    objective,
  };
}

/** Read on the screen where the positive case shows its result. */
function shown(signing: Signing): Drafts {
  const { transition, positive, actor, system, context } = signing;
  const own = obligation(
    signing,
    'shown',
    `The signature of ${transition.id} shows name, time with offset and meaning.`,
  );
  const shows = context.model.project?.attributes.signatures?.shows;
  const facts: Readonly<Record<string, (signature: TestSignature) => string>> = {
    name: ({ signer }) => `the printed name of ${signer.account}`,
    time: () => `date and time with offset, ${clockLimit(context.lifecycle(transition.lifecycle)?.system, context)}`,
    meaning: ({ meaning }) => `the meaning "${meaning}"`,
  };
  const all = testSignatures(transition, actor, context).map((signature) => {
    const parts = (shows ?? ['name', 'time', 'meaning']).map((fact) => facts[fact]?.(signature) ?? fact);
    return listed(parts);
  });
  const gap =
    shows === undefined ? ` (${notDeclared('what a signature shows')}; the three facts are those of the method.)` : '';
  const expected = `The signature block shows ${all.join('; then ')}, on the screen and on a print from ${system}.${gap}`;
  return {
    ...NOTHING,
    obligations: [own],
    additions: [
      {
        host: positive.semanticKey,
        joins: { at: 'result', expected },
        proves: [own.semanticKey],
        support: context.model.project === undefined ? [] : [context.model.project.key],
      },
    ],
  };
}

/** Cancel, wrong password, somebody else's credentials: each leaves the record as it was, so none hides another. */
function refusals(signing: Signing): Drafts {
  const { transition, actor, first, place, system, context } = signing;
  const cancel = obligation(
    signing,
    'cancelled',
    `Cancelling the signature of ${transition.id} leaves no partial change.`,
  );
  const wrong = obligation(
    signing,
    'wrong password',
    `The signature of ${transition.id} is refused with a wrong password, and the attempt is logged.`,
  );
  const other = obligation(
    signing,
    'other credentials',
    `The signature of ${transition.id} is refused with the credentials of another user.`,
  );
  const stranger = accountOf(first.signer.role, testSignatures(transition, actor, context).length + 1);
  const start = startAction({ transition, way: 'person' }, actor, enteredValues(transition, context), context);
  const write = 'Write the text shown, status and version.';
  const steps: readonly StepDraft[] = [
    beforeRefusal(place, context),
    { system, action: start, expected: signatureWindow(first), record: 'Write what the window asks for.', proves: [] },
    {
      system,
      action: 'Press Cancel in the signature window.',
      expected: `The window closes. ${unchanged(place)}.`,
      record: write,
      proves: [cancel.semanticKey],
    },
    { system, action: start, expected: signatureWindow(first), record: 'Write what the window asks for.', proves: [] },
    {
      system,
      action: `Enter the user id of ${first.signer.account} with the password "wrong-password-1" and confirm.`,
      expected: `Refused with a text that does not say which component is wrong. ${unchanged(place)}.`,
      record: write,
      proves: [wrong.semanticKey],
    },
    {
      system,
      action: `Enter the credentials of ${stranger.account}, who holds the same role but did not start the step, and confirm.`,
      expected: `Refused. ${unchanged(place)}; no signature block is shown.`,
      record: write,
      proves: [other.semanticKey],
    },
    ...afterRefusal(place, 'each refused signature', context),
  ];
  const draft = caseDraft(
    signing,
    'refused',
    `${transition.id} ${transition.event}: signature cancelled, wrong password, other user`,
    `A signature of ${transition.id} that is cancelled or given with wrong credentials leaves nothing changed.`,
    steps,
    [first.signer, stranger],
  );
  return { ...NOTHING, obligations: [cancel, wrong, other], cases: [draft] };
}

function lockout(signing: Signing): Drafts {
  const { transition, actor, first, place, system, context } = signing;
  const own = obligation(
    signing,
    'lockout',
    `Repeated wrong passwords and an idle window end the signature of ${transition.id} without a change.`,
  );
  const start = startAction({ transition, way: 'person' }, actor, enteredValues(transition, context), context);
  const steps: readonly StepDraft[] = [
    beforeRefusal(place, context),
    {
      system,
      action: `${start} Leave the signature window without input for the idle limit (${notDeclared(`idle limit of signature windows in ${system}`)}; write the limit used).`,
      expected: `The window has closed or refuses input. ${unchanged(place)}.`,
      record: 'Write the time waited, the text shown, status and version.',
      proves: [own.semanticKey],
    },
    {
      system,
      action: `${start} Enter the user id of ${first.signer.account} with the password "wrong-password-1" as often as the limit allows (${notDeclared(`failed attempts until lockout in ${system}`)}; write the number used).`,
      expected: `Each attempt is refused; after the last one the account is locked. ${unchanged(place)}.`,
      record: 'Write the number of attempts and each text shown.',
      proves: [own.semanticKey],
    },
    {
      system,
      action: `Enter the right credentials of ${first.signer.account} and confirm.`,
      expected: `Refused, because the account is locked. ${unchanged(place)}.`,
      record: 'Write the text shown, status and version.',
      proves: [own.semanticKey],
    },
    ...afterRefusal(place, 'each attempt and for the lockout', context),
  ];
  const draft = caseDraft(
    signing,
    'lockout',
    `${transition.id} ${transition.event}: signature with lockout and idle window`,
    own.objective,
    steps,
    [first.signer],
  );
  return {
    ...NOTHING,
    obligations: [own],
    cases: [
      {
        ...draft,
        setup: {
          ...draft.setup,
          cleanUp: [
            ...draft.setup.cleanUp,
            `Unlock ${first.signer.account} by the approved procedure and write who did it.`,
          ],
        },
      },
    ],
  };
}

function afterSigning(signing: Signing): Drafts {
  const { transition, actor, first, place, system, record, context } = signing;
  const edit = obligation(
    signing,
    'edit after signing',
    `Changing signed content after ${transition.id} is refused, or breaks the signature visibly.`,
  );
  const again = obligation(
    signing,
    'second signing',
    `A second signature in the same session asks again, and a new session asks for everything.`,
  );
  const policy = context.model.project?.attributes.signatures;
  const [second, third] = [record.replace(/1$/u, '2'), record.replace(/1$/u, '3')];
  const start = startAction({ transition, way: 'person' }, actor, enteredValues(transition, context), context);
  const signers = testSignatures(transition, actor, context);
  const later =
    policy?.later === undefined
      ? `at least 1 component (${notDeclared('components at later signatures of a session')}; write what is asked)`
      : `${policy.later} ${policy.later === 1 ? 'component' : 'components'}`;
  const last = signers.at(-1) ?? first;
  const bound = policy?.bound === undefined ? notDeclared('how a signature is bound to its record') : policy.bound;
  const to = transition.to.kind === 'state' ? transition.to.state : place.state;
  const steps: readonly StepDraft[] = [
    beforeRefusal(place, context),
    { system, action: start, expected: signatureWindow(first), record: 'Write what the window asks for.', proves: [] },
    ...signatureSteps(transition, actor, context),
    {
      system,
      action: `Enter the credentials of ${last.signer.account} and confirm.`,
      expected: `${transition.lifecycle} is ${to}; a signature block with the meaning "${last.meaning}" is shown.`,
      record: 'Write status, version and the signature block.',
      proves: [],
    },
    {
      system,
      action: `In the same session: ${start.replace(record, second)}`,
      expected: `A signature window asks for ${later}. Nothing is signed without it.`,
      record: 'Write what the window asks for.',
      proves: [again.semanticKey],
    },
    {
      system,
      action: `Press Cancel, sign out, sign in as ${actor.account}. ${start.replace(record, third)} Then press Cancel.`,
      expected: `${signatureWindow(first)} ${third} stays ${place.state}.`,
      record: 'Write what the window asks for and the status.',
      proves: [again.semanticKey],
    },
    {
      system,
      action: `As ${actor.account} in ${system} open ${record} and try to change one field that the signature covers; save.`,
      expected: `Refused; or ${record} shows that its signature no longer holds and asks for a new one. (Binding: ${bound}.)`,
      record: 'Write the field, the text shown, status, version and the signature block.',
      proves: [edit.semanticKey],
    },
    {
      system,
      action: `Export the audit trail of ${record} from T0 on.`,
      expected:
        'One entry for the signature; the attempt to change is shown as refused, or as a change with old value, new value and the broken signature.',
      record: 'Write each entry; attach the export.',
      proves: [edit.semanticKey],
    },
  ];
  const draft = caseDraft(
    signing,
    'after',
    `${transition.id} ${transition.event}: second signature, and editing after signing`,
    `${edit.objective} ${again.objective}`,
    steps,
    signers.map(({ signer }) => signer),
  );
  const testData = [
    ...draft.setup.testData,
    `${second} and ${third}: further test records in the same initial states as ${record}, to be prepared.`,
  ];
  const cleanUp = [...draft.setup.cleanUp, `Mark ${second} and ${third} as test material too.`];
  return {
    ...NOTHING,
    obligations: [edit, again],
    cases: [{ ...draft, setup: { ...draft.setup, testData, cleanUp } }],
  };
}

function caseDraft(
  signing: Signing,
  what: string,
  title: string,
  objective: string,
  steps: readonly StepDraft[],
  accounts: readonly Account[],
): CaseDraft {
  const { transition, positive, actor, context } = signing;
  const { situation } = positive.story;
  const lifecycles = lifecyclesIn(situation, transition.lifecycle);
  return {
    type: 'SIG',
    element: transition.key,
    elementId: transition.id,
    semanticKey: `SIG|${transition.id}|case ${what}`,
    title,
    objective,
    setup: {
      initialState: initialStates(situation, transition.lifecycle, positive.arc.from, context),
      prerequisites: startingPoint(situation, transition.lifecycle, positive.arc.from, context),
      accounts: [actor, ...accounts].filter(
        (one, at, all) => all.findIndex(({ account }) => account === one.account) === at,
      ),
      testData: testRecords(lifecycles, context),
      cleanUp: cleanUp(lifecycles, context),
    },
    steps,
    support: transitionSupport(transition, undefined, context),
  };
}
