import { compareText } from '../../diagnostics/order.ts';
import type { Condition } from '../../language/condition.ts';
import { partsOf } from '../../model/condition/normal-form.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { ComposedPlant, PlantBounds, Step } from '../plant/composed-plant.ts';
import type { Expression } from '../plant/expression.ts';
import { normalExpression } from '../plant/normal-expression.ts';
import { all, not, TRUE } from '../plant/simplify.ts';
import { answersOf } from './answers.ts';
import type { Binding, Composition, Truth } from './composition.ts';
import { evaluate } from './evaluate.ts';
import type { Judge } from './situation.ts';
import type { KnownRelations } from './relations.ts';
import { leftOutOf } from './left-out.ts';
import type { Machine } from './machines.ts';
import { mailOf, type Mail } from './mail.ts';
import { loosenedIn, loosenedReadings } from './loosened-steps.ts';
import { isWithoutRecord } from '../plant/without-record.ts';
import { mergeValues } from './merge-values.ts';
import { conditionsOfInvariants, conditionsOfMoves, type ExploredCondition } from './readings.ts';
import { interfaceSteps, outsideSteps } from './interface-steps.ts';
import { finished, inOrder, type RawStep } from './raw-step.ts';
import { deliverySteps, ownSteps } from './steps.ts';
import { isIn } from './variables.ts';
import { compositionWithMessages } from './with-messages.ts';
import { worldOf, type World } from './world.ts';

/** What is asked of the plant beyond its own steps and invariants. */
export interface ComposeOptions {
  /** Further conditions whose distinctions the plant must keep. */
  readonly conditions?: readonly Condition[];
  /**
   * Follow also the codes that reach a receiver only to decide when a step may happen there (a disposition that allows a
   * rework). Without it they may be any code that can be sent, each time anew; that lets more happen, never less, and keeps
   * the world small. The steps that depend on it say so (`Step.loosened`).
   */
  readonly exact?: boolean;
  /** Who belongs to whom, where that is known beforehand: then it is the same in every story. */
  readonly belongs?: KnownRelations;
}

/** What was composed of a model: worlds that differ in their messages alone are composed once. */
const COMPOSED = new WeakMap<SpecModel, Map<string, Composition>>();

/** Composes the records, lifecycles and interfaces of a model into one finite world. */
export function composePlant(model: SpecModel, bounds: PlantBounds, options: ComposeOptions = {}): Composition {
  if (options.conditions !== undefined || options.belongs !== undefined) return composed(model, bounds, options);
  const known = COMPOSED.get(model) ?? new Map<string, Composition>();
  COMPOSED.set(model, known);
  const name = (within: PlantBounds): string =>
    JSON.stringify({ ...within, messages: 0, exact: options.exact === true });
  const composition = known.get(name(bounds)) ?? composed(model, bounds, options);
  known.set(name(bounds), composition);
  // The plant's own bounds say how many records there are also where nobody said it.
  known.set(name(composition.plant.bounds), composition);
  return compositionWithMessages(composition, bounds.messages);
}

