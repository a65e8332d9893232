import type { DerivationContext } from '../derivation-context.ts';
import { joinDrafts, NOTHING, type Drafts, type ObligationDraft, type StepDraft } from '../draft.ts';
import type { LifecycleView, TransitionView } from '../lifecycle-view.ts';
import { negativeExcluded } from '../negatives.ts';
import { positiveCasesOf, type PositiveCase } from '../positive-cases.ts';
import { nearestSituation, storyOf } from '../transition-stories.ts';
import { transitionSupport } from '../transition-support.ts';
import { startAction, testSignatures } from '../wording/acting.ts';
import { auditEntryStep, auditFacts } from '../wording/audit.ts';
import { notDeclared } from '../wording/gaps.ts';
import { afterRefusal, beforeRefusal, unchanged, type RefusalPlace } from '../wording/refusal.ts';
import { cleanUp, initialStates, lifecyclesIn, startingPoint, testRecords } from '../wording/setup-words.ts';
import { accountOf, actingAccount, observerOf, recordOf, systemOf } from '../wording/test-names.ts';
import { enteredValues } from './pos.ts';
import type { Strategy } from './strategy.ts';

/** Each change leaves a complete entry; a reason cannot be left out; entries can be neither changed nor switched off. */
export const auditTrail: Strategy = {
  type: 'AUD',
  rule: 'Each fired transition leaves a complete audit trail entry (read with POS); a blank reason is refused; once per lifecycle, entries can be neither changed nor switched off by those who act.',
  derive: (context) =>
    joinDrafts(
      context.lifecycles.map((lifecycle) =>
        joinDrafts([
          ...positiveCasesOf(lifecycle, context).map((positive) => entryDraft(positive, context)),
          ...lifecycle.transitions.map((transition) => reasonDraft(transition, context)),
          integrityDraft(lifecycle, context),
        ]),
      ),
    ),
};

function entryDraft({ way, arc, story, semanticKey: host }: PositiveCase, context: DerivationContext): Drafts {
  const { transition, from } = arc;
  const semanticKey = host.replace(/^POS/u, 'AUD');
  const objective = `${transition.id} (${transition.event}) from ${from} leaves one complete entry in the audit trail.`;
  const account = actingAccount(transition, way.kind === 'person' ? way.role : undefined).account;
  const also = enteredValues(transition, context).map(({ field }) => field);
  return {
    ...NOTHING,
    obligations: [
      { phase: 'OQ', type: 'AUD', element: transition.key, elementId: transition.id, semanticKey, objective },
    ],
    additions: [
      {
        host,
        joins: { at: 'end', step: auditEntryStep(story.firing, account, also, context) },
        proves: [semanticKey],
        support: [`object:${context.lifecycle(transition.lifecycle)?.object ?? ''}`].filter((key) =>
          context.model.elements.has(key),
        ),
      },
    ],
  };
}

function reasonDraft(transition: TransitionView, context: DerivationContext): Drafts {
  if (transition.element.attributes.reason !== true || transition.by.length === 0) return NOTHING;
  const negative = negativeExcluded(transition);
  if (negative !== undefined) {
    return {
      ...NOTHING,
      exclusions: [
        { rule: 'AUD', element: transition.key, what: `Blank reason refused by ${transition.id}`, reason: negative },
      ],
    };
  }
  const from = transition.sources[0] ?? '';
  const situation =
    storyOf(transition, from, 'person', context)?.situation ?? nearestSituation(transition.lifecycle, from, context);
  const lifecycle = context.lifecycle(transition.lifecycle);
  const system = systemOf(lifecycle);
  const actor = actingAccount(transition);
  const place: RefusalPlace = { transition, state: from, observer: actor.account };
  const semanticKey = `AUD|${transition.id}|reason blank`;
  const objective = `${transition.id} (${transition.event}) is refused without a reason.`;
  const attempt = (text: string, what: string): StepDraft => ({
    system,
    action: startAction(
      { transition, way: 'person' },
      actor,
      enteredValues(transition, context),
      context,
      text,
    ).replace(`type the reason "${text}"`, what),
    expected: `Refused with a text that asks for a reason; no signature window is completed. ${unchanged(place)}.`,
    record: 'Write the text shown, status and version.',
    proves: [semanticKey],
  });
  const lifecycles = lifecyclesIn(situation, transition.lifecycle);
  return {
    ...NOTHING,
    obligations: [
      { phase: 'OQ', type: 'AUD', element: transition.key, elementId: transition.id, semanticKey, objective },
    ],
    cases: [
      {
        type: 'AUD',
        element: transition.key,
        elementId: transition.id,
        semanticKey,
        title: `${transition.id} ${transition.event}: refused without a reason`,
        objective,
        setup: {
          initialState: initialStates(situation, transition.lifecycle, from, context),
          prerequisites: startingPoint(situation, transition.lifecycle, from, context),
          accounts: [actor, ...testSignatures(transition, actor, context).map(({ signer }) => signer)].filter(
            (one, at, all) => all.findIndex(({ account }) => account === one.account) === at,
          ),
          testData: testRecords(lifecycles, context),
          cleanUp: cleanUp(lifecycles, context),
        },
        steps: [
          beforeRefusal(place, context),
          attempt('', 'leave the reason empty'),
          attempt('   ', 'type three blanks as the reason'),
          ...afterRefusal(place, 'each attempt', context),
        ],
        support: transitionSupport(transition, undefined, context),
      },
    ],
  };
}

