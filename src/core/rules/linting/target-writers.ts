import type { Condition } from '../../language/condition.ts';
import { ALWAYS, conjunction } from '../../model/condition/normal-form.ts';
import type { Element } from '../../model/element.ts';
import type { SpecModel } from '../../model/spec-model.ts';
import { statusOf } from './declared.ts';
import { areExclusive } from './exclusive-conditions.ts';
import { interfaceOf, mappedFields, receiversOf, sourceFields, targetField } from './mapped-value.ts';
import type { MappedField } from './mapped-value.ts';
import { oncePerModel } from './once-per-model.ts';

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

/** Every mapped field in force with the targets that it fills: its own name in the message, and the field of an object behind it. */
export const targetWriters = oncePerModel((model): readonly TargetWriter[] => {
  const writers: TargetWriter[] = [];
  for (const row of mappedFields(model)) {
    const flow = interfaceOf(model, row);
    if (flow === undefined || statusOf(model, row) !== 'effective') continue;
    const { to = row.localId } = row.attributes;
    const filled = filledField(model, row);
    const asked = flow.attributes.pattern === 'request-reply';
    const isShared = !asked && row.attributes.key !== true && row.attributes.crosswalk === undefined;
    for (const receiver of receiversOf(model, row)) {
      writers.push(new FilledTarget(row, flow, receiver, to, false));
      if (filled !== undefined && isShared) writers.push(new FilledTarget(row, flow, receiver, filled, true));
    }
  }
  return writers;
});

/** A class, for the text is made when it is asked for: a large project has a hundred thousand of them. */
class FilledTarget implements TargetWriter {
  readonly row: MappedField;
  readonly flow: Element<'interface'>;
  readonly receiver: string;
  readonly name: string;
  readonly shared: boolean;

  constructor(row: MappedField, flow: Element<'interface'>, receiver: string, name: string, shared: boolean) {
    this.row = row;
    this.flow = flow;
    this.receiver = receiver;
    this.name = name;
    this.shared = shared;
  }

  get target(): string {
    const { row, flow, receiver, name } = this;
    return this.shared ? `${receiver} ${name}` : `${receiver} ${flow.id} ${row.kind} ${name}`;
  }
}

/** The field of an object that a row fills: the one that it names, else the receiver's copy of the one that it reads. */
function filledField(model: SpecModel, row: MappedField): string | undefined {
  const target = targetField(model, row);
  if (target !== undefined) return target.id;
  const { from = [], derivation, map, transform } = row.attributes;
  const [only] = from;
  if (row.attributes.to !== undefined || derivation !== undefined || map !== undefined || transform !== undefined)
    return undefined;
  return only === undefined || from.length > 1 ? undefined : sourceFields(model, row)[0]?.id;
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