function composed(model: SpecModel, bounds: PlantBounds, options: ComposeOptions): Composition {
  const first = staged(model, bounds, options);
  const { judge, raw } = first.judge.mail.askedTooEarly ? staged(model, bounds, options, first.judge.mail) : first;
  const { world, mail } = judge;
  mail.close();
  const sizes = world.variables.list.map(({ values }) => values.length);
  const normal = (expression: Expression): Expression => normalExpression(expression, sizes);
  const whole = raw.map((step): RawStep => {
    const guard = normal(step.guard);
    return step.guardWithAtoms === undefined
      ? { ...step, guard }
      : { ...step, guard, guardWithAtoms: normal(step.guardWithAtoms) };
  });
  const still = normal(settledIn(judge, whole));
  const questions = world.atoms.aside(() => questionsOf(judge, model, options.conditions ?? []).map(normal));
  const merged = mergeValues(world.variables.list, whole, [still, ...questions]);
  const settled = merged.expression(still);
  const loosened = loosenedReadings(judge);
  const sizesNow = merged.variables.map(({ values }) => values.length);
  const steps = whole
    .map((step) => merged.step(step))
    .map((step) => timed(finished(step), bounds, settled))
    .map((step) => ({ ...step, guard: normalExpression(step.guard, sizesNow) }))
    .filter(({ guard }) => guard.kind !== 'false')
    .map((step, id): Step => ({ id, ...step, ...loosenedIn(step, loosened) }));
  const instances = { ...bounds.instances };
  for (const { object, spare } of world.records)
    if (object !== undefined && !spare && bounds.instances[object] === undefined)
      instances[object] = world.recordsOfObject(object).length - (bounds.spare[object] ?? 0);
  const plant: ComposedPlant = {
    records: world.records,
    variables: merged.variables,
    channels: mail.channels(),
    steps,
    initial: world.variables.beginnings().map((values) => merged.values(values)),
    freeAtoms: world.atoms.texts,
    settled,
    resting: restingIn(world),
    leftOut: leftOutOf(judge),
    bounds: { ...bounds, instances },
  };
  return {
    plant,
    condition: (condition, binding, at, step) => {
      const fills = step === undefined ? new Map<string, number>() : fillsOf(step, world);
      const { yes, no } = judged(judge, condition, binding, at, fills);
      return { yes: merged.expression(normal(yes)), no: merged.expression(normal(no)) };
    },
    bindings: (objects) => bindingsOf(objects, world),
    objectsOf: (condition) => objectsNamed(condition, model),
    // What never has room is never taken.
    stepsOf: (transition) =>
      steps.filter((step) => !isWithoutRecord(plant, step) && step.transitions.some(({ id }) => id === transition)),
  };
}

/** The world with all its steps; `known` = the mail of the same world when it was staged before. */
function staged(
  model: SpecModel,
  bounds: PlantBounds,
  options: ComposeOptions,
  known?: Mail,
): { readonly judge: Judge; readonly raw: readonly RawStep[] } {
  const further = (options.conditions ?? []).map((condition): ExploredCondition => ({
    condition,
    systems: undefined,
    moves: undefined,
    object: undefined,
  }));
  const conditions = (machines: readonly Machine[]): readonly ExploredCondition[] => [
    ...conditionsOfMoves(machines, bounds.procedures),
    ...conditionsOfInvariants(model, machines),
    ...further,
  ];
  const world = worldOf(model, bounds, conditions, options.exact === true, options.belongs);
  const judge: Judge = { world, mail: mailOf(world, known), answers: answersOf(world) };
  const raw = [...ownSteps(judge), ...outsideSteps(judge), ...deliverySteps(judge), ...interfaceSteps(judge)];
  return { judge, raw: inOrder(raw) };
}

function judged(
  judge: Judge,
  condition: Condition,
  binding: Binding,
  at: string | undefined,
  fills: ReadonlyMap<string, number>,
): Truth {
  const bound = [...binding.values()];
  return evaluate(condition, judge, { binding, focus: bound.at(-1), asker: bound[0], at, fills, arrived: undefined });
}

/** Where people wait until everything is settled, they, time and the outside do nothing before. */
function timed<S extends Omit<Step, 'id'>>(step: S, bounds: PlantBounds, settled: Expression): S {
  const waits = step.kind === 'person' || step.kind === 'timed' || step.kind === 'outside';
  if (bounds.timing !== 'settled' || !waits) return step;
  const guard = all(step.guard, settled);
  return step.guardWithAtoms === undefined
    ? { ...step, guard }
    : { ...step, guard, guardWithAtoms: all(step.guardWithAtoms, settled) };
}

/** Everything that will be asked of what is remembered, for all records and readers, so that no difference is lost. */
function questionsOf(judge: Judge, model: SpecModel, further: readonly Condition[]): readonly Expression[] {
  const { world } = judge;
  const machines = [...world.machines.values()];
  const asked = [
    ...conditionsOfInvariants(model, machines),
    ...further.map((condition) => ({ condition, moves: undefined })),
  ];
  const systems = [undefined, ...new Set(machines.flatMap(({ system }) => system ?? []))];
  return asked.flatMap(({ condition, moves }) => {
    if (!readsWhatIsRemembered(condition)) return [];
    const own = machines.flatMap((machine) =>
      machine.object !== undefined && (moves === undefined || machine.moves.some(({ id }) => moves.includes(id)))
        ? [machine.object]
        : [],
    );
    const objects = [objectsNamed(condition, model), ...[...new Set(own)].map((object) => [object])];
    return objects.flatMap((names) =>
      bindingsOf(names, world).flatMap(({ binding }) =>
        systems.flatMap((at) => {
          const { yes, no } = judged(judge, condition, binding, at, new Map());
          return [yes, no];
        }),
      ),
    );
  });
}

