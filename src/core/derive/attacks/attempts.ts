import type { Condition } from '../../language/condition.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { Binding, Composition } from '../../explore/compose/composition.ts';
import type { ComposedPlant, Step } from '../../explore/plant/composed-plant.ts';
import type { Expression } from '../../explore/plant/expression.ts';
import { all, any, expressionText, FALSE, not, TRUE } from '../../explore/plant/simplify.ts';
import { isWithoutRecord } from '../../explore/plant/without-record.ts';
import type { Property } from '../../explore/search/property.ts';
import { bindingsWith } from '../../explore/verdict/kinds/records-of-steps.ts';
import type { TransitionView } from '../lifecycle-view.ts';
import { after, type Effects } from './state-after.ts';

/** One condition of a step, and where it is met. Free atoms may stand inside. */
export interface StepCondition {
  readonly condition: Condition;
  readonly met: Expression;
}

/** One way to take a step on one record: from one state, with one choice of what is entered. */
export interface Attempt {
  readonly record: number;
  readonly from: string;
  /** The step of the plant; absent where no situation of the plant allows it at all. */
  readonly step: Step | undefined;
  /** The record is where the step begins, and taking it would break the invariant. Free atoms may stand inside. */
  readonly breaks: Expression;
  /** The top-level conditions of the step, each alone. */
  readonly conditions: readonly StepCondition[];
  /** What only people make sure of is so, or something else stops the step anyway. */
  readonly notByPeopleAlone: Expression;
}

/** The world in which an invariant is attacked. */
export interface AttackedWorld {
  readonly model: SpecModel;
  readonly composition: Composition;
  /** With what invariants have to remember. */
  readonly plant: ComposedPlant;
}

/** What the invariant asks of that world. */
export interface AttackedQuestion extends AttackedWorld {
  readonly invariant: Element<'invariant'>;
  /** Of the compiled invariant. */
  readonly property: Property | undefined;
}

/** Every attempt of a step, on the first record that has its lifecycle, by which the invariant could be broken. */
export function attemptsOf(question: AttackedQuestion, transition: TransitionView): readonly Attempt[] {
  const { plant } = question;
  const place = statusOf(plant, transition.lifecycle);
  if (place === undefined) return [];
  return waysOf(plant, transition, place).flatMap((way) => {
    const values = plant.variables[place.variable]?.values.indexOf(way.from) ?? -1;
    if (values < 0) return [];
    const here: Expression = { kind: 'in', variable: place.variable, values: [values] };
    const attempted = { ...way, record: place.record };
    const breaks = all(
      here,
      way.from === 'absent' ? TRUE : existing(plant, place.record),
      after(demandBroken(question, attempted, place.variable, values), [
        { kind: 'set', variable: place.variable, value: values },
      ]),
    );
    if (breaks.kind === 'false') return [];
    const conditions = conditionsOf(transition.when).map((condition) => ({
      condition,
      met: meaning(question, condition, transition, attempted),
    }));
    const procedure =
      transition.procedure === undefined ? TRUE : meaning(question, transition.procedure, transition, attempted);
    return [
      {
        ...attempted,
        breaks,
        conditions,
        notByPeopleAlone: any(not(all(...conditions.map(({ met }) => met))), procedure),
      },
    ];
  });
}

/** A way to take a step, before it is known what it breaks. */
interface StepWay {
  readonly from: string;
  readonly step: Step | undefined;
  readonly effects: Effects;
}

interface StatusPlace {
  readonly variable: number;
  readonly record: number;
}

/** The status of the first record; records of a kind are alike, so one of them is enough. */
function statusOf(plant: ComposedPlant, lifecycle: string): StatusPlace | undefined {
  const places = plant.variables.flatMap(({ role }, variable) =>
    role.kind === 'status' && role.lifecycle === lifecycle ? [{ variable, record: role.record }] : [],
  );
  return places.sort((a, b) => a.record - b.record)[0];
}

function existing(plant: ComposedPlant, record: number): Expression {
  const variable = plant.variables.findIndex(({ role }) => role.kind === 'existence' && role.record === record);
  return variable === -1 ? TRUE : { kind: 'in', variable, values: [1] };
}

/** The ways of the plant's own steps; where it has none for this transition, what the transition itself says. */
function waysOf(plant: ComposedPlant, transition: TransitionView, place: StatusPlace): readonly StepWay[] {
  const ways = new Map<string, StepWay>();
  for (const step of plant.steps) {
    const [first] = step.transitions;
    if (
      first?.id !== transition.id ||
      first.record !== place.record ||
      step.kind === 'fault' ||
      isWithoutRecord(plant, step)
    )
      continue;
    const effects = step.actions.filter((action) => action.kind === 'set' || action.kind === 'copy');
    const way = { from: first.from, step, effects };
    const key = JSON.stringify([first.from, first.to, step.fills ?? {}, effects]);
    if (!ways.has(key)) ways.set(key, way);
  }
  if (ways.size > 0) return [...ways.values()];
  const values = plant.variables[place.variable]?.values ?? [];
  const { to } = transition;
  const targets = to.kind === 'state' ? [to.state] : to.kind === 'last' ? to.states : [];
  return transition.sources.flatMap((from) =>
    (to.kind === 'same' ? [from] : targets).map((target) => ({
      from,
      step: undefined,
      effects: [{ kind: 'set' as const, variable: place.variable, value: values.indexOf(target) }],
    })),
  );
}

/** Where this attempt must not succeed. */
function demandBroken(
  { composition, plant, invariant, property }: AttackedQuestion,
  { step, effects, record }: StepWay & { readonly record: number },
  variable: number,
  value: number,
): Expression {
  const { requires } = invariant.attributes;
  if (requires !== undefined) {
    const system = systemOf(plant, variable);
    return any(
      ...bindingsWith(composition, composition.objectsOf(requires), record).map(({ binding, exists }) =>
        all(exists, not(composition.condition(requires, binding, system, step).yes)),
      ),
    );
  }
  if (property?.kind === 'atStep') {
    // What has to be remembered divides steps: each part says where it is broken.
    const own = property.at.filter((at) => {
      const part = plant.steps[at.step];
      const [first] = part?.transitions ?? [];
      return (
        first?.id === step?.transitions[0]?.id && first?.record === record && first.from === step?.transitions[0]?.from
      );
    });
    return any(...own.map(({ bad }) => bad));
  }
  if (property?.kind !== 'never') return FALSE;
  // The status before the step is known, so both sides are said of the same state and what does not change falls away.
  const known: Effects = [{ kind: 'set', variable, value }];
  const before = after(property.bad, known);
  const afterwards = after(after(property.bad, effects), known);
  return expressionText(before) === expressionText(afterwards) ? FALSE : all(not(before), afterwards);
}

function systemOf(plant: ComposedPlant, variable: number): string | undefined {
  const role = plant.variables[variable]?.role;
  return role?.kind === 'status' ? role.system : undefined;
}

function meaning(
  { composition, plant }: AttackedQuestion,
  condition: Condition,
  transition: TransitionView,
  { step, record }: { readonly step: Step | undefined; readonly record: number },
): Expression {
  const object = plant.records[record]?.object;
  const binding: Binding = object === undefined ? new Map() : new Map([[object, record]]);
  return composition.condition(condition, binding, transition.system, step).yes;
}

/** The conditions that must all hold, one by one. */
function conditionsOf(when: Condition | undefined): readonly Condition[] {
  if (when === undefined) return [];
  return when.kind === 'all' ? when.of : [when];
}
