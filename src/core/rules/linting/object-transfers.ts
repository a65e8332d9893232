import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { statusOf } from './declared.ts';
import { targetField } from './critical-value.ts';
import { interfaceOf, mappedFields, receiversOf } from './mapped-value.ts';
import type { MappedField } from './mapped-value.ts';
import { objectOfField } from './owning-systems.ts';

/** A value of an object that travels from one system to another. */
export interface ObjectTransfer {
  readonly object: Element<'object'>;
  /** The field of the object; undefined when its status travels. */
  readonly field: Element<'field'> | undefined;
  readonly by: MappedField;
  readonly flow: Element<'interface'>;
  readonly sender: string;
  readonly receiver: string;
}

/** A model does not change: several lints ask the same of it. */
const KNOWN = new WeakMap<SpecModel, readonly ObjectTransfer[]>();

/**
 * Every value of an object that an interface in force moves, by mapped field. What a formula makes of it is another value;
 * a flow that runs both ways moves it both ways.
 */
export function objectTransfers(model: SpecModel): readonly ObjectTransfer[] {
  const known = KNOWN.get(model) ?? mappedFields(model).flatMap((by) => transfersOf(model, by));
  KNOWN.set(model, known);
  return known;
}

function transfersOf(model: SpecModel, by: MappedField): readonly ObjectTransfer[] {
  const flow = interfaceOf(model, by);
  if (flow === undefined || by.attributes.derivation !== undefined || statusOf(model, by) === 'retired') return [];
  const senders = by.kind === 'reply' ? flow.attributes.to : [flow.attributes.from];
  const ways = senders.flatMap((sender) => receiversOf(model, by).map((receiver) => ({ sender, receiver })));
  const both = flow.attributes.twoWay === true;
  return valuesOf(model, by).flatMap((value) =>
    ways.flatMap(({ sender, receiver }) => [
      { ...value, by, flow, sender, receiver },
      ...(both ? [{ ...value, by, flow, sender: receiver, receiver: sender }] : []),
    ]),
  );
}

/** The object's field that is filled, else what is read. */
function valuesOf(model: SpecModel, by: MappedField): readonly Pick<ObjectTransfer, 'object' | 'field'>[] {
  const target = targetField(model, by);
  if (target !== undefined) return ofField(model, target);
  return (by.attributes.from ?? []).flatMap((name) => {
    const field = model.get('field', name);
    if (field !== undefined) return ofField(model, field);
    const about = model.get('lifecycle', name)?.attributes.object;
    const object = about === undefined ? undefined : model.get('object', about);
    return object === undefined ? [] : [{ object, field: undefined }];
  });
}

function ofField(model: SpecModel, field: Element<'field'>): readonly Pick<ObjectTransfer, 'object' | 'field'>[] {
  const object = objectOfField(model, field);
  return object === undefined ? [] : [{ object, field }];
}