function integrityDraft(lifecycle: LifecycleView, context: DerivationContext): Drafts {
  const arcs = lifecycle.transitions.reduce((sum, { sources }) => sum + sources.length, 0);
  const [first] = lifecycle.transitions;
  if (first === undefined) return NOTHING;
  if (auditFacts(lifecycle.object, context) === 'none') {
    return {
      ...NOTHING,
      exclusions: [
        {
          rule: 'AUD',
          element: lifecycle.key,
          what: `Integrity of the audit trail of ${lifecycle.id}`,
          reason: 'The specification declares that no audit trail is kept.',
        },
      ],
    };
  }
  const system = systemOf(lifecycle);
  const record = recordOf(lifecycle);
  const state = lifecycle.transitions.find(({ to }) => to.kind === 'state')?.to;
  const at = state?.kind === 'state' ? state.state : (lifecycle.states[0] ?? '');
  const situation = nearestSituation(lifecycle.id, at, context);
  const user = observerOf(first, context);
  const administrators = context.rights.administrators.map((role) => accountOf(role));
  const keys = {
    edit: `AUD|${lifecycle.id}|entry changed`,
    remove: `AUD|${lifecycle.id}|entry removed`,
    off: `AUD|${lifecycle.id}|switched off`,
  };
  const say = (semanticKey: string, objective: string): ObligationDraft => ({
    phase: 'OQ',
    type: 'AUD',
    element: lifecycle.key,
    elementId: lifecycle.id,
    semanticKey,
    objective,
  });
  const refused = (action: string, key: string): StepDraft => ({
    system,
    action,
    expected: 'Not offered, or refused; the entries equal those of step 10 in number and content.',
    record: 'Write what was offered or the text of the refusal.',
    proves: [key],
  });
  const lifecycles = lifecyclesIn(situation, lifecycle.id);
  return {
    ...NOTHING,
    exclusions: [
      {
        rule: 'AUD',
        element: lifecycle.key,
        what: `Attempts to change, remove and switch off the audit trail, repeated on each of the ${arcs} arcs of ${lifecycle.id}`,
        reason: `They meet one and the same function of ${system}; they are tried once, on one record of ${lifecycle.id}.`,
      },
    ],
    obligations: [
      say(keys.edit, `An entry in the audit trail of ${lifecycle.id} cannot be changed.`),
      say(keys.remove, `An entry in the audit trail of ${lifecycle.id} cannot be removed.`),
      say(keys.off, `The audit trail of ${lifecycle.id} cannot be switched off by those who act or administer.`),
    ],
    cases: [
      {
        type: 'AUD',
        element: lifecycle.key,
        elementId: lifecycle.id,
        semanticKey: `AUD|${lifecycle.id}|integrity`,
        title: `${lifecycle.id}: entries of the audit trail can be neither changed nor switched off`,
        objective: `Entries in the audit trail of ${lifecycle.id} can be neither changed, removed nor switched off.`,
        setup: {
          initialState: initialStates(situation, lifecycle.id, at, context),
          prerequisites: startingPoint(situation, lifecycle.id, at, context),
          accounts: [user, ...administrators],
          testData: testRecords(lifecycles, context),
          cleanUp: cleanUp(lifecycles, context),
        },
        steps: [
          {
            system,
            action: `As ${user.account} in ${system} export the audit trail of ${record}.`,
            expected: `The export holds at least one entry for ${lifecycle.id} and is readable outside ${system}.`,
            record: 'Write the number of entries; attach the export.',
            proves: [],
          },
          refused(
            `As ${user.account} in ${system} open one entry of ${record} and try to change its new value to "X".`,
            keys.edit,
          ),
          refused(`As ${user.account} in ${system} try to delete that entry.`, keys.remove),
          refused(`As ${user.account} in ${system} try to switch off the audit trail.`, keys.off),
          ...(administrators.length === 0
            ? [
                refused(
                  `As the administrator of ${system} (${notDeclared('role of kind administrator')}; write the account used) try to switch off the audit trail.`,
                  keys.off,
                ),
              ]
            : administrators.map(({ account }) =>
                refused(
                  `As ${account} in ${system} try to switch off the audit trail and to change the entry.`,
                  keys.off,
                ),
              )),
          {
            system,
            action: `As ${user.account} in ${system} export the audit trail of ${record} again and compare it with step 10.`,
            expected:
              'The same entries with the same content; what was added concerns the attempts of this case alone.',
            record: 'Write the number of entries; attach the export.',
            proves: [keys.edit, keys.remove, keys.off],
          },
        ],
        support: [lifecycle.key, `object:${lifecycle.object ?? ''}`].filter((key) => context.model.elements.has(key)),
      },
    ],
  };
}
