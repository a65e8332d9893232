import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { guardParts, readsIn, settledIn } from './condition-reads.ts';
import type { ConditionRead, GuardPart } from './condition-reads.ts';
import { statusOf } from './declared.ts';
import { lifecycleSteps } from './lifecycle-steps.ts';
import type { LifecycleSteps, Transition } from './lifecycle-steps.ts';
import { messagesThatStart } from './step-start.ts';

export type Flow = Element<'interface'>;

/** A step that sends a message, or that one starts. */
export interface StepOfFlow {
  readonly steps: LifecycleSteps;
  readonly transition: Transition;
  /** As the step names it: `IF-002`, or `IF-002.HOLD`. */
  readonly message: string;
}

/** A condition that rests on what an interface brings, answers or still has on its way. */
export interface GuardOfFlow {
  readonly steps: LifecycleSteps;
  readonly transition: Transition;
  readonly attribute: GuardPart['attribute'];
  /** The value that is looked at; undefined where the condition only asks whether anything is on its way. */
  readonly read: ConditionRead | undefined;
  readonly how: 'copy' | 'query' | 'message' | 'settled';
}

/** What lifecycles do with an interface; retired steps do nothing. */
export interface FlowUse {
  readonly sentBy: readonly StepOfFlow[];
  readonly starts: readonly StepOfFlow[];
  readonly guards: readonly GuardOfFlow[];
}

const KNOWN = new WeakMap<SpecModel, ReadonlyMap<string, FlowUse>>();
const UNUSED: FlowUse = { sentBy: [], starts: [], guards: [] };

/** What lifecycles do with this interface. */
export function useOf(model: SpecModel, flow: Flow): FlowUse {
  const known = KNOWN.get(model) ?? usesIn(model);
  KNOWN.set(model, known);
  return known.get(flow.id) ?? UNUSED;
}

function usesIn(model: SpecModel): ReadonlyMap<string, FlowUse> {
  const uses = new Map<string, { sentBy: StepOfFlow[]; starts: StepOfFlow[]; guards: GuardOfFlow[] }>();
  const use = (name: string) => {
    const id = interfaceOfMessage(name);
    const known = uses.get(id) ?? { sentBy: [], starts: [], guards: [] };
    uses.set(id, known);
    return known;
  };
  for (const steps of lifecycleSteps(model)) {
    for (const transition of steps.transitions) {
      for (const message of transition.attributes.emits ?? []) use(message).sentBy.push({ steps, transition, message });
      for (const message of messagesThatStart(transition)) use(message).starts.push({ steps, transition, message });
      for (const { attribute, condition } of guardParts(transition)) {
        const guard = { steps, transition, attribute };
        for (const read of readsIn(condition)) {
          if (read.from?.kind === 'read') use(read.from.interface).guards.push({ ...guard, read, how: read.from.from });
          for (const message of read.from?.kind === 'message' ? read.from.messages : [])
            use(message).guards.push({ ...guard, read, how: 'message' });
        }
        for (const name of settledIn(condition)) use(name).guards.push({ ...guard, read: undefined, how: 'settled' });
      }
    }
  }
  return uses;
}

/** `IF-002` of `IF-002.HOLD`; ids have no dot. */
export function interfaceOfMessage(name: string): string {
  return name.split('.')[0] ?? name;
}

/** The interface of this id, unless it is retired. */
export function flowNamed(model: SpecModel, name: string): Flow | undefined {
  const flow = model.get('interface', interfaceOfMessage(name));
  return flow === undefined || statusOf(model, flow) === 'retired' ? undefined : flow;
}

/** Question and answer: nothing is kept that could be overtaken or repeated. */
export function isQuestion(model: SpecModel, flow: Flow): boolean {
  const { pattern } = flow.attributes;
  return pattern === undefined ? model.partsOf(flow, 'reply').length > 0 : pattern === 'request-reply';
}

/** Carried by people: what a machine promises about delivery does not apply. */
export function isCarriedByHand({ attributes: { pattern, transport } }: Flow): boolean {
  return pattern === 'manual' || transport?.kind === 'paper';
}

/** Mapped fields that carry the status of a record. */
export function statusesIn(model: SpecModel, flow: Flow): readonly Element<'mapping'>[] {
  return model
    .partsOf(flow, 'mapping')
    .filter(({ attributes: { from = [] } }) => from.some((name) => model.get('lifecycle', name) !== undefined));
}

/** Mapped fields that carry an amount with its unit. */
export function quantitiesIn(model: SpecModel, flow: Flow): readonly Element<'mapping'>[] {
  return model
    .partsOf(flow, 'mapping')
    .filter(
      ({ attributes: { unit, conversion, from = [] } }) =>
        unit !== undefined ||
        conversion !== undefined ||
        from.some((name) => model.get('field', name)?.attributes.unit !== undefined),
    );
}

/**
 * Whether product or record depends on an interface: it says so, a field of it does, or a step rests on it. A field that is
 * critical makes it so whatever the interface says.
 */
export function isCriticalFlow(model: SpecModel, flow: Flow): boolean {
  const { starts, guards } = useOf(model, flow);
  return (
    flow.attributes.critical === true ||
    [...model.partsOf(flow, 'mapping'), ...model.partsOf(flow, 'reply')].some(
      ({ attributes }) => attributes.critical === true,
    ) ||
    starts.length > 0 ||
    guards.length > 0
  );
}
