import { ABSENT } from '../../model/condition/state-vocabulary.ts';
import type { DerivationContext } from '../derivation-context.ts';
import type { StepDraft } from '../draft.ts';
import type { TransitionView } from '../lifecycle-view.ts';
import { interfacesEmitted } from '../emitted.ts';
import { quietPeriod } from './limits.ts';
import { noMessageStep } from './observations.ts';
import { notDeclared } from './gaps.ts';
import { recordOf, systemOf } from './test-names.ts';

/** Where a refusal is tried: a record of a lifecycle, in one state, seen by one account. */
export interface RefusalPlace {
  readonly transition: TransitionView;
  readonly state: string;
  /** Account that looks at the record before and after. */
  readonly observer: string;
}

/** The record before: what must be the same after. */
export function beforeRefusal({ transition, state, observer }: RefusalPlace, context: DerivationContext): StepDraft {
  const lifecycle = context.lifecycle(transition.lifecycle);
  const [system, record] = [systemOf(lifecycle), recordOf(lifecycle)];
  if (state === ABSENT) {
    return {
      system,
      action: `As ${observer} in ${system} look for ${record}. Note the time on the reference clock as T0.`,
      expected: `No ${transition.lifecycle} record is found for it.`,
      record: 'Write the number of records found and T0.',
      proves: [],
    };
  }
  return {
    system,
    action: `As ${observer} in ${system} open ${record} and read status, record version and all fields. Note the time on the reference clock as T0.`,
    expected: `${transition.lifecycle} is ${state}.`,
    record: 'Write T0, status, version and field values; attach a screen that shows user, clock and environment.',
    proves: [],
  };
}

/** What a refused attempt leaves on the record itself. */
export function unchanged({ transition, state }: RefusalPlace): string {
  return state === ABSENT
    ? `no ${transition.lifecycle} record exists`
    : `${transition.lifecycle} stays ${state}; the record version equals step 10`;
}

/**
 * The record after all attempts: the same in every field, nothing sent, every attempt that got through to the system is logged.
 * `attempts` names what must be found in the log; undefined where a machine simply did nothing.
 */
export function afterRefusal(
  place: RefusalPlace,
  attempts: string | undefined,
  context: DerivationContext,
): readonly StepDraft[] {
  const { transition, state, observer } = place;
  const lifecycle = context.lifecycle(transition.lifecycle);
  const [system, record] = [systemOf(lifecycle), recordOf(lifecycle)];
  const interfaces = interfacesEmitted(transition);
  const compare: StepDraft = {
    system,
    action: `As ${observer} in ${system} open ${record} again and compare it with step 10.`,
    expected:
      state === ABSENT
        ? `No ${transition.lifecycle} record is found for it.`
        : `${transition.lifecycle} is ${state}; record version and every field equal step 10.`,
    record: 'Write status and version; attach a screen that shows user, clock and environment.',
    proves: [],
  };
  const log: StepDraft = {
    system,
    action: `Export the audit trail and the security log of ${system} for ${record} from T0 on.`,
    expected: `${logExpectation(attempts, context.model.get('object', lifecycle?.object ?? '')?.attributes.record?.auditTrail !== undefined, lifecycle?.object)} No entry shows a change of ${record}.`,
    record: 'Write user and time of each entry; attach the export.',
    proves: [],
  };
  return [compare, ...noMessageStep(interfaces, record, quietPeriod(interfaces, context), context), log];
}

function logExpectation(attempts: string | undefined, declared: boolean, object: string | undefined): string {
  if (attempts === undefined) return 'Entries, if any, say only that nothing was done.';
  const entry = `For ${attempts} there is an entry with user, time with offset and the refusal, where the system let the attempt be made.`;
  return declared
    ? entry
    : `${entry} (${notDeclared(`audit trail of ${object ?? 'this record'}`)}; write what is kept.)`;
}
