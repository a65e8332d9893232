import type { Change } from '../../diff/delta.ts';
import { compareDurations } from '../../diff/exact-amount.ts';
import { jsonText } from '../../diff/comparable.ts';
import type { Json } from '../../language/canonical.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { receiverOf, sendersOf } from '../linting/mapped-value.ts';
import type { MappedField, ValueFacts } from '../linting/mapped-value.ts';
import type { AttributeClaim, ChangeContext } from '../change-rule.ts';
import { VALUE_KINDS } from './value-kinds.ts';
import { growth } from './values.ts';
import { named, shift, shown } from './wording.ts';

/** Where lengths are declared: of values, and of keys of an object in each system. */
export const LENGTH_CLAIMS: readonly AttributeClaim[] = [
  { kinds: VALUE_KINDS, paths: ['length', 'source.length'] },
  { kinds: ['object'], paths: ['keys.*.length'] },
];

/** How a bound (a length, digits, a finest time) moved, by what holds in each revision. */
export interface BoundMove {
  readonly way: 'down' | 'up' | 'new' | 'gone';
  /** Before and after, as a sentence. */
  readonly what: string;
}

/**
 * Compares a bound by what holds: where a mapped field does not declare it, that of the field of the object at that end does.
 * Undefined where it holds as before, or cannot be compared.
 */
export function boundMove(change: Change, { base, head }: ChangeContext): BoundMove | undefined {
  const { before, after, path, from, to } = change;
  const was = from ?? valueInForce(before, path, base);
  const is = to ?? valueInForce(after, path, head);
  const way = wayOf(was, is);
  if (way === undefined) return undefined;
  const what = shift(`${named(after)}, ${path.join('.')}`, from, to);
  if (from === undefined && was !== undefined)
    return { way, what: `${what} Until now that of the object held: ${shown(was)}.` };
  if (to === undefined && is !== undefined) return { way, what: `${what} Now that of the object holds: ${shown(is)}.` };
  return { way, what };
}

function wayOf(from: Json | undefined, to: Json | undefined): BoundMove['way'] | undefined {
  if (from === undefined || to === undefined) return from === to ? undefined : from === undefined ? 'new' : 'gone';
  const more =
    typeof from === 'string' && typeof to === 'string' ? -(compareDurations(from, to) ?? 0) : (growth(from, to) ?? 0);
  return more === 0 ? undefined : more > 0 ? 'up' : 'down';
}

/** What holds at that end of a value: what the element says, else what the field of the object says. */
function valueInForce(element: Element, path: readonly string[], model: SpecModel): Json | undefined {
  if (!VALUE_KINDS.includes(element.kind)) return undefined;
  const name = path.at(-1) as keyof ValueFacts;
  if (element.kind === 'field') return (element as Element<'field'>).attributes[name] as Json | undefined;
  const mapped = element as MappedField;
  if (path[0] !== 'source') return receiverOf(model, mapped).facts[name] as Json | undefined;
  const [first, ...others] = sendersOf(model, mapped).map(({ facts }) => facts[name] as Json | undefined);
  // Of several sources that differ, none is what holds.
  return first !== undefined && others.every((other) => other !== undefined && jsonText(other) === jsonText(first))
    ? first
    : undefined;
}

/**
 * Whether the numbers of both revisions measure the same: in another unit, or of another basis, a higher limit may be a closer
 * one, and one digit more may be coarser.
 */
export function measuresTheSame({ before, after, path }: Change, { base, head }: ChangeContext): boolean {
  const end = path[0] === 'source' ? ['source', 'unit'] : ['unit'];
  const [was, is] = [valueInForce(before, end, base), valueInForce(after, end, head)];
  return jsonText([was ?? null, basisOf(before)]) === jsonText([is ?? null, basisOf(after)]);
}

function basisOf(element: Element): Json {
  return (element as Element<'field'>).attributes.basis ?? null;
}

/** Mapped fields that take their value from this field of an object, or this very mapped field, and cut what is too long. */
export function receiversThatCut({ after, path }: Change, { head, graphHead }: ChangeContext): readonly string[] {
  const readers =
    after.kind === 'field'
      ? graphHead.to(after.key).map(({ from }) => head.elements.get(from))
      : path[0] === 'source'
        ? [after]
        : [];
  return [...new Set(readers)]
    .filter((reader): reader is MappedField => reader?.kind === 'mapping' || reader?.kind === 'reply')
    .filter((reader) => after.kind !== 'field' || readsFrom(reader, after))
    .filter((reader) => reader.attributes.tooLong !== 'reject' && receiverOf(head, reader).facts.length !== undefined)
    .map(({ id }) => id);
}

/** What the mapped field itself says of its sender holds instead of what the field of the object says. */
function readsFrom(reader: MappedField, field: Element): boolean {
  return reader.attributes.from?.includes(field.id) === true && reader.attributes.source?.length === undefined;
}
