import type { Condition } from '../language/condition.ts';
import type { ReferenceTarget } from '../language/shape.ts';
import { conditionReferences } from '../model/condition/references.ts';
import type { ConditionReferenceKind } from '../model/condition/references.ts';
import type { Element } from '../model/element.ts';
import { attributeOf, reference } from './written-reference.ts';
import type { Path, Written } from './written-reference.ts';

const CONDITION_TARGETS: Readonly<Record<ConditionReferenceKind, readonly ReferenceTarget[]>> = {
  lifecycle: ['lifecycles'],
  state: ['states'],
  set: ['sets'],
  object: ['objects'],
  interface: ['interfaces'],
  message: ['interfaces', 'messages'],
  field: ['fields'],
  mapping: ['mappings'],
  document: ['documents'],
};

/** Names in a condition; all of them belong to the attribute that holds the condition. */
export function* namesInCondition(condition: Condition, path: Path, element: Element): Generator<Written> {
  const interfaceId = ownInterface(element);
  for (const { kind, name, path: written, part } of conditionReferences(condition, interfaceId)) {
    const how = { part, attribute: attributeOf(path) };
    const at = [...path, ...written];
    if (kind === 'message' && interfaceId !== undefined)
      yield reference(name, ['messages'], at, { ...how, meaning: `${interfaceId}.${name}` });
    else if (kind === 'state' || kind === 'mapping')
      yield reference(name.slice(name.indexOf('.') + 1), CONDITION_TARGETS[kind], at, { ...how, meaning: name });
    else yield reference(name, CONDITION_TARGETS[kind], at, how);
  }
}

/** The interface whose messages are named without it: that of a mapped field, a message, or the interface itself. */
function ownInterface(element: Element): string | undefined {
  if (element.kind === 'interface') return element.id;
  return element.kind === 'mapping' || element.kind === 'reply' || element.kind === 'message'
    ? parentId(element)
    : undefined;
}

/** Id of the element whose part this is: `NCR` of `NCR.T03`. */
export function parentId(element: Element): string {
  return element.id.slice(0, element.id.length - element.localId.length - 1);
}
