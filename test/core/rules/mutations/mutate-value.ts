import type { Json } from '../../../../src/core/language/canonical.ts';
import type { Shape } from '../../../../src/core/language/shape.ts';
import type { SpecModel } from '../../../../src/core/model/spec-model.ts';
import { referable, sampleKey, sampleValue } from './sample-value.ts';

/** One generic edit of one value. */
export interface ValueMutation {
  /** Attribute path; `*` stands for a name of the author's choice. */
  readonly path: readonly string[];
  /** What was done, so that two edits of one path are told apart: `remove`, `add`, `change to held`. */
  readonly edit: string;
  /** Undefined where the value is removed. */
  readonly value: Json | undefined;
}

type JsonObject = { readonly [name: string]: Json };

/** Every generic edit of a value of this shape that gives another value of this shape, itself and all values below it. */
export function mutateValue(
  shape: Shape,
  value: Json,
  path: readonly string[],
  model: SpecModel,
): readonly ValueMutation[] {
  const edited = (edit: string, other: Json): ValueMutation => ({ path, edit, value: other });
  switch (shape.kind) {
    case 'text':
    case 'id':
    case 'scalar':
      return [edited('change', `${wordOf(value)} (other)`)];
    case 'words':
      return shape.words.filter((word) => word !== value).map((word) => edited(`change to ${word}`, word));
    case 'boolean':
      return [edited('flip', value !== true)];
    case 'integer':
      return [edited('raise', Number(value) + 1), edited('lower', Number(value) - 1)];
    case 'number':
    case 'measure':
      return amounts(wordOf(value)).map(([edit, other]) => edited(edit, other));
    case 'date':
      return [edited('later', '2031-01-01'), edited('earlier', '2021-01-01')];
    case 'reference': {
      const other = [...referable(shape.to, model)].find((id) => id !== value);
      return [
        ...(other === undefined ? [] : [edited('swap reference', other)]),
        ...shape.words.filter((word) => word !== value).map((word) => edited(`change to ${word}`, word)),
      ];
    }
    case 'list':
      return listMutations(shape, value as readonly Json[], path, model);
    case 'map':
      return mapMutations(shape, value as JsonObject, path, model);
    case 'part':
      return partMutations(shape, value as JsonObject, path, model);
    case 'choice': {
      const own = shape.of.find((alternative) => fits(alternative, value));
      return own === undefined ? [] : mutateValue(own, value, path, model);
    }
    case 'condition':
      return [
        edited('require more', { kind: 'all', of: [value, { kind: 'fact', text: 'sample' }] }),
        edited('accept more', { kind: 'any', of: [value, { kind: 'fact', text: 'sample' }] }),
        edited('negate', { kind: 'not', of: value }),
        edited('replace', { kind: 'fact', text: 'sample' }),
      ];
    case 'any':
      return [edited('change', 'other')];
  }
}

function amounts(text: string): readonly (readonly [string, string])[] {
  const [, digits] = /^-?(\d+)/u.exec(text) ?? [];
  if (digits === undefined) return [['change', `1 ${text}`]];
  const with_ = (number: number) => text.replace(digits, String(number));
  return [
    ['raise', with_(Number(digits) * 2 + 1)],
    ...(Number(digits) < 2 ? [] : [['lower', with_(Number(digits) - 1)] as const]),
  ];
}

function listMutations(
  shape: Shape & { kind: 'list' },
  value: readonly Json[],
  path: readonly string[],
  model: SpecModel,
): readonly ValueMutation[] {
  const [first] = value;
  const added = sampleMember(shape.of, value, model);
  return [
    ...(first === undefined ? [] : [{ path, edit: 'lose a member', value: value.slice(1) }]),
    ...(added === undefined ? [] : [{ path, edit: 'gain a member', value: [...value, added] }]),
    ...(shape.order === 'sequence' && value.length > 1 ? [{ path, edit: 'reorder', value: value.toReversed() }] : []),
    ...(first === undefined
      ? []
      : mutateValue(shape.of, first, path, model)
          .filter(({ value: other }) => other !== undefined && !value.some((member) => same(member, other)))
          .map((mutation) => ({
            path,
            edit: `a member: ${mutation.edit}`,
            value: [mutation.value as Json, ...value.slice(1)],
          }))),
  ];
}

