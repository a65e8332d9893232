import type { Condition } from '../../language/condition.ts';
import { partsOf } from '../../model/condition/normal-form.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { boundsText } from '../../explore/compose/bounds-text.ts';
import { boundsOf } from '../../explore/compose/bounds.ts';
import { composePlant } from '../../explore/compose/compose-plant.ts';
import type { Composition } from '../../explore/compose/composition.ts';
import type { ComposedPlant, PlantBounds } from '../../explore/plant/composed-plant.ts';
import type { Expression } from '../../explore/plant/expression.ts';
import { all, any, not, TRUE, withoutAtoms } from '../../explore/plant/simplify.ts';
import type { Property } from '../../explore/search/property.ts';
import { search } from '../../explore/search/search.ts';
import type { SearchLimits, SearchResult } from '../../explore/search/search-result.ts';
import { compileInvariants } from '../../explore/verdict/compile-invariant.ts';
import { leftOutOf } from '../../explore/verdict/kinds/records-of-steps.ts';
import type { DerivationContext } from '../derivation-context.ts';
import type { TransitionView } from '../lifecycle-view.ts';
import type { Exclusion } from '../test-case.ts';
import { attackWay } from './attack-way.ts';
import type { Attack, AttackSituation, AttackVariant, NoSituation } from './attack.ts';
import { ATTACK_VARIANTS } from './attack.ts';
import { attackedSteps, interfacesThatMatter, lifecyclesNamed, mayPass, notAttacked } from './attacked-invariants.ts';
import { machinesAtRest, withPromptMachines } from './quiet-plant.ts';
import { attemptsOf, type Attempt, type AttackedQuestion } from './attempts.ts';
import { situationAt } from './situation-at.ts';

/** A plant with more states is not searched to its end for test cases. */
const LIMITS: SearchLimits = { states: 100_000, bytes: 256 * 1024 ** 2 };

/** What was looked for, and what nobody looks for, with the reason. */
export interface Attacks {
  readonly attacks: readonly Attack[];
  readonly exclusions: readonly Exclusion[];
}

/** One step of one invariant, with what is asked of the search. */
interface AskedAttack {
  readonly question: AttackedQuestion;
  readonly transition: TransitionView;
  readonly attempts: readonly Attempt[];
  readonly goals: Readonly<Record<AttackVariant, readonly Goal[]>>;
}

/** Where a variant is at home; `exact` holds free atoms, one expression for each attempt. The first goal that is reached counts. */
interface Goal {
  readonly exact: readonly { readonly attempt: Attempt; readonly expression: Expression }[];
}

/** Every attack on every invariant of the revision, from one search of its composed plant. */
export function attacksOn(context: DerivationContext): Attacks {
  const { model } = context;
  const all = model.ofKind('invariant');
  const attacked = all.filter((invariant) => notAttacked(invariant) === undefined);
  const exclusions = all.flatMap((invariant): readonly Exclusion[] => {
    const reason = notAttacked(invariant);
    return reason === undefined ? [] : [excludedInvariant(invariant, reason)];
  });
  if (attacked.length === 0) return { attacks: [], exclusions };
  const first = planned(composedWithRoom(model, []), attacked, context);
  const apart = conditionsToldApart(first.chosen);
  // A condition that is judged alone must not fall together with another one that is only ever judged with it.
  const plan = apart.length === 0 ? first : planned(composedWithRoom(model, apart), attacked, context);
  const asked = plan.chosen.map((one) => ({ ...one, goals: goalsOf(one.question, one, context) }));
  return { attacks: answered(asked, plan.plant, model), exclusions: [...exclusions, ...plan.excluded] };
}

interface AttackPlan {
  readonly plant: ComposedPlant;
  readonly chosen: readonly (ChosenStep & { readonly question: AttackedQuestion })[];
  readonly excluded: readonly Exclusion[];
}

