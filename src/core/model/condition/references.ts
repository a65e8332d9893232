import type { Condition, StatePattern } from '../../language/condition.ts';
import { partsOf } from './normal-form.ts';
import { ABSENT } from './state-vocabulary.ts';
import { placeOf } from './written-places.ts';
import type { WrittenPlace } from './written-places.ts';

/** What a name in a condition is a name of. */
export type ConditionReferenceKind =
  | 'lifecycle'
  | 'state'
  | 'set'
  | 'object'
  | 'interface'
  | 'message'
  | 'field'
  | 'mapping'
  | 'document';

/** A name that a condition mentions. */
export interface ConditionReference {
  readonly kind: ConditionReferenceKind;
  /** As other elements would write it: `NCR.Open`, `IF-005.verdict`, `ncr.disposition`; a message as it is written. */
  readonly name: string;
  /** Path below the condition as it was written, and whether the name stands there as a key; empty when it was not read from a file. */
  readonly path: WrittenPlace['path'];
  readonly part: WrittenPlace['part'];
}

/** Whose fields a comparison means: of these interfaces, or of objects where there are none. */
type Fields = readonly string[];

/**
 * Every name that a condition mentions, in the order in which it mentions them; a name stands as often as it is mentioned.
 * `ownInterface` is the interface on whose mapped field the condition stands: its messages go by their local name there.
 */
export function conditionReferences(condition: Condition, ownInterface?: string): readonly ConditionReference[] {
  const references: ConditionReference[] = [];
  const visit = (node: Condition, fields: Fields): void => {
    const add = (kind: ConditionReferenceKind, name: string, written = name): void => {
      references.push({ kind, name, ...(placeOf(node, written) ?? { path: [], part: 'value' }) });
    };
    switch (node.kind) {
      case 'status':
        add('lifecycle', node.lifecycle);
        for (const state of statesNamed(node.states))
          if (state !== ABSENT) add('state', `${node.lifecycle}.${state}`, state);
        for (const set of setsNamed(node.states)) add('set', set);
        return;
      case 'comparison': {
        const names = [node.field, ...(node.operand.kind === 'field' ? [node.operand.field] : [])];
        for (const name of names) {
          if (fields.length === 0) add('field', name);
          for (const interfaceId of fields) add('mapping', `${interfaceId}.${name}`, name);
        }
        return;
      }
      case 'settled':
        add('interface', node.interface);
        return;
      case 'fact':
        if (node.per !== undefined) add('document', node.per);
        return;
      case 'quantified':
        add('object', node.object);
        break;
      case 'read':
        add('interface', node.interface);
        break;
      case 'message':
        for (const message of node.messages) add('message', message);
        break;
      default:
        break;
    }
    for (const part of partsOf(node)) visit(part, fieldsBelow(node, fields, ownInterface));
  };
  visit(condition, []);
  return references;
}

function fieldsBelow(node: Condition, fields: Fields, ownInterface: string | undefined): Fields {
  if (node.kind === 'read') return [node.interface];
  if (node.kind !== 'message') return fields;
  return ownInterface === undefined
    ? [...new Set(node.messages.map((message) => message.split('.')[0] ?? message))]
    : [ownInterface];
}

/** States that a pattern names, `absent` included. */
export function statesNamed(pattern: StatePattern): readonly string[] {
  return pattern.kind === 'states' ? pattern.states : pattern.kind === 'not' ? statesNamed(pattern.of) : [];
}

/** Sets that a pattern names. */
export function setsNamed(pattern: StatePattern): readonly string[] {
  return pattern.kind === 'set' ? [pattern.set] : pattern.kind === 'not' ? setsNamed(pattern.of) : [];
}
