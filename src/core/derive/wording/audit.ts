import type { DerivationContext } from '../derivation-context.ts';
import type { StepDraft } from '../draft.ts';
import { ABSENT } from '../../model/condition/state-vocabulary.ts';
import type { Firing } from '../settled/settled-plant.ts';
import { listed, notDeclared } from './gaps.ts';
import { clockLimit } from './limits.ts';
import { reasonText } from './acting.ts';
import { machineAccount, recordOf, systemOf } from './test-names.ts';

/** Facts that the audit trail of an object keeps of each change; undefined = not declared, `none` = declared to keep none. */
export function auditFacts(
  object: string | undefined,
  context: DerivationContext,
): readonly string[] | 'none' | undefined {
  const trail = object === undefined ? undefined : context.model.get('object', object)?.attributes.record?.auditTrail;
  if (trail === undefined || trail === 'none') return trail;
  return trail.captures ?? ['who', 'when', 'old', 'new'];
}

/** The audit trail after a change of status: who, when, old, new, why, and nothing beyond the change. */
export function auditEntryStep(
  firing: Firing,
  account: string,
  also: readonly string[],
  context: DerivationContext,
): StepDraft {
  const { transition, from, to } = firing;
  const lifecycle = context.lifecycle(transition.lifecycle);
  const [system, record] = [systemOf(lifecycle), recordOf(lifecycle)];
  const facts = auditFacts(lifecycle?.object, context);
  const written = 'Write user, old value, new value, time and reason of each entry; attach the export.';
  const action = `Export the audit trail of ${record} from ${system} for the time from T0 on.`;
  if (facts === undefined) {
    return {
      system,
      action,
      expected: `${notDeclared(`audit trail of ${lifecycle?.object ?? transition.lifecycle}`)}. Write whether there is an entry for ${transition.event}, and its user, old value, new value, time with offset and reason.`,
      record: written,
      proves: [],
    };
  }
  if (facts === 'none')
    return {
      system,
      action,
      expected: 'No entry: the specification declares that no audit trail is kept here.',
      record: written,
      proves: [],
    };
  const user =
    firing.way === 'person' || firing.way === 'not declared'
      ? account
      : machineAccount(transition, firing.message, context);
  const words: Readonly<Record<string, string>> = {
    who: `user ${user}`,
    old: `old value ${from === ABSENT ? '(none)' : from}`,
    new: `new value ${to}`,
    when: `time with offset, ${clockLimit(lifecycle?.system, context)}`,
    why:
      transition.element.attributes.reason === true && firing.way === 'person'
        ? `reason "${reasonText(transition)}"`
        : 'reason empty, as none is asked for',
  };
  const order = ['who', 'old', 'new', 'when', 'why'];
  const shown = [...order.filter((fact) => facts.includes(fact)), ...facts.filter((fact) => !order.includes(fact))].map(
    (fact) => words[fact] ?? fact,
  );
  const rest = also.length === 0 ? '' : ` Entries for ${listed(also)} carry the same user and time.`;
  return {
    system,
    action,
    expected: `Exactly one entry for the status ${transition.lifecycle}: ${shown.join('; ')}.${rest} No entry for any other field of ${record}. The export is readable outside ${system}.`,
    record: written,
    proves: [],
  };
}