/** Which steps are attacked for which invariants in this world. */
function planned(
  composition: Composition,
  attacked: readonly Element<'invariant'>[],
  context: DerivationContext,
): AttackPlan {
  const { model } = context;
  const compiledAll = compileInvariants(model, composition, attacked);
  const plant = withPromptMachines(compiledAll.plant);
  const plans = attacked.map((invariant, index) => {
    const compiled = compiledAll.invariants[index];
    const question: AttackedQuestion = { model, composition, plant, invariant, property: compiled?.properties[0] };
    if (compiled?.notExplored !== undefined)
      return { chosen: [], excluded: [excludedInvariant(invariant, compiled.notExplored)] };
    const { chosen, excluded } = stepsToAttack(question, context);
    return { chosen: chosen.map((one) => ({ question, ...one })), excluded };
  });
  return {
    plant,
    chosen: plans.flatMap(({ chosen }) => chosen),
    excluded: plans.flatMap(({ excluded }) => excluded),
  };
}

/** Conditions of attacked steps that read what is remembered, where the step has several: each counts by itself. */
function conditionsToldApart(chosen: readonly ChosenStep[]): readonly Condition[] {
  return [...new Set(chosen.map(({ transition }) => transition))].flatMap(({ when, procedure }) => {
    const all = [...(when?.kind === 'all' ? when.of : when === undefined ? [] : [when]), procedure].filter(
      (condition) => condition !== undefined,
    );
    return all.length < 2 ? [] : all.filter(readsWhatIsRemembered);
  });
}

/** Answers to a question are the truth at that moment; copies and fields are remembered values. */
function readsWhatIsRemembered(condition: Condition): boolean {
  if (condition.kind === 'read') return condition.from === 'copy' || readsWhatIsRemembered(condition.of);
  return condition.kind === 'comparison' || partsOf(condition).some(readsWhatIsRemembered);
}

function excludedInvariant({ key, id }: Element<'invariant'>, reason: string): Exclusion {
  return { rule: 'INV', element: key, what: `Attempts to break ${id}`, reason };
}

/**
 * The plant of the declared bounds with room for one message in each channel, or for as many as one step sends at once.
 * People need not wait for messages: whoever attacks does not.
 */
function composedWithRoom(model: SpecModel, conditions: readonly Condition[]): Composition {
  const compose = (messages: number): Composition => {
    const bounds: PlantBounds = boundsOf(model, { messages, faults: 0, timing: 'any' });
    return composePlant(model, bounds, { conditions });
  };
  const composition = compose(1);
  const most = Math.max(1, ...composition.plant.steps.map(({ actions }) => mostSent(actions)));
  return most === 1 ? composition : compose(most);
}

function mostSent(actions: ComposedPlant['steps'][number]['actions']): number {
  const sent = new Map<number, number>();
  for (const action of actions)
    if (action.kind === 'send' || action.kind === 'sendContent')
      sent.set(action.channel, (sent.get(action.channel) ?? 0) + 1);
  return Math.max(0, ...sent.values());
}

type ChosenStep = Pick<AskedAttack, 'transition' | 'attempts'>;

/** The steps that can break the invariant, and those of the named ones that are not tried. */
function stepsToAttack(
  question: AttackedQuestion,
  context: DerivationContext,
): { readonly chosen: readonly ChosenStep[]; readonly excluded: readonly Exclusion[] } {
  const { invariant, plant } = question;
  const steps = attackedSteps(invariant);
  const chosen: ChosenStep[] = [];
  const excluded: Exclusion[] = [];
  const leftOut = lifecyclesNamed(invariant).filter((id) => plant.bounds.without.includes(id));
  for (const lifecycle of context.lifecycles) {
    for (const transition of lifecycle.transitions) {
      if (steps !== 'any' && !steps.includes(transition.id)) continue;
      const exclude = (reason: string): number =>
        excluded.push({
          rule: 'INV',
          element: transition.key,
          what: `${transition.id} attempted against ${invariant.id}`,
          reason,
        });
      if (leftOutOf(plant.bounds, [transition.id]).length > 0) {
        if (steps !== 'any' || leftOut.includes(lifecycle.id))
          exclude(`${transition.id} is left out of the plant that is explored (explore.without).`);
        continue;
      }
      const attempts = attemptsOf(question, transition);
      if (attempts.length > 0) chosen.push({ transition, attempts });
      else if (steps !== 'any')
        exclude(`${transition.id} begins only where ${invariant.id} allows it: no attempt could break it.`);
    }
  }
  return { chosen, excluded };
}