function sampleMember(shape: Shape, members: readonly Json[], model: SpecModel): Json | undefined {
  const candidates: readonly Json[] =
    shape.kind === 'words' || shape.kind === 'reference'
      ? [...(shape.kind === 'reference' ? referable(shape.to, model) : []), ...shape.words]
      : [sampleValue(shape, model)];
  return candidates.find((candidate) => !members.some((member) => same(member, candidate)));
}

function mapMutations(
  shape: Shape & { kind: 'map' },
  value: JsonObject,
  path: readonly string[],
  model: SpecModel,
): readonly ValueMutation[] {
  const [first] = Object.entries(value);
  const below = [...path, '*'];
  const key = sampleKey(shape, model);
  return [
    ...(key in value ? [] : [{ path: below, edit: 'add', value: { ...value, [key]: sampleValue(shape.of, model) } }]),
    ...(first === undefined
      ? []
      : [
          { path: below, edit: 'remove', value: Object.fromEntries(Object.entries(value).slice(1)) },
          ...mutateValue(shape.of, first[1], below, model).map((mutation) => ({
            ...mutation,
            value: withEntry(value, first[0], mutation.value),
          })),
        ]),
  ];
}

function partMutations(
  shape: Shape & { kind: 'part' },
  value: JsonObject,
  path: readonly string[],
  model: SpecModel,
): readonly ValueMutation[] {
  return Object.entries(shape.attributes).flatMap(([name, attribute]) => {
    const below = [...path, name];
    const own = value[name];
    if (own === undefined) {
      const added = sampleValue(attribute.shape, model);
      // A block in which nothing stands says nothing: it is no edit.
      const isDefault = isWritten(added, attribute.default) || isEmptyBlock(attribute.shape, added);
      return isDefault ? [] : [{ path: below, edit: 'add', value: { ...value, [name]: added } }];
    }
    const removal = { path: below, edit: 'remove', value: withEntry(value, name, undefined) };
    return [
      ...(attribute.required || isWritten(own, attribute.default) ? [] : [removal]),
      ...mutateValue(attribute.shape, own, below, model).map((mutation) => ({
        ...mutation,
        value: withEntry(value, name, mutation.value),
      })),
    ];
  });
}

function isEmptyBlock(shape: Shape, value: Json): boolean {
  return shape.kind === 'part' && Object.keys(value as JsonObject).length === 0;
}

function withEntry(value: JsonObject, name: string, other: Json | undefined): JsonObject {
  const { [name]: _, ...rest } = value;
  return other === undefined ? rest : { ...value, [name]: other };
}

function same(one: Json, other: Json): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function fits(shape: Shape, value: Json): boolean {
  switch (shape.kind) {
    case 'list':
      return Array.isArray(value);
    case 'map':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'part':
      return (
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        Object.keys(value).every((name) => name in shape.attributes) &&
        Object.entries(shape.attributes).every(([name, { required }]) => !required || name in value)
      );
    case 'condition':
      return typeof value === 'object' && value !== null && 'kind' in value;
    case 'words':
      return shape.words.some((word) => word === value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return typeof value === 'number';
    case 'choice':
      return shape.of.some((alternative) => fits(alternative, value));
    case 'any':
      return true;
    default:
      return typeof value === 'string';
  }
}

/** Whether a value is the one that the language fixes for its absence. */
function isWritten(value: Json, fallback: string | undefined): boolean {
  return fallback !== undefined && typeof value !== 'object' && String(value) === fallback;
}

/** A single value as text. */
function wordOf(value: Json): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
