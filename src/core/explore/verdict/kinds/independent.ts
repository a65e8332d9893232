import type { Condition } from '../../../language/condition.ts';
import { conditionReferences } from '../../../model/condition/references.ts';
import type { ConditionReference } from '../../../model/condition/references.ts';
import { statusOf } from '../../../model/element-status.ts';
import type { Element } from '../../../model/element.ts';
import type { SpecModel } from '../../../model/spec-model.ts';
import type { InvariantKind } from '../compiled-invariant.ts';
import { listed } from '../wording.ts';

/** A declared non-coupling: no condition, message or effect of the first lifecycles reads the second. It follows from what is declared. */
export const independent: InvariantKind = {
  kind: 'independent',
  compile: ({ model, invariant: { attributes } }) => {
    const { independent: readers = [], of: read = [] } = attributes;
    if (readers.length === 0 || read.length === 0)
      return { notExplored: 'It does not say which lifecycles are independent of which.' };
    const couplings = readers.flatMap((id) => couplingsOf(model, id, new Set(read)));
    return {
      declared:
        couplings.length > 0
          ? { verdict: 'broken', reason: couplings.join(' ') }
          : {
              verdict: 'holds',
              reason: `This follows from the declarations, whatever is reached: no condition, message or effect of ${listed(readers)} reads ${listed(read)}. What facts say in words is not looked into.`,
            },
    };
  },
};

function couplingsOf(model: SpecModel, reader: string, read: ReadonlySet<string>): readonly string[] {
  const lifecycle = model.get('lifecycle', reader);
  if (lifecycle === undefined) return [];
  // An object whose every status is one that must not be read; the reader's own object is no such thing.
  const objects = new Set(
    model
      .ofKind('lifecycle')
      .flatMap(({ attributes: { object } }) => (object === undefined ? [] : [object]))
      .filter((object) =>
        model.ofKind('lifecycle').every(({ id, attributes }) => attributes.object !== object || read.has(id)),
      ),
  );
  return model
    .partsOf(lifecycle, 'transition')
    .filter((transition) => statusOf(model, transition) !== 'retired')
    .flatMap((transition) => [...readingsOf(model, transition, read, objects), ...messagesOf(model, transition, read)]);
}

function readingsOf(
  model: SpecModel,
  { id, attributes: { when, procedure, receives } }: Element<'transition'>,
  read: ReadonlySet<string>,
  objects: ReadonlySet<string>,
): readonly string[] {
  const conditions = [when, procedure, isCondition(receives) ? receives : undefined];
  const names = conditions.flatMap((condition) => (condition === undefined ? [] : conditionReferences(condition)));
  const found = names.flatMap((name) => meant(model, name, read, objects));
  return [...new Set(found)].sort().map((what) => `A condition of ${id} reads ${what}.`);
}

function isCondition(receives: Condition | readonly string[] | undefined): receives is Condition {
  return receives !== undefined && !Array.isArray(receives);
}

/** What of the lifecycles a name in a condition reads; nothing where it reads something else. */
function meant(
  model: SpecModel,
  { kind, name }: ConditionReference,
  read: ReadonlySet<string>,
  objects: ReadonlySet<string>,
): readonly string[] {
  switch (kind) {
    case 'lifecycle':
      return read.has(name) ? [name] : [];
    case 'set':
      return read.has(model.get('set', name)?.attributes.of ?? '') ? [name] : [];
    case 'object':
      return objects.has(name) ? [`the records of ${name}`] : [];
    case 'field':
      return objects.has(name.split('.')[0] ?? '') ? [name] : [];
    case 'mapping': {
      const row = model.get('mapping', name) ?? model.get('reply', name);
      return (row?.attributes.from ?? []).some((source) => read.has(source)) ? [name] : [];
    }
    default:
      return [];
  }
}

/** Messages of the other lifecycles that start the step, and messages of the step that carry their status. */
function messagesOf(
  model: SpecModel,
  { id, attributes: { receives, emits = [] } }: Element<'transition'>,
  read: ReadonlySet<string>,
): readonly string[] {
  const started =
    receives === undefined
      ? []
      : isCondition(receives)
        ? conditionReferences(receives).flatMap(({ kind, name }) => (kind === 'message' ? [name] : []))
        : receives;
  const senders = model
    .ofKind('transition')
    .filter((sender) => read.has(lifecycleOf(sender)) && statusOf(model, sender) !== 'retired')
    .filter((sender) => (sender.attributes.emits ?? []).some((sent) => started.some((name) => overlaps(sent, name))));
  const carried = model
    .ofKind('mapping')
    .filter((row) => emits.some((sent) => interfaceOf(sent) === interfaceOf(row.id)))
    .filter(({ attributes }) => (attributes.from ?? []).some((source) => read.has(source)));
  return [
    ...senders.map((sender) => `${id} is started by a message of ${sender.id}.`),
    ...carried.map(
      (row) => `A message of ${id} carries ${row.id}, the status of ${listed(row.attributes.from ?? [])}.`,
    ),
  ];
}

/** An interface named alone stands for each of its messages. */
function overlaps(one: string, other: string): boolean {
  return one === other || one === interfaceOf(other) || interfaceOf(one) === other;
}

function interfaceOf(name: string): string {
  return name.split('.')[0] ?? name;
}

function lifecycleOf({ id, localId }: Element<'transition'>): string {
  return id.slice(0, id.length - localId.length - 1);
}
