import type { Condition } from '../../language/condition.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { RelatedPlace } from '../lint-rule.ts';
import { doesNotApply } from './declared.ts';
import { targetField } from './mapped-value.ts';
import type { MappedField } from './mapped-value.ts';

/** A source that may be empty. */
export interface EmptySource {
  readonly name: string;
  /** It says so; else it does not say that it is always filled. */
  readonly declared: boolean;
  /** The cases in which it is filled, where it says that. */
  readonly filledWhen: Condition | undefined;
  readonly place: Omit<RelatedPlace, 'message'>;
}

type Attributes = MappedField['attributes'];
type Required = Attributes['required'];

/**
 * The source that may leave a mapped field without a value; undefined when every value is there, or when nobody can tell: of
 * what the sender calls by a plain name, nothing is known that `source` does not say.
 */
export function emptySource(model: SpecModel, field: MappedField): EmptySource | undefined {
  const { from = [], constant, derivation, transform = [] } = field.attributes;
  if (constant !== undefined || derivation !== undefined) return undefined;
  // A count of nothing is 0; the moment is always there.
  if (transform.some(({ aggregate, now }) => aggregate === 'count' || now !== undefined)) return undefined;
  const sources = from.map((name, index) => emptinessOf(model, field, name, index));
  const takesFirst = transform.some(({ first }) => first !== undefined);
  if (takesFirst && sources.includes(undefined)) return undefined;
  return sources.find((source) => source !== undefined);
}

function emptinessOf(model: SpecModel, field: MappedField, name: string, index: number): EmptySource | undefined {
  const said = field.attributes.source?.required;
  if (said !== undefined) {
    const place = { element: field, path: ['source', 'required'] };
    return said ? undefined : { name, declared: true, filledWhen: undefined, place };
  }
  const origin = model.get('field', name);
  if (origin === undefined || doesNotApply(origin, 'required') || origin.attributes.default !== undefined)
    return undefined;
  const { required } = origin.attributes;
  if (required === true) return undefined;
  if (required === undefined)
    return { name, declared: false, filledWhen: undefined, place: { element: field, path: ['from', index] } };
  const filledWhen = typeof required === 'object' ? required.when : undefined;
  return { name, declared: true, filledWhen, place: { element: origin, path: ['required'] } };
}

/** Whether the receiver insists on a value: what the mapped field says, else the field of the object that it fills. */
export function insistence(model: SpecModel, field: MappedField): Required {
  return field.attributes.required ?? targetField(model, field)?.attributes.required;
}
