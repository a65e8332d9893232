import type { Binding, Composition } from '../../compose/composition.ts';
import type { Expression } from '../../plant/expression.ts';
import { all, any, FALSE, not, TRUE } from '../../plant/simplify.ts';
import type { History, HistoryStep } from '../../plant/with-history.ts';
import type { Question, RememberingQuestion } from '../compiled-invariant.ts';
import { changersOf, plainly } from './changers.ts';
import { belongTogether, bindingsWith, happenings, objectsNamed, recordName, recordsOf } from './records-of-steps.ts';
import type { Bound } from './records-of-steps.ts';
import { conditionIn, isSteps } from './steps-or-condition.ts';

/** That what `must` names has come: on one record, or for the records that a condition is about. */
export interface Memory {
  /** The record on which its steps happen. */
  readonly record?: number;
  /** The records that its condition is about. */
  readonly bound?: Bound;
  /** With a condition: that it is true now, whatever the search cannot know. */
  readonly now: Expression;
  /** One for the whole story, and one for each record on which counting begins anew. */
  readonly bits: readonly { readonly since?: number; readonly history: History }[];
}

/** Everything that has to be remembered for a `before`; always the same, in the same order, for the same question. */
export function memories(question: Question): readonly Memory[] {
  const { composition, invariant } = question;
  const { plant } = composition;
  const { must, since = [], before: judged } = invariant.attributes;
  if (must === undefined || judged === undefined) return [];
  const anew = happenings(plant, since);
  const counts = countsOf(question, recordsOf(anew));
  const bits = (what: string, sets: readonly HistoryStep[]): Memory['bits'] =>
    counts.map((count) => ({
      ...(count === undefined ? {} : { since: count }),
      history: {
        name: `${invariant.id}: ${what}${count === undefined ? '' : ` since ${since.join(' or ')}${recordName(plant, count)}`}`,
        property: invariant.id,
        sets,
        clears: anew.filter(({ record }) => record === count).map(({ step }) => ({ step: step.id })),
      },
    }));
  if (isSteps(must)) {
    const found = happenings(plant, must);
    return recordsOf(found).map((record) => ({
      record,
      now: FALSE,
      bits: bits(
        `${must.join(' or ')}${recordName(plant, record)}`,
        found.filter((happening) => happening.record === record).map(({ step }) => ({ step: step.id })),
      ),
    }));
  }
  return composition.bindings(objectsNamed(composition, [must, conditionIn(judged)])).map((bound) => {
    const now = plainly(all(bound.exists, composition.condition(must, bound.binding).yes));
    const about = [...bound.binding.values()].map((record) => plant.records[record]?.name ?? '').join(' and ');
    return {
      bound,
      now,
      // While no step touches what it reads, a condition that is true remains true: only those steps have to be noticed.
      bits: bits(
        `its condition${about === '' ? '' : ` for ${about}`}`,
        changersOf(plant, now).map((step) => ({ step, given: now })),
      ),
    };
  });
}

/** That it has come, for what belongs to these records: since each of them on which it is counted anew. */
export function hasCome(
  { composition, remembered }: RememberingQuestion,
  known: readonly Memory[],
  binding: Binding,
  records: readonly number[],
): Expression {
  return any(
    ...known.map(({ record, bound, now, bits }) => {
      const about =
        record !== undefined
          ? related(composition, records, record)
          : bound !== undefined && agrees(bound.binding, binding)
            ? bound.exists
            : FALSE;
      return all(
        about,
        ...bits.map(({ since, history }) =>
          any(remembered(history.name), now, since === undefined ? FALSE : not(related(composition, records, since))),
        ),
      );
    }),
  );
}

/** Records on which it is counted anew, and `undefined` for the whole story where that is not already said by one of them. */
function countsOf({ composition, invariant }: Question, since: readonly number[]): readonly (number | undefined)[] {
  const { before: judged, must } = invariant.attributes;
  if (judged === undefined || must === undefined || since.length === 0) return [undefined];
  const objects = objectsNamed(composition, [conditionIn(judged), conditionIn(must)]);
  const groups = isSteps(judged)
    ? recordsOf(happenings(composition.plant, judged)).flatMap((record) =>
        bindingsWith(composition, objects, record).map(({ binding }) => [...binding.values(), record]),
      )
    : composition.bindings(objects).map(({ binding }) => [...binding.values()]);
  const always = groups.every((records) =>
    since.some((record) => related(composition, records, record).kind === 'true'),
  );
  return always ? since : [undefined, ...since];
}

/** That a record belongs to one of these. */
function related(composition: Composition, records: readonly number[], record: number): Expression {
  return records.length === 0 ? TRUE : any(...records.map((one) => belongTogether(composition, one, record)));
}

/** Whether two bindings name the same record wherever both name one. */
function agrees(one: Binding, other: Binding): boolean {
  return [...one].every(([object, record]) => (other.get(object) ?? record) === record);
}
