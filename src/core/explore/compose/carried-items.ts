import type { Condition } from '../../language/condition.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { partsOf } from '../../model/condition/normal-form.ts';

/** Stands for the value of a field that holds nothing. */
export const EMPTY = '';

/** Where the value of a mapped field comes from. `free` = nothing that the search follows. */
export type ItemSource =
  | { readonly kind: 'status'; readonly lifecycle: string }
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'message' }
  | { readonly kind: 'constant'; readonly value: string }
  | { readonly kind: 'free' };

/** What becomes of a value on its way: it arrives, nothing arrives and the copy stays, or the whole message is refused. */
export type Arrival =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'keep' }
  | { readonly kind: 'reject' };

/** A mapped field of an interface, read for the search. */
export interface CarriedItem {
  readonly id: string;
  readonly source: ItemSource;
  /** Receivers that get it; undefined = all. */
  readonly receivers: readonly string[] | undefined;
  /** Codes that may arrive, where nothing that is followed fills it; undefined = not known. */
  readonly codes: readonly string[] | undefined;
  /** A value map refuses codes that it does not know. */
  readonly refuses: boolean;
  /** How a value of the source arrives with a message of this name. */
  arrive(raw: string, message: string): Arrival;
}

/** Reads a mapped field of a message or a reply. */
export function carriedItem(model: SpecModel, element: Element<'mapping'> | Element<'reply'>): CarriedItem {
  const { attributes, localId } = element;
  const source = sourceOf(model, element);
  const map = attributes.map === undefined ? undefined : model.get('value-map', attributes.map)?.attributes;
  const cases = messagesAsked(attributes.when);
  const empty = emptyArrival(attributes.whenEmpty, attributes.default);
  const mapped = (value: string): Arrival => {
    if (map === undefined) return { kind: 'value', value };
    const found = map.map[value];
    if (found !== undefined) return { kind: 'value', value: found };
    const { unknown } = map;
    if (unknown === 'pass') return { kind: 'value', value };
    if (typeof unknown === 'object') return { kind: 'value', value: unknown.default };
    return { kind: 'reject' };
  };
  const sourceCodes = codesOfSource(model, attributes.from?.[0]);
  return {
    id: localId,
    source,
    receivers: attributes.for,
    codes: arrivingCodes(model, attributes.codes, map, sourceCodes),
    refuses: map !== undefined && map.unknown !== 'pass' && typeof map.unknown !== 'object',
    arrive: (raw, message) => {
      if (cases !== undefined && !cases.some((one) => one === message || one.endsWith(`.${message}`))) return empty;
      return raw === EMPTY ? empty : mapped(raw);
    },
  };
}

function sourceOf(model: SpecModel, { attributes }: Element<'mapping'> | Element<'reply'>): ItemSource {
  const { from, constant, derivation, transform, conversion, crosswalk } = attributes;
  if (derivation !== undefined || transform !== undefined || conversion !== undefined || crosswalk !== undefined)
    return { kind: 'free' };
  if (from === undefined) return constant === undefined ? { kind: 'free' } : { kind: 'constant', value: constant };
  const [only = ''] = from;
  if (from.length !== 1) return { kind: 'free' };
  if (only === 'message') return { kind: 'message' };
  if (model.get('lifecycle', only) !== undefined) return { kind: 'status', lifecycle: only };
  return model.get('field', only) === undefined ? { kind: 'free' } : { kind: 'field', field: only };
}

/** Messages for which the field is filled; undefined = all, or cases that no search decides. */
function messagesAsked(when: Condition | undefined): readonly string[] | undefined {
  if (when?.kind !== 'message' || partsOf(when.of).length > 0) return undefined;
  return when.messages;
}

function emptyArrival(whenEmpty: string | undefined, fallback: string | undefined): Arrival {
  if (fallback !== undefined) return { kind: 'value', value: fallback };
  if (whenEmpty === 'keep' || whenEmpty === 'omit') return { kind: 'keep' };
  return whenEmpty === 'reject' ? { kind: 'reject' } : { kind: 'value', value: EMPTY };
}

function codesOfSource(model: SpecModel, from: string | undefined): readonly string[] | undefined {
  const field = from === undefined ? undefined : model.get('field', from)?.attributes;
  if (field?.type === 'boolean') return ['false', 'true'];
  return codesOfList(model, field?.codes);
}

/** The codes of a list, sorted; undefined where the list is open or there is none. */
export function codesOfList(model: SpecModel, list: string | undefined): readonly string[] | undefined {
  const element = list === undefined ? undefined : model.get('code-list', list);
  if (element === undefined || element.attributes.open === true) return undefined;
  return model.partsOf(element, 'code').map(({ localId }) => localId);
}

function arrivingCodes(
  model: SpecModel,
  list: string | undefined,
  map: Element<'value-map'>['attributes'] | undefined,
  source: readonly string[] | undefined,
): readonly string[] | undefined {
  const own = codesOfList(model, list) ?? (map === undefined ? source : codesOfList(model, map.to));
  if (own !== undefined || map === undefined) return own;
  return map.unknown === 'pass' ? undefined : [...new Set(Object.values(map.map))];
}
