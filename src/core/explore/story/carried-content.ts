import { compareText } from '../../diagnostics/order.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import type { ComposedPlant, Variable } from '../plant/composed-plant.ts';
import type { ReadableState } from '../plant/simplify.ts';

import { codesOf } from './replay-name.ts';

/** Label of a field that nobody has filled. */
const EMPTY = 'empty';

/** Whose message it is, and who gets it. */
export interface Sending {
  readonly interface: string;
  readonly receiver: string;
  /** Record whose step sends it. */
  readonly record: number;
}

/**
 * What a message carries of what the plant follows, as it arrives, sorted: `NCR = Open`, `dispo_code = RW`. Fields whose value
 * the plant does not know (quantities, texts, dates, fields that no step fills) are left out.
 */
export function carriedContent(
  model: SpecModel,
  plant: ComposedPlant,
  sending: Sending,
  after: ReadableState,
): readonly string[] {
  const sender = model.get('interface', sending.interface);
  if (sender === undefined) return [];
  const carried = model.partsOf(sender, 'mapping').flatMap((field) => {
    const receivers = field.attributes.for;
    if (receivers !== undefined && !receivers.includes(sending.receiver)) return [];
    const [source] = field.attributes.from ?? [];
    if (source === undefined) return [];
    const value = valueOf(plant, source, sending.record, after);
    return value === undefined || value === EMPTY ? [] : [arrives(model, field, source, value)];
  });
  return [...new Set(carried)].toSorted(compareText);
}

/** The value as it arrives, under the receiver's name where a value map gives it another code. */
function arrives(model: SpecModel, field: Element<'mapping'>, source: string, value: string): string {
  const id = field.attributes.map;
  const pairs = id === undefined ? undefined : model.get('value-map', id)?.attributes.map;
  const known = new Map(Object.entries(pairs ?? {}));
  const codes = codesOf(value).flatMap((one) => known.get(one) ?? []);
  return codes.length === 0 ? `${source} = ${value}` : `${field.localId} = ${codes.join(' or ')}`;
}

/** What a source has for this record; nothing where several records could be meant. */
function valueOf(plant: ComposedPlant, source: string, record: number, after: ReadableState): string | undefined {
  const candidates = plant.variables.flatMap((variable, index) =>
    isSource(variable, source) ? [{ variable, index }] : [],
  );
  const own = candidates.filter(({ variable }) => 'record' in variable.role && variable.role.record === record);
  const [only, another] = own.length > 0 ? own : candidates;
  if (only === undefined || another !== undefined) return undefined;
  return only.variable.values[after.values[only.index] ?? -1];
}

function isSource({ role }: Variable, source: string): boolean {
  return (role.kind === 'status' && role.lifecycle === source) || (role.kind === 'field' && role.field === source);
}
