import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { statusOf } from './declared.ts';
import { interfaceOf, mappedFields, receiversOf, sourceFields, targetField } from './mapped-value.ts';
import type { MappedField } from './mapped-value.ts';
import { oncePerModel } from './once-per-model.ts';
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

/**
 * Every value of an object that an interface in force moves, by mapped field. What a formula makes of it is another value;
 * a flow that runs both ways moves it both ways.
 */
export const objectTransfers = oncePerModel((model): readonly ObjectTransfer[] => {
  const transfers: ObjectTransfer[] = [];
  for (const by of mappedFields(model)) addTransfers(model, by, transfers);
  return transfers;
});

function addTransfers(model: SpecModel, by: MappedField, transfers: ObjectTransfer[]): void {
  const flow = interfaceOf(model, by);
  if (flow === undefined || by.attributes.derivation !== undefined || statusOf(model, by) === 'retired') return;
  const senders = by.kind === 'reply' ? flow.attributes.to : [flow.attributes.from];
  const receivers = receiversOf(model, by);
  const both = flow.attributes.twoWay === true;
  for (const { object, field } of valuesOf(model, by)) {
    for (const sender of senders) {
      for (const receiver of receivers) {
        transfers.push({ object, field, by, flow, sender, receiver });
        if (both) transfers.push({ object, field, by, flow, sender: receiver, receiver: sender });
      }
    }
  }
}

/** The object's field that is filled, else what is read. */
function valuesOf(model: SpecModel, by: MappedField): readonly Pick<ObjectTransfer, 'object' | 'field'>[] {
  const target = targetField(model, by);
  if (target !== undefined) return ofField(model, target);
  const { from = [] } = by.attributes;
  const sources = sourceFields(model, by);
  const [only] = sources;
  if (only !== undefined && from.length === 1) return ofField(model, only);
  return from.flatMap((name) => {
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
