import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { flowNamed, useOf } from './flow-use.ts';
import { lifecycleSteps } from './lifecycle-steps.ts';
import type { MappedField } from './mapped-value.ts';
import { interfaceOf, mappedFields } from './mapped-value.ts';

/** A mapped field that brings the status of a lifecycle into another system. */
export interface StatusProjection {
  readonly field: MappedField;
  readonly lifecycle: Element<'lifecycle'>;
  /** States in which the status is sent. */
  readonly sent: readonly Element<'state'>[];
}

/**
 * Mapped fields that bring the status of a lifecycle into another system. Where only its own steps send the message, the
 * status is sent in the states to which they lead; else in any.
 */
export function statusProjections(model: SpecModel): readonly StatusProjection[] {
  return mappedFields(model).flatMap((field): readonly StatusProjection[] => {
    const lifecycles = (field.attributes.from ?? []).flatMap((name) => model.get('lifecycle', name) ?? []);
    const [lifecycle] = lifecycles;
    if (lifecycle === undefined || field.attributes.derivation !== undefined) return [];
    return [{ field, lifecycle, sent: statesSent(model, field, lifecycle) }];
  });
}

function statesSent(
  model: SpecModel,
  field: MappedField,
  lifecycle: Element<'lifecycle'>,
): readonly Element<'state'>[] {
  const states = model.partsOf(lifecycle, 'state');
  const flow = interfaceOf(model, field);
  const steps = lifecycleSteps(model).find((one) => one.lifecycle === lifecycle);
  if (flow === undefined || steps === undefined || flowNamed(model, flow.id) === undefined) return [];
  const { sentBy, guards } = useOf(model, flow);
  const outside = field.kind === 'reply' || flow.attributes.trigger !== undefined || sentBy.length === 0;
  if (outside || guards.some(({ how }) => how === 'query') || sentBy.some((step) => step.steps.lifecycle !== lifecycle))
    return states;
  const reached = new Set(
    sentBy.flatMap(({ transition }) =>
      transition.attributes.to === 'same' ? steps.origins(transition) : steps.targets(transition),
    ),
  );
  return states.filter(({ localId }) => reached.has(localId));
}