function readsWhatIsRemembered(condition: Condition): boolean {
  return condition.kind === 'read' || condition.kind === 'comparison' || partsOf(condition).some(readsWhatIsRemembered);
}

/** Nothing is on its way, no machine acts by itself, nothing that is down comes back. */
function settledIn({ world, mail }: Judge, steps: readonly RawStep[]): Expression {
  const quiet = mail.inboxes.flatMap(({ channel, flow }): readonly Expression[] => {
    if (channel === undefined) return [];
    const down = world.down(flow.id);
    const up = down === undefined ? TRUE : isIn(down, 0);
    if (flow.unexpected !== 'wait') return [all(up, not({ kind: 'waiting', channel }))];
    // What has to wait is not on its way any more.
    const deliveries = steps.filter((step) => step.kind === 'delivery' && step.channel === channel);
    return [all(up, ...deliveries.map(({ guard }) => not(guard)))];
  });
  const still = steps.filter(({ kind }) => kind === 'automatic').map(({ guard }) => not(guard));
  const downs = [...world.flows.keys()].flatMap((flow) => {
    const down = world.down(flow);
    return down === undefined ? [] : [isIn(down, 0)];
  });
  return all(...quiet, ...still, ...downs);
}

function restingIn(world: World): Expression {
  return all(
    ...[...world.machines.values()].flatMap((machine) =>
      world.recordsOf(machine).flatMap((record) => {
        const status = world.status(machine.id, record);
        if (status === undefined) return [];
        const values = status.labels.flatMap((label, at) => (machine.mayRest(label) ? [at] : []));
        return [values.length === status.labels.length ? TRUE : isIn(status.index, ...values)];
      }),
    ),
  );
}

function fillsOf(step: Step, world: World): ReadonlyMap<string, number> {
  const filled = new Map<string, number>();
  for (const [field, label] of Object.entries(step.fills ?? {})) {
    const followed = world.distinctions.followed.get(field);
    const [code = ''] = label.split(' or ');
    const at = followed?.classes.findIndex(({ values }) => values.includes(label === 'empty' ? '' : code)) ?? -1;
    const record = step.transitions.find((one) => world.records[one.record]?.object === followed?.object)?.record;
    if (at >= 0 && record !== undefined) filled.set(`${field} ${record}`, at);
  }
  return filled;
}

function bindingsOf(objects: readonly string[], world: World): ReturnType<Composition['bindings']> {
  const bound = [...new Set(objects)].filter((object) => world.recordsOfObject(object).length > 0).sort(compareText);
  let found: readonly { binding: Binding; exists: Expression }[] = [{ binding: new Map(), exists: TRUE }];
  for (const object of bound)
    found = found.flatMap(({ binding, exists }) =>
      world.recordsOfObject(object).flatMap((record) => {
        const together = [...binding].map(([other, one]) =>
          world.relations.areRelated(other, object) ? world.relations.related(one, record) : TRUE,
        );
        const both = all(exists, world.exists(record), ...together);
        return both.kind === 'false' ? [] : [{ binding: new Map([...binding, [object, record]]), exists: both }];
      }),
    );
  return found;
}

function objectsNamed(condition: Condition, model: SpecModel): readonly string[] {
  const found = new Set<string>();
  const look = (part: Condition): void => {
    if (part.kind === 'quantified') return;
    if (part.kind === 'status') {
      const object = model.get('lifecycle', part.lifecycle)?.attributes.object;
      if (object !== undefined) found.add(object);
    }
    if (part.kind === 'comparison') {
      const [object = ''] = part.field.split('.');
      if (part.field.includes('.')) found.add(object);
    }
    if (part.kind === 'read') {
      // A field of an interface is about the record of its message.
      if (part.of.kind === 'status') look(part.of);
      return;
    }
    partsOf(part).forEach(look);
  };
  look(condition);
  return [...found].sort(compareText);
}
