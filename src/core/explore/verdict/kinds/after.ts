import type { Expression } from '../../plant/expression.ts';
import { all, any, FALSE, not, TRUE, withoutAtoms } from '../../plant/simplify.ts';
import type { History } from '../../plant/with-history.ts';
import type { Property } from '../../search/property.ts';
import type { InvariantKind, Question, RememberingQuestion } from '../compiled-invariant.ts';
import { changersOf, plainly } from './changers.ts';
import {
  belongTogether,
  bindingsWith,
  happenings,
  leftOutNote,
  leftOutOf,
  objectsNamed,
  recordName,
  recordsOf,
} from './records-of-steps.ts';
import type { Bound } from './records-of-steps.ts';
import { conditionIn, isSteps } from './steps-or-condition.ts';

/**
 * After steps, or after a condition has become true, what `must` names is reached: it stays possible until it is there, and
 * with `without: people` the machines get there by themselves. The time limit is not a matter of what is reachable.
 */
export const after: InvariantKind = {
  kind: 'after',
  remember: (question) => repliesOf(question).map(({ history }) => history),
  compile: (question) => {
    const { plant, invariant } = question;
    const { after: trigger, must, within } = invariant.attributes;
    if (trigger === undefined || must === undefined) return { notExplored: 'It does not say what must follow.' };
    const unheard = isSteps(must) ? leftOutOf(plant.bounds, must) : [];
    if (unheard.length > 0) return { notExplored: `${leftOutNote(unheard).join(' ')} It cannot follow there.` };
    const leftOut = isSteps(trigger) ? leftOutOf(plant.bounds, trigger) : [];
    if (isSteps(trigger) && leftOut.length === trigger.length) return { notExplored: leftOutNote(leftOut).join(' ') };
    return {
      properties: propertiesOf(question),
      notes: [
        ...leftOutNote(leftOut),
        ...(within === undefined
          ? []
          : [
              `Explored is that it stays reachable; the limit of ${within} is judged elsewhere, from latencies and retries (interface-latency-exceeds-need).`,
            ]),
      ],
    };
  },
};

function propertiesOf(question: RememberingQuestion): readonly Property[] {
  const { composition, plant, invariant } = question;
  const { after: trigger, must, given, without } = invariant.attributes;
  if (trigger === undefined || must === undefined) return [];
  const common = { kind: 'response', id: invariant.id, machinesOnly: without === 'people' } as const;
  const objects = objectsNamed(composition, [conditionIn(trigger), conditionIn(must), given]);
  const allowed = ({ binding, exists }: Bound): Expression =>
    all(exists, given === undefined ? TRUE : composition.condition(given, binding).yes);
  const goalOf = (bound: Bound, records: readonly number[]): Expression => {
    if (isSteps(must)) return replied(question, records);
    const goal = all(bound.exists, composition.condition(must, bound.binding).yes);
    // Machines by themselves settle nothing that only people can tell.
    return without === 'people' ? plainly(goal) : withoutAtoms(goal);
  };
  if (!isSteps(trigger))
    return composition.bindings(objects).map((bound) => ({
      ...common,
      triggers: [],
      when: withoutAtoms(all(allowed(bound), composition.condition(trigger, bound.binding).yes)),
      goal: goalOf(bound, [...bound.binding.values()]),
    }));
  const found = happenings(plant, trigger);
  return recordsOf(found).flatMap((record) =>
    bindingsWith(composition, objects, record).map((bound) => ({
      ...common,
      triggers: found
        .filter((happening) => happening.record === record)
        .map(({ step }) => ({ step: step.id, given: withoutAtoms(allowed(bound)) })),
      goal: goalOf(bound, [...new Set([...bound.binding.values(), record])]),
    })),
  );
}

/** A step of `must` that has come since the trigger: one memory for each pair of records on which they happen. */
interface Reply {
  /** Record of the trigger; absent with a condition. */
  readonly trigger?: number;
  readonly bound?: Bound;
  /** Record on which the step of `must` happens. */
  readonly record: number;
  readonly history: History;
}

function repliesOf({ composition, invariant }: Question): readonly Reply[] {
  const { plant } = composition;
  const { after: trigger, must, given } = invariant.attributes;
  if (trigger === undefined || must === undefined || !isSteps(must)) return [];
  const found = happenings(plant, must);
  const setting = (record: number): readonly number[] =>
    found.filter((happening) => happening.record === record).map(({ step }) => step.id);
  if (isSteps(trigger)) {
    const started = happenings(plant, trigger);
    return recordsOf(started).flatMap((from) => {
      const clears = started.filter(({ record }) => record === from).map(({ step }) => step.id);
      return recordsOf(found).map((record) => ({
        trigger: from,
        record,
        history: {
          name: `${invariant.id}: ${must.join(' or ')}${recordName(plant, record)} after ${trigger.join(' or ')}${recordName(plant, from)}`,
          property: invariant.id,
          // What happens in the trigger itself does not follow it.
          sets: setting(record)
            .filter((step) => !clears.includes(step))
            .map((step) => ({ step })),
          clears: clears.map((step) => ({ step })),
        },
      }));
    });
  }
  return composition.bindings(objectsNamed(composition, [trigger, given])).flatMap((bound) => {
    const when = withoutAtoms(
      all(
        bound.exists,
        composition.condition(trigger, bound.binding).yes,
        given === undefined ? TRUE : composition.condition(given, bound.binding).yes,
      ),
    );
    const about = [...bound.binding.values()].map((one) => plant.records[one]?.name ?? '').join(' and ');
    return recordsOf(found).map((record) => ({
      bound,
      record,
      history: {
        name: `${invariant.id}: ${must.join(' or ')}${recordName(plant, record)} after its condition${about === '' ? '' : ` for ${about}`}`,
        property: invariant.id,
        sets: setting(record).map((step) => ({ step })),
        // Before the condition becomes true, nothing counts: only steps that touch what it reads can make it so.
        clears: changersOf(plant, when).map((step) => ({ step, given: not(when) })),
      },
    }));
  });
}

/** That a step of `must` has come on a record that belongs to these, since the trigger on one of them. */
function replied(question: RememberingQuestion, records: readonly number[]): Expression {
  const { composition, remembered } = question;
  const belongs = (record: number): Expression =>
    records.length === 0 ? TRUE : any(...records.map((one) => belongTogether(composition, one, record)));
  return any(
    ...repliesOf(question).map(({ trigger, bound, record, history }) => {
      const ours =
        trigger !== undefined
          ? records.includes(trigger)
          : [...(bound?.binding.values() ?? [])].every((one) => records.includes(one));
      return ours ? all(belongs(record), remembered(history.name)) : FALSE;
    }),
  );
}
