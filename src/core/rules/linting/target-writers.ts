import type { Condition } from '../../language/condition.ts';
import { ALWAYS, conjunction } from '../../model/condition/normal-form.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { targetField } from './critical-value.ts';
import { statusOf } from './declared.ts';
import { areExclusive } from './exclusive-conditions.ts';
import { interfaceOf, mappedFields, receiversOf } from './mapped-value.ts';
import type { MappedField } from './mapped-value.ts';

/** A mapped field as one that fills a target in one receiver. */
export interface TargetWriter {
  readonly row: MappedField;
  readonly flow: Element<'interface'>;
  readonly receiver: string;
  /** Receiver and value, as one text. */
  readonly target: string;
  readonly name: string;
  /** A field of an object, which other interfaces may fill, too; else a name within this message. */
  readonly shared: boolean;
}

const KNOWN = new WeakMap<SpecModel, readonly TargetWriter[]>();

/** Every mapped field in force with the targets that it fills: its own name in the message, and the field of an object behind it. */
export function targetWriters(model: SpecModel): readonly TargetWriter[] {
  const known = KNOWN.get(model) ?? readWriters(model);
  KNOWN.set(model, known);
  return known;
}

function readWriters(model: SpecModel): readonly TargetWriter[] {
  return mappedFields(model).flatMap((row) => {
    const flow = interfaceOf(model, row);
    if (flow === undefined || statusOf(model, row) !== 'effective') return [];
    const { to = row.localId } = row.attributes;
    return receiversOf(model, row).flatMap((receiver): readonly TargetWriter[] => {
      const own = { row, flow, receiver, name: to, target: `${receiver} ${flow.id} ${row.kind} ${to}`, shared: false };
      const filled = filledField(model, row);
      if (filled === undefined) return [own];
      const asked = flow.attributes.pattern === 'request-reply';
      const field = { row, flow, receiver, name: filled, target: `${receiver} ${filled}`, shared: true };
      return asked || row.attributes.key === true || row.attributes.crosswalk !== undefined ? [own] : [own, field];
    });
  });
}

/** The field of an object that a row fills: the one that it names, else the receiver's copy of the one that it reads. */
function filledField(model: SpecModel, row: MappedField): string | undefined {
  const target = targetField(model, row);
  if (target !== undefined) return target.id;
  const { from = [], derivation, map, transform } = row.attributes;
  const [only] = from;
  if (row.attributes.to !== undefined || derivation !== undefined || map !== undefined || transform !== undefined)
    return undefined;
  return only === undefined || from.length > 1 ? undefined : model.get('field', only)?.id;
}

/** Whether two writers of one target can bring a value at the same time, whichever of them then wins. */
export function maybeTogether(model: SpecModel, a: TargetWriter, b: TargetWriter): boolean {
  if (a.row.key === b.row.key) return false;
  const [first, second] = [a.row.attributes, b.row.attributes];
  if (a.shared) {
    if (a.flow.key === b.flow.key && first.to === second.to) return false;
    // The same value from the same system is one source, however many messages bring it.
    if (a.flow.attributes.from === b.flow.attributes.from && String(first.from) === String(second.from)) return false;
    if (neverLiveTogether(model, a.flow.id, b.flow.id)) return false;
  }
  return !areExclusive(model, caseOf(a), caseOf(b));
}

function caseOf({ row, flow, shared }: TargetWriter): Condition {
  const { when = ALWAYS } = row.attributes;
  return shared ? conjunction([when, flow.attributes.filter ?? ALWAYS]) : when;
}

/** Whether coexistence phases are declared for both, and none has both of them in use. */
function neverLiveTogether(model: SpecModel, a: string, b: string): boolean {
  const phases = model.ofKind('phase').map(({ attributes }) => attributes.live);
  const [withA, withB] = [phases.filter((live) => live.includes(a)), phases.filter((live) => live.includes(b))];
  return withA.length > 0 && withB.length > 0 && !withA.some((live) => live.includes(b));
}