function goalsOf(
  { plant, invariant }: AttackedQuestion,
  { transition, attempts }: ChosenStep,
  context: DerivationContext,
): AskedAttack['goals'] {
  const named = invariant.attributes.requires === undefined ? lifecyclesNamed(invariant) : [];
  const lifecycles = [transition.lifecycle, ...named];
  const matter = interfacesThatMatter(invariant, transition, lifecycles, context);
  const systems = new Set(lifecycles.flatMap((id) => context.lifecycle(id)?.system ?? []));
  const pending = any(
    ...plant.channels.flatMap(({ interface: id, receiver }, channel): readonly Expression[] =>
      matter.has(id) && systems.has(receiver) ? [{ kind: 'waiting', channel }] : [],
    ),
  );
  const rest = machinesAtRest(plant, transition.id);
  // What a machine may do, and does by itself, nobody can attempt.
  const unattempted = attackWay(transition) === 'automatic' && mayPass(invariant);
  const goal = (where: (attempt: Attempt) => Expression): Goal => ({
    exact: attempts
      .map((attempt) => ({
        attempt,
        expression: all(
          attempt.breaks,
          attempt.notByPeopleAlone,
          rest,
          where(attempt),
          unattempted ? not(allMet(attempt)) : TRUE,
        ),
      }))
      .filter(({ expression }) => expression.kind !== 'false'),
  });
  return {
    direct: [goal(() => plant.settled)],
    pending: pending.kind === 'false' ? [] : [goal(() => pending)],
    near: [goal(allMet), goal(exactlyOneUnmet)],
  };
}

function allMet({ conditions }: Attempt): Expression {
  return all(...conditions.map(({ met }) => met));
}

function exactlyOneUnmet({ conditions }: Attempt): Expression {
  return any(
    ...conditions.map((unmet) =>
      all(not(unmet.met), ...conditions.filter((one) => one !== unmet).map(({ met }) => met)),
    ),
  );
}

/** One search for all goals; those that can never come about are not asked. */
function answered(asked: readonly AskedAttack[], plant: ComposedPlant, model: SpecModel): readonly Attack[] {
  const properties: Property[] = [];
  const placeOf = new Map<Goal, number>();
  for (const { goals } of asked)
    for (const goal of ATTACK_VARIANTS.flatMap((variant) => goals[variant])) {
      const reached = any(...goal.exact.map(({ expression }) => withoutAtoms(expression)));
      if (reached.kind !== 'false')
        placeOf.set(goal, properties.push({ kind: 'reachable', id: 'attack', goal: reached }) - 1);
    }
  const result = properties.length === 0 ? undefined : search(plant, properties, LIMITS, {}, { stopWhenDecided: true });
  return asked.map(({ question, transition, goals }) => ({
    invariant: question.invariant,
    transition,
    found: Object.fromEntries(
      ATTACK_VARIANTS.map((variant) => [
        variant,
        foundBy(goals[variant], question, transition, placeOf, result, model, plant),
      ]),
    ) as Attack['found'],
  }));
}

function foundBy(
  goals: readonly Goal[],
  question: AttackedQuestion,
  transition: TransitionView,
  placeOf: ReadonlyMap<Goal, number>,
  result: SearchResult | undefined,
  model: SpecModel,
  plant: ComposedPlant,
): AttackSituation | NoSituation {
  for (const goal of goals) {
    const answer = result?.answers[placeOf.get(goal) ?? -1];
    if (answer?.outcome !== 'satisfied' || answer.trace === undefined) continue;
    const situation = situationAt(answer.trace, goal.exact, question, transition, plant);
    if (situation !== undefined) return situation;
  }
  if (goals.length === 0)
    return {
      reason: `No message that bears on ${transition.id} is waited for in ${transition.system ?? 'its system'}.`,
    };
  if (result?.stopped !== undefined && result.stopped !== 'decided' && goals.some((goal) => placeOf.has(goal)))
    return {
      reason: `INCOMPLETE: the search ended at ${result.states} states, before every situation was seen. Author a case for it.`,
    };
  return {
    reason: `No way that a tester can go leads to such a situation within these bounds: ${boundsText(boundsOf(model, { ...plant.bounds }))}.`,
  };
}
